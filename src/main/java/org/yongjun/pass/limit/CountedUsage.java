package org.yongjun.pass.limit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.Limit;
import org.yongjun.pass.offline.rule.Usage;

/** What the counters said at one moment, for one person at one venue. */
public final class CountedUsage implements Usage {
  private final Subjects subjects;
  private final Instant at;
  private final TreeMap<LimitKey, Long> used;

  CountedUsage(Subjects subjects, Instant at, Map<LimitKey, Long> used) {
    this.subjects = subjects;
    this.at = at;
    this.used = new TreeMap<>(used);
  }

  /** One counter with what it said. */
  public record Reading(LimitKey key, long used) {}

  @Override
  public long used(Item item, Limit limit) {
    return used.getOrDefault(LimitKey.of(item, limit, subjects, at), 0L);
  }

  /** The counters that were not at 0, in the order of their keys. */
  public List<Reading> readings() {
    return used.entrySet().stream()
        .filter(each -> each.getValue() > 0)
        .map(each -> new Reading(each.getKey(), each.getValue()))
        .toList();
  }
}

package org.yongjun.pass.limit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.Limit;
import org.yongjun.pass.offline.rule.Usage;

/** What the counters said at one moment, for one person at one venue. */
public final class CountedUsage implements Usage {
  private final Subjects subjects;
  private final Instant at;
  private final TreeMap<LimitKey, Long> used;
  private final Set<LimitKey> counted;

  CountedUsage(Subjects subjects, Instant at, Map<LimitKey, Long> used, Set<LimitKey> counted) {
    this.subjects = subjects;
    this.at = at;
    this.used = new TreeMap<>(used);
    this.counted = Set.copyOf(counted);
  }

  /**
   * One counter with what it said.
   *
   * @param isCounted whether that includes this person or this visit
   */
  public record Reading(LimitKey key, long used, boolean isCounted) {}

  /** Of one person under several pseudonyms: the most that was counted under any of them. */
  public static Usage mostOf(List<CountedUsage> each) {
    return new Usage() {
      @Override
      public long used(Item item, Limit limit) {
        return each.stream().mapToLong(one -> one.used(item, limit)).max().orElse(0);
      }

      @Override
      public boolean isCounted(Item item, Limit limit) {
        return each.stream().anyMatch(one -> one.isCounted(item, limit));
      }
    };
  }

  @Override
  public long used(Item item, Limit limit) {
    return used.getOrDefault(LimitKey.of(item, limit, subjects, at), 0L);
  }

  @Override
  public boolean isCounted(Item item, Limit limit) {
    return counted.contains(LimitKey.of(item, limit, subjects, at));
  }

  /** The counters that were not at 0, in the order of their keys. */
  public List<Reading> readings() {
    return used.entrySet().stream()
        .filter(each -> each.getValue() > 0)
        .map(each -> new Reading(each.getKey(), each.getValue(), counted.contains(each.getKey())))
        .toList();
  }
}

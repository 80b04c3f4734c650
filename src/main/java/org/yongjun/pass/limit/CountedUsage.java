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
  private final List<Reservation> held;

  CountedUsage(
      Subjects subjects,
      Instant at,
      Map<LimitKey, Long> used,
      Set<LimitKey> counted,
      List<Reservation> held) {
    this.subjects = subjects;
    this.at = at;
    this.used = new TreeMap<>(used);
    this.counted = Set.copyOf(counted);
    this.held = List.copyOf(held);
  }

  /**
   * One counter with what it said.
   *
   * @param isCounted whether that includes this person or this visit
   * @param held by item, what of it is this person's own reservation of that item; mostly nothing
   */
  public record Reading(LimitKey key, long used, boolean isCounted, Map<String, Long> held) {
    public Reading {
      held = Map.copyOf(held);
    }

    /** What stands in the way of that item. */
    public long usedBeside(Item item) {
      return Math.max(0, used - held.getOrDefault(item.id(), 0L));
    }
  }

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
    return reading(LimitKey.of(item, limit, subjects, at)).usedBeside(item);
  }

  @Override
  public boolean isCounted(Item item, Limit limit) {
    return counted.contains(LimitKey.of(item, limit, subjects, at));
  }

  /** The counters that were not at 0, in the order of their keys. */
  public List<Reading> readings() {
    return used.keySet().stream().map(this::reading).filter(each -> each.used() > 0).toList();
  }

  private Reading reading(LimitKey key) {
    Map<String, Long> ofItems = new TreeMap<>();
    for (Reservation reservation : held) {
      long taken = reservation.takenOf(key);
      if (taken > 0) {
        ofItems.put(reservation.itemId(), taken);
      }
    }
    return new Reading(key, used.getOrDefault(key, 0L), counted.contains(key), ofItems);
  }
}

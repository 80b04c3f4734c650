package org.yongjun.pass.limit;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.Limit;
import org.yongjun.pass.platform.Transactions;

/**
 * Holds limits exactly under concurrency. What {@link #usage} says only prices a bill; whether it
 * fits is decided by {@link #take}, one conditional UPDATE per counter inside the transaction that
 * records the redemption.
 *
 * <p>Order of locks, the same for redemptions and reversals: idempotency key, then visit, then the
 * ledger's rows, which are the transaction's own, then counters in the order of {@link LimitKey}.
 * Nobody who holds a counter waits for anything but a later counter, so no circle arises; and
 * because counters come last, one that many share is locked only until its holder commits.
 *
 * <p>A counter is made by {@link #prepare} in a transaction of its own. Were it inserted in the
 * redemption's, those who wait for that insert would hold shared locks when it is rolled back, and
 * deadlock on making them exclusive; an UPDATE of a row that is not there would lock a gap.
 */
public final class Limits {
  /** How many counters one query asks for. */
  public static final int KEYS_PER_READ = 100;

  private final LimitCounters counters;
  private final Transactions transactions;

  public Limits(LimitCounters counters, Transactions transactions) {
    this.counters = counters;
    this.transactions = transactions;
  }

  /** What was used of the limits of these items, in the periods that contain {@code at}. */
  public CountedUsage usage(List<Item> items, Subjects subjects, Instant at) {
    Set<LimitKey> keys = new TreeSet<>();
    for (Item item : items) {
      for (Limit limit : item.limits()) {
        keys.add(LimitKey.of(item, limit, subjects, at));
      }
    }
    return new CountedUsage(subjects, at, read(keys));
  }

  /** Makes the counters that are missing; before the transaction that takes, never inside it. */
  public void prepare(List<Charge> charges) {
    Set<LimitKey> missing = new TreeSet<>();
    charges.forEach(charge -> missing.add(charge.key()));
    missing.removeAll(read(missing).keySet());
    missing.forEach(key -> transactions.writeOnly(() -> counters.create(key)));
  }

  /**
   * Adds a bill's charges in the caller's transaction, which must be rolled back where the answer
   * is false: a limit would be exceeded.
   *
   * @param charges of {@link Charge#listOf}, in that order
   */
  public boolean take(List<Charge> charges) {
    for (Charge charge : charges) {
      if (!counters.add(charge)) {
        return false;
      }
    }
    return true;
  }

  /** Gives back, in the caller's transaction, what the same charges took. */
  public void giveBack(List<Charge> charges) {
    charges.forEach(charge -> counters.takeOff(charge.key(), charge.amount()));
  }

  private Map<LimitKey, Long> read(Set<LimitKey> keys) {
    List<LimitKey> all = List.copyOf(keys);
    return all.isEmpty() ? Map.of() : transactions.read(() -> readInChunks(all));
  }

  private Map<LimitKey, Long> readInChunks(List<LimitKey> keys) {
    Map<LimitKey, Long> used = new HashMap<>();
    for (int from = 0; from < keys.size(); from += KEYS_PER_READ) {
      int to = Math.min(keys.size(), from + KEYS_PER_READ);
      used.putAll(counters.read(keys.subList(from, to)));
    }
    return used;
  }
}

package org.yongjun.pass.limit;

import java.util.Collection;
import java.util.Map;

/** The counters of limits; everything in the caller's transaction. */
public interface LimitCounters {
  /**
   * What was used; a counter that nobody has used yet may be missing.
   *
   * @param keys 1 to {@link Limits#KEYS_PER_READ}, each once
   */
  Map<LimitKey, Long> read(Collection<LimitKey> keys);

  /** Makes a counter at 0; does nothing where it is there. */
  void create(LimitKey key);

  /**
   * Adds; the transaction keeps the counter locked until it ends.
   *
   * @return false, with nothing added, where that would exceed the maximum or there is no counter
   */
  boolean add(Charge charge);

  /** Takes off, down to 0 at most. */
  void takeOff(LimitKey key, long amount);
}

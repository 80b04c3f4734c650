package org.yongjun.pass.limit;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Counters of one thread. */
public final class InMemoryCounters implements LimitCounters {
  private final Map<LimitKey, Long> used = new HashMap<>();

  @Override
  public Map<LimitKey, Long> read(Collection<LimitKey> keys) {
    Map<LimitKey, Long> found = new HashMap<>(used);
    found.keySet().retainAll(keys);
    return found;
  }

  @Override
  public void create(LimitKey key) {
    used.putIfAbsent(key, 0L);
  }

  @Override
  public boolean add(Charge charge) {
    Long before = used.get(charge.key());
    if (before == null || before + charge.amount() > charge.max()) {
      return false;
    }
    used.put(charge.key(), before + charge.amount());
    return true;
  }

  @Override
  public void takeOff(LimitKey key, long amount) {
    used.computeIfPresent(key, (same, before) -> Math.max(0, before - amount));
  }
}

package org.yongjun.pass.limit;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counters of one thread. */
public final class InMemoryCounters implements LimitCounters {
  private final Map<LimitKey, Long> used = new HashMap<>();
  private final Map<Member, Integer> standing = new HashMap<>();

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
  public long addFact(LimitKey key, long amount) {
    return used.merge(key, amount, Long::sum);
  }

  @Override
  public void takeOff(LimitKey key, long amount) {
    used.computeIfPresent(key, (same, before) -> Math.max(0, before - amount));
  }

  @Override
  public Set<Member> readStanding(Collection<Member> members) {
    Set<Member> found = new HashSet<>(members);
    found.removeIf(member -> standing.getOrDefault(member, 0) == 0);
    return found;
  }

  @Override
  public void create(Member member) {
    standing.putIfAbsent(member, 0);
  }

  @Override
  public int join(Member member) {
    Integer now = standing.computeIfPresent(member, (same, before) -> before + 1);
    return now == null ? 0 : now;
  }

  @Override
  public boolean leave(Member member) {
    boolean isLast = standing.getOrDefault(member, 0) == 1;
    standing.computeIfPresent(member, (same, before) -> Math.max(0, before - 1));
    return isLast;
  }
}

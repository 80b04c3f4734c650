package org.yongjun.pass.limit;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

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

  /**
   * Adds whatever the maximum is, for what has happened already; the transaction keeps the counter
   * locked until it ends.
   *
   * @return what the counter says now
   */
  long addFact(LimitKey key, long amount);

  /** Takes off, down to 0 at most. */
  void takeOff(LimitKey key, long amount);

  /**
   * Which of these members stand there now.
   *
   * @param members 1 to {@link Limits#KEYS_PER_READ}, each once
   */
  Set<Member> readStanding(Collection<Member> members);

  /** Makes a member that does not stand yet; does nothing where it is there. */
  void create(Member member);

  /**
   * Adds one standing use of a member; the transaction keeps the member locked until it ends.
   *
   * @return how many stand now; 0 where the member was never made
   */
  int join(Member member);

  /** Takes one standing use off a member; whether it was the last. */
  boolean leave(Member member);

  /**
   * A person or visit at a counter that counts each once.
   *
   * @param value a person's pseudonym, a visit's id or a reservation's id
   */
  record Member(LimitKey key, String value) {}
}

package org.yongjun.pass.limit;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yongjun.pass.limit.LimitCounters.Member;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.Limit;
import org.yongjun.pass.platform.Transactions;

/**
 * Holds limits exactly under concurrency. What {@link #usage} says only prices a bill; whether it
 * fits is decided by {@link #take}, one conditional UPDATE per counter inside the transaction that
 * records the redemption.
 *
 * <p>Order of locks, the same for redemptions, reversals and reservations: idempotency key, then
 * visit, then the ledger's rows, which are the transaction's own, then reservations, then counters
 * in the order of {@link LimitKey}, each after its member. Nobody who holds a counter waits for
 * anything but a later counter, so no circle arises; and because counters come last, one that many
 * share is locked only until its holder commits.
 *
 * <p>A counter is made by {@link #prepare} in a transaction of its own. Were it inserted in the
 * redemption's, those who wait for that insert would hold shared locks when it is rolled back, and
 * deadlock on making them exclusive; an UPDATE of a row that is not there would lock a gap.
 */
public final class Limits {
  /** How many counters one query asks for. */
  public static final int KEYS_PER_READ = 100;

  private final LimitCounters counters;
  private final HeldReservations reservations;
  private final Transactions transactions;

  public Limits(LimitCounters counters, HeldReservations reservations, Transactions transactions) {
    this.counters = counters;
    this.reservations = reservations;
    this.transactions = transactions;
  }

  /** The same for a bill that opens its visit. */
  public CountedUsage usage(List<Item> items, Subjects subjects, Instant at) {
    return usage(items, subjects, "", at);
  }

  /**
   * What was used of the limits of these items, in the periods that contain {@code at}. What the
   * person holds of an item is no use that stands in the way of that item.
   *
   * @param visitId the visit that goes on; empty for a bill that opens one
   */
  public CountedUsage usage(List<Item> items, Subjects subjects, String visitId, Instant at) {
    Set<LimitKey> keys = new TreeSet<>();
    Set<Member> members = new HashSet<>();
    for (Item item : items) {
      for (Limit limit : item.limits()) {
        LimitKey key = LimitKey.of(item, limit, subjects, at);
        keys.add(key);
        if (limit.unit() == Limit.Unit.HOLDERS) {
          members.add(new Member(key, subjects.person()));
        } else if (!visitId.isEmpty() && countsVisits(item, limit)) {
          members.add(new Member(key, visitId));
        }
      }
    }
    return keys.isEmpty()
        ? new CountedUsage(subjects, at, Map.of(), Set.of(), List.of())
        : transactions.read(
            () ->
                new CountedUsage(
                    subjects,
                    at,
                    readInChunks(List.copyOf(keys)),
                    keysOfStanding(members),
                    reservations.listHeld(subjects.person())));
  }

  private static boolean countsVisits(Item item, Limit limit) {
    return limit.unit() == Limit.Unit.VISITS
        || limit.unit() == Limit.Unit.USES && item.extras().bundle();
  }

  private Set<LimitKey> keysOfStanding(Set<Member> members) {
    return standingInChunks(List.copyOf(members)).stream()
        .map(Member::key)
        .collect(Collectors.toSet());
  }

  /** Makes the counters and members that are missing; before the transaction that takes. */
  public void prepare(List<Charge> charges) {
    Set<LimitKey> missing = new TreeSet<>();
    charges.forEach(charge -> missing.add(charge.key()));
    if (missing.isEmpty()) {
      return;
    }
    missing.removeAll(transactions.read(() -> readInChunks(List.copyOf(missing))).keySet());
    missing.forEach(key -> transactions.writeOnly(() -> counters.create(key)));
    List<Member> members = charges.stream().filter(Charge::isOnce).map(Limits::member).toList();
    Set<Member> standing =
        members.isEmpty() ? Set.of() : transactions.read(() -> standingInChunks(members));
    members.stream()
        .filter(member -> !standing.contains(member))
        .forEach(member -> transactions.writeOnly(() -> counters.create(member)));
  }

  /**
   * Adds a bill's charges in the caller's transaction, which must be rolled back where the answer
   * is false: a limit would be exceeded. A member that stands already adds nothing.
   *
   * @param charges of {@link Charge#listOf}, in that order
   */
  public boolean take(List<Charge> charges) {
    for (Charge charge : charges) {
      boolean adds = !charge.isOnce() || counters.join(member(charge)) == 1;
      if (adds && !counters.add(charge)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Adds, in the caller's transaction, what has happened whether it was allowed or not: a fact is
   * never refused, so the counter may stand above its maximum, and no online use fits any more.
   *
   * @param charge prepared; callers keep to the order of keys over all charges of a transaction
   * @return false where the counter is above the maximum now and this charge took it there
   */
  public boolean addFact(Charge charge) {
    boolean adds = !charge.isOnce() || counters.join(member(charge)) == 1;
    return !adds || counters.addFact(charge.key(), charge.amount()) <= charge.max();
  }

  /** Gives back, in the caller's transaction, what the same charges took. */
  public void giveBack(List<Charge> charges) {
    for (Charge charge : charges) {
      if (!charge.isOnce() || counters.leave(member(charge))) {
        counters.takeOff(charge.key(), charge.amount());
      }
    }
  }

  /**
   * Gives some charges back and takes others in their place, in the caller's transaction, counter
   * by counter in the order of locking. What is given back is there to be taken, by nobody else. A
   * member that is given back and taken stands as before, whatever the maximum is by now.
   *
   * @return as {@link #take}
   */
  public boolean exchange(List<Charge> given, List<Charge> taken) {
    Set<LimitKey> keys = new TreeSet<>();
    Stream.concat(given.stream(), taken.stream()).forEach(charge -> keys.add(charge.key()));
    for (LimitKey key : keys) {
      List<Charge> back = at(key, given);
      List<Charge> instead = at(key, taken);
      Set<Member> staying = new HashSet<>(membersOf(back));
      staying.retainAll(membersOf(instead));
      giveBack(without(staying, back));
      if (!take(without(staying, instead))) {
        return false;
      }
    }
    return true;
  }

  private static List<Charge> at(LimitKey key, List<Charge> charges) {
    return charges.stream().filter(charge -> charge.key().equals(key)).toList();
  }

  private static List<Member> membersOf(List<Charge> charges) {
    return charges.stream().filter(Charge::isOnce).map(Limits::member).toList();
  }

  private static List<Charge> without(Set<Member> staying, List<Charge> charges) {
    return charges.stream().filter(charge -> !staying.contains(member(charge))).toList();
  }

  private static Member member(Charge charge) {
    return new Member(charge.key(), charge.member());
  }

  private Set<Member> standingInChunks(List<Member> members) {
    Set<Member> standing = new HashSet<>();
    for (int from = 0; from < members.size(); from += KEYS_PER_READ) {
      int to = Math.min(members.size(), from + KEYS_PER_READ);
      standing.addAll(counters.readStanding(members.subList(from, to)));
    }
    return standing;
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

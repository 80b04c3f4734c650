package org.yongjun.pass.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.limit.LimitCounters.Member;
import org.yongjun.pass.offline.rule.Limit;

/** What every implementation of the counters does. */
abstract class LimitCountersContract {
  private final String scope = "c/" + UUID.randomUUID();

  abstract LimitCounters counters();

  abstract <T> T inTransaction(Supplier<T> work);

  private LimitKey key(Limit.Subject subject, String value, String day, Limit.Unit unit) {
    return new LimitKey(scope, subject, value, Limit.Period.DAY, LocalDate.parse(day), unit);
  }

  private LimitKey key(String value) {
    return key(Limit.Subject.HOLDER, value, "2026-11-25", Limit.Unit.USES);
  }

  private boolean add(LimitKey key, long amount, long max) {
    return inTransaction(() -> counters().add(new Charge(key, amount, max)));
  }

  private void create(LimitKey key) {
    inTransaction(
        () -> {
          counters().create(key);
          return true;
        });
  }

  private void takeOff(LimitKey key, long amount) {
    inTransaction(
        () -> {
          counters().takeOff(key, amount);
          return true;
        });
  }

  private Map<LimitKey, Long> read(LimitKey... keys) {
    return inTransaction(() -> counters().read(List.of(keys)));
  }

  @Test
  void aCounterGoesUpToItsMaximumAndNotBeyond() {
    LimitKey key = key("a");
    assertFalse(add(key, 1, 5), "there is no counter yet");
    assertEquals(Map.of(), read(key));
    create(key);
    assertEquals(Map.of(key, 0L), read(key));
    assertTrue(add(key, 3, 5));
    assertFalse(add(key, 3, 5));
    assertEquals(Map.of(key, 3L), read(key));
    assertTrue(add(key, 2, 5));
    assertFalse(add(key, 1, 5));
    assertTrue(add(key, 1, 6), "a new version may allow more");
    create(key);
    assertEquals(Map.of(key, 6L), read(key), "made again, it keeps what was used");
  }

  @Test
  void aMemberIsCountedWithTheFirstStandingUseAndUncountedWithTheLast() {
    Member one = new Member(key("a"), "one");
    Member other = new Member(key("a"), "other");
    assertEquals(0, inTransaction(() -> counters().join(one)), "nobody has made it yet");
    for (Member member : List.of(one, other, one)) {
      inTransaction(
          () -> {
            counters().create(member);
            return true;
          });
    }
    assertEquals(Set.of(), standing(one, other));
    assertEquals(1, inTransaction(() -> counters().join(one)));
    assertEquals(2, inTransaction(() -> counters().join(one)));
    assertEquals(Set.of(one), standing(one, other));
    assertFalse(inTransaction(() -> counters().leave(one)));
    assertTrue(inTransaction(() -> counters().leave(one)));
    assertFalse(inTransaction(() -> counters().leave(one)), "there is nothing to give back");
    assertEquals(Set.of(), standing(one, other));
    assertEquals(1, inTransaction(() -> counters().join(one)));
  }

  private Set<Member> standing(Member... members) {
    return inTransaction(() -> counters().readStanding(List.of(members)));
  }

  @Test
  void whatIsTakenOffNeverGoesBelowNothing() {
    LimitKey key = key("a");
    takeOff(key, 1);
    create(key);
    assertTrue(add(key, 2, 5));
    takeOff(key, 1);
    assertEquals(Map.of(key, 1L), read(key));
    takeOff(key, 5);
    assertEquals(Map.of(key, 0L), read(key));
  }

  @Test
  void everyPartOfTheKeyTellsCountersApart() {
    List<LimitKey> keys =
        new ArrayList<>(
            List.of(
                key("a"),
                key("b"),
                key(Limit.Subject.VENUE, "a", "2026-11-25", Limit.Unit.USES),
                key(Limit.Subject.HOLDER, "a", "2026-11-26", Limit.Unit.USES),
                key(Limit.Subject.HOLDER, "a", "2026-11-25", Limit.Unit.FEN)));
    for (int i = 0; i < keys.size(); i++) {
      create(keys.get(i));
      assertTrue(add(keys.get(i), i + 1, 100));
    }
    Map<LimitKey, Long> all = read(keys.toArray(LimitKey[]::new));
    assertEquals(keys.size(), all.size());
    for (int i = 0; i < keys.size(); i++) {
      assertEquals(i + 1, all.get(keys.get(i)));
    }
    assertEquals(Map.of(keys.get(3), 4L), read(keys.get(3)));
  }
}

package org.yongjun.pass.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yongjun.pass.limit.LimitItems.fen;
import static org.yongjun.pass.limit.LimitItems.item;
import static org.yongjun.pass.limit.LimitItems.uses;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.Limit;
import org.yongjun.pass.offline.rule.Limit.Period;
import org.yongjun.pass.offline.rule.Limit.Subject;
import org.yongjun.pass.platform.Transactions;

class LimitsTest {
  private static final Subjects WANG = new Subjects("wang", "V1");
  private static final Limit TWICE_A_DAY = uses(Subject.HOLDER, Period.DAY, 2);
  private static final Item ITEM = item("c/1", 1, TWICE_A_DAY);

  private static final Transactions ONE_THREAD =
      new Transactions() {
        @Override
        public <T> T write(Supplier<T> work) {
          return work.get();
        }

        @Override
        public <T> T read(Supplier<T> work) {
          return work.get();
        }
      };

  private final Limits limits = new Limits(new InMemoryCounters(), person -> List.of(), ONE_THREAD);

  /** Half past eleven in the evening of a Sunday in Shanghai. */
  private Clock clock = Clock.fixed(Instant.parse("2026-11-22T15:30:00Z"), ZoneOffset.UTC);

  private boolean use(Item item, long fen, Subjects subjects) {
    List<Charge> charges =
        Charge.listOf(List.of(new Charge.Use(item, fen)), subjects, "visit", clock.instant());
    limits.prepare(charges);
    return limits.take(charges);
  }

  private long used(Item item, Subjects subjects) {
    return limits
        .usage(List.of(item), subjects, "visit", clock.instant())
        .used(item, item.limits().getFirst());
  }

  @Test
  void aNewBusinessDayStartsAfresh() {
    assertTrue(use(ITEM, 0, WANG));
    assertTrue(use(ITEM, 0, WANG));
    assertFalse(use(ITEM, 0, WANG));
    clock = Clock.offset(clock, Duration.ofMinutes(30).minusNanos(1));
    assertFalse(use(ITEM, 0, WANG), "the last moment of the day");
    clock = Clock.offset(clock, Duration.ofNanos(1));
    assertEquals(0, used(ITEM, WANG));
    assertTrue(use(ITEM, 0, WANG), "midnight in Shanghai");
    assertEquals(1, used(ITEM, WANG));
  }

  @Test
  void aWeekBeginsOnMondayAndADayIsNoWeek() {
    Item weekly = item("c/2", 1, uses(Subject.HOLDER, Period.WEEK, 1));
    assertTrue(use(weekly, 0, WANG));
    assertFalse(use(weekly, 0, WANG));
    clock = Clock.offset(clock, Duration.ofMinutes(30));
    assertTrue(use(weekly, 0, WANG), "Monday");
    clock = Clock.offset(clock, Duration.ofDays(6));
    assertFalse(use(weekly, 0, WANG), "Sunday");
  }

  @Test
  void whatIsGivenBackGoesToThePeriodInWhichItWasUsed() {
    List<Charge> charges =
        Charge.listOf(List.of(new Charge.Use(ITEM, 0)), WANG, "visit", clock.instant());
    limits.prepare(charges);
    assertTrue(limits.take(charges));
    Clock thatDay = clock;
    clock = Clock.offset(clock, Duration.ofDays(1));
    assertTrue(use(ITEM, 0, WANG));
    limits.giveBack(charges);
    assertEquals(1, used(ITEM, WANG));
    clock = thatDay;
    assertEquals(0, used(ITEM, WANG));
  }

  @Test
  void eachSubjectCountsItsOwn() {
    Subjects wangElsewhere = new Subjects("wang", "V2");
    Subjects li = new Subjects("li", "V1");
    Item perHolder = item("c/3", 1, uses(Subject.HOLDER, Period.DAY, 1));
    Item perVenue = item("c/4", 1, uses(Subject.VENUE, Period.DAY, 1));
    Item inAll = item("c/5", 1, uses(Subject.ITEM, Period.DAY, 1));
    assertTrue(use(perHolder, 0, WANG));
    assertFalse(use(perHolder, 0, wangElsewhere));
    assertTrue(use(perHolder, 0, li));
    assertTrue(use(perVenue, 0, WANG));
    assertFalse(use(perVenue, 0, li));
    assertTrue(use(perVenue, 0, wangElsewhere));
    assertTrue(use(inAll, 0, WANG));
    assertFalse(use(inAll, 0, new Subjects("li", "V2")));
  }

  @Test
  void aBillIsOneUseOfAProgrammeAndItsFenAddUp() {
    Limit bills = uses(Subject.PROGRAMME, Period.EVER, 3);
    Limit budget = fen(Subject.PROGRAMME, Period.EVER, 1000);
    Item one = item("p/1", 1, bills, budget);
    Item two = item("p/2", 1, bills, fen(Subject.PROGRAMME, Period.EVER, 900));
    List<Charge> charges =
        Charge.listOf(
            List.of(new Charge.Use(one, 300), new Charge.Use(two, 400)),
            WANG,
            "visit",
            clock.instant());
    assertEquals(List.of(1L, 700L), charges.stream().map(Charge::amount).toList());
    assertEquals(List.of(3L, 900L), charges.stream().map(Charge::max).toList());
    assertEquals(charges.stream().map(Charge::key).sorted().toList(), keysOf(charges));
  }

  private static List<LimitKey> keysOf(List<Charge> charges) {
    return charges.stream().map(Charge::key).toList();
  }

  @Test
  void anItemWithoutLimitsAndAUseWithoutValueTouchNoCounter() {
    Item free = item("c/6", 1);
    Item capped = item("c/7", 1, fen(Subject.HOLDER, Period.MONTH, 1000));
    List<Charge.Use> uses = List.of(new Charge.Use(free, 500), new Charge.Use(capped, 0));
    assertEquals(List.of(), Charge.listOf(uses, WANG, "visit", clock.instant()));
    assertTrue(limits.take(List.of()));
  }

  @Test
  void aNewVersionGoesOnFromWhatWasUsed() {
    Item second = item("c/1", 2, uses(Subject.HOLDER, Period.DAY, 3));
    assertTrue(use(ITEM, 0, WANG));
    assertTrue(use(ITEM, 0, WANG));
    assertFalse(use(ITEM, 0, WANG));
    assertTrue(use(second, 0, WANG));
    assertFalse(use(second, 0, WANG));
  }

  @Test
  void moreCountersThanOneQueryTakesAreReadAll() {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < Limits.KEYS_PER_READ + 50; i++) {
      items.add(item("many/" + i, 1, TWICE_A_DAY));
      assertTrue(use(items.get(i), 0, WANG));
    }
    CountedUsage usage = limits.usage(items, WANG, "visit", clock.instant());
    items.forEach(each -> assertEquals(1, usage.used(each, TWICE_A_DAY)));
    assertEquals(items.size(), usage.readings().size());
  }
}

package org.yongjun.pass.redemption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.HolderTag;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.limit.Charge;
import org.yongjun.pass.limit.CountedUsage;
import org.yongjun.pass.limit.InMemoryCounters;
import org.yongjun.pass.limit.LimitItems;
import org.yongjun.pass.limit.Limits;
import org.yongjun.pass.limit.Subjects;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.Limit;
import org.yongjun.pass.offline.rule.PartQuote;
import org.yongjun.pass.offline.rule.Trace;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.RefusalCode;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.venue.VenueKind;
import org.yongjun.pass.verification.ShownAs;
import org.yongjun.pass.verification.ShownCode;

/** Reversals by a clock that can be moved; races are the scenarios' matter. */
class ReversalsTest {
  private static final RegionCode CITY = RegionCode.of("130400");
  private static final Instant REDEEMED = Instant.parse("2026-11-21T15:55:00Z");
  private static final Caller TILL =
      new Caller("till", Role.TERMINAL, CITY, "venue", "request-till");
  private static final Caller OFFICE =
      new Caller("officer", Role.CLERK, CITY, null, "request-office");

  private final InMemoryLedger ledger = new InMemoryLedger();
  private final List<JournalEntry> journal = new ArrayList<>();
  private final AtomicInteger lastId = new AtomicInteger();
  private final Limits limits =
      new Limits(new InMemoryCounters(), person -> List.of(), new NoTransactions());
  private final LimitBook limitBook = new LimitBook(ReversalsTest::findItem, limits);

  @BeforeEach
  void redeemTwoParts() {
    ShownCode code =
        new ShownCode(
            1,
            7,
            new ShownAs.Dynamic(1),
            false,
            new HolderTag(42),
            HolderClasses.of(List.of(HolderClass.VETERAN)),
            CITY);
    ledger.open(
        new Visit(
            "visit", code, code.shownAs().text(), "venue", LocalDate.of(2026, 11, 21), "list/1"));
    ledger.append(List.of(entry("ADMISSION", 1), entry("CABLE_CAR", 0)));
  }

  @Test
  void terminalReversesUntilFifteenMinutesHavePassed() {
    Reversal reversal = done(reverse(TILL, Duration.ofMinutes(15)));
    assertEquals(600, reversal.benefitValueFen());
  }

  @Test
  void terminalIsTooLateAMicrosecondAfterThat() {
    Duration late = Duration.ofMinutes(15).plusNanos(1_000);
    assertEquals(ProblemCode.REVERSAL_TOO_LATE, refusal(reverse(TILL, late)));
    assertEquals(2, ledger.listEntries("redemption").size());
    assertTrue(journal.isEmpty());
  }

  /** What took the place of a redemption is as old as that one, whenever it was booked. */
  @Test
  void aPartialReturnGivesTheTerminalNoMoreTime() {
    Instant returned = REDEEMED.plus(Duration.ofMinutes(14));
    LedgerEntry first = entry("KEPT", 0);
    LedgerEntry kept =
        new LedgerEntry(
            "entry-kept",
            "kept",
            1,
            first.visit(),
            1,
            0,
            first.place(),
            first.person(),
            first.part(),
            Map.of(Facts.REPLACES, "redemption"),
            first.trace(),
            first.actor(),
            "",
            REDEEMED,
            returned,
            "request");
    ledger.append(List.of(kept));
    Duration late = Duration.ofMinutes(16);
    assertEquals(ProblemCode.REVERSAL_TOO_LATE, refusal(reverse(TILL, "kept", late)));
    done(reverse(OFFICE, "kept", late));
  }

  /** A till's word for when it annulled is no more than its word; a gate's passages come late. */
  @Test
  void anAnnulmentThatATillTellsLaterThanItMayReverseIsTheOfficesMatter() {
    Caller gate = new Caller(TILL.id(), Role.GATE, CITY, TILL.venueId(), TILL.requestId());
    assertEquals(ProblemCode.REVERSAL_TOO_LATE, refusal(annul(TILL, Duration.ofMinutes(16))));
    assertTrue(journal.isEmpty());
    assertEquals(600, done(annul(gate, Duration.ofMinutes(16))).benefitValueFen());
  }

  /** The sweep may pair an annulment long after it was told. */
  @Test
  void anAnnulmentThatATillToldInTimeIsTaken() {
    assertEquals(600, done(annul(TILL, Duration.ofMinutes(15))).benefitValueFen());
  }

  /** An annulment told so long after the redemption, and paired a day later. */
  private Outcome<Reversals.Recorded> annul(Caller terminal, Duration told) {
    return reversalsAt(REDEEMED.plus(told).plus(Duration.ofDays(1)))
        .annul(terminal, "key", REDEEMED.plus(told), "redemption", "not turned");
  }

  @Test
  void officeReversesAlsoAfterAYear() {
    assertEquals(600, done(reverse(OFFICE, Duration.ofDays(365))).benefitValueFen());
  }

  @Test
  void answeredKeyIsRepeatedAlsoAfterTheTimeIsOver() {
    Reversal first = done(reverse(TILL, Duration.ofMinutes(1)));
    assertEquals(first, done(reverse(TILL, Duration.ofDays(30))));
  }

  @Test
  void reversalHasItsOwnBookingTimeAndTheEventsTimeOfTheRedemption() {
    Duration afterMidnight = Duration.ofMinutes(10);
    Instant reversedAt = REDEEMED.plus(afterMidnight);
    assertEquals(reversedAt, done(reverse(TILL, afterMidnight)).bookedAt());
    List<LedgerEntry> reversed =
        ledger.listEntries("redemption").stream().filter(e -> e.direction() < 0).toList();
    assertEquals(2, reversed.size());
    for (LedgerEntry entry : reversed) {
      assertEquals(reversedAt, entry.bookedAt());
      assertEquals(REDEEMED, entry.occurredAt());
      assertEquals(TILL.requestId(), entry.requestId());
    }
    assertEquals(-1, reversed.stream().mapToInt(LedgerEntry::visitDelta).sum());
    assertEquals("redemption", journal.getFirst().subjectId());
  }

  /**
   * Others of that day used twice and 2.00 yuan; the redemption used once, in two parts of 3.00.
   */
  @Test
  void theOriginalDaysUseIsGivenBackAlsoTheNextDay() {
    Subjects subjects = new Subjects("p", "venue");
    List<Item> newest = List.of(item(1));
    List<Charge> others =
        Charge.listOf(List.of(new Charge.Use(newest.getFirst(), 100)), subjects, "visit", REDEEMED);
    List<Charge> own =
        limitBook.chargesOf(
            List.of(entry("ADMISSION", 1).part(), entry("CABLE_CAR", 0).part()),
            subjects,
            "visit",
            REDEEMED);
    limits.prepare(own);
    for (List<Charge> charges : List.of(others, others, own)) {
      assertTrue(limits.take(charges));
    }
    assertEquals(List.of(3L, 800L), used(newest, subjects, REDEEMED));

    Instant nextDay = REDEEMED.plus(Duration.ofMinutes(10));
    done(reverse(TILL, Duration.ofMinutes(10)));
    assertEquals(List.of(2L, 200L), used(newest, subjects, REDEEMED));
    assertEquals(List.of(0L, 200L), used(newest, subjects, nextDay));
    done(reverse(TILL, Duration.ofMinutes(11)));
    assertEquals(List.of(2L, 200L), used(newest, subjects, REDEEMED));
  }

  private List<Long> used(List<Item> items, Subjects subjects, Instant at) {
    Item item = items.getFirst();
    CountedUsage usage = limits.usage(items, subjects, at);
    return item.limits().stream().map(limit -> usage.used(item, limit)).toList();
  }

  private static Optional<Item> findItem(String itemId, int version) {
    return Optional.of(item(version));
  }

  private static Item item(int version) {
    return LimitItems.item(
        "list/1",
        version,
        LimitItems.uses(Limit.Subject.HOLDER, Limit.Period.DAY, 5),
        LimitItems.fen(Limit.Subject.HOLDER, Limit.Period.MONTH, 1000));
  }

  private Outcome<Reversals.Recorded> reverse(Caller caller, Duration after) {
    return reverse(caller, "redemption", after);
  }

  private Outcome<Reversals.Recorded> reverse(Caller caller, String redemptionId, Duration after) {
    return reversalsAt(REDEEMED.plus(after)).reverse(caller, "key", redemptionId, "退货");
  }

  private Reversals reversalsAt(Instant now) {
    return new Reversals(
        ledger,
        limitBook,
        journal::add,
        new NoTransactions(),
        () -> "id-" + lastId.incrementAndGet(),
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private static Reversal done(Outcome<Reversals.Recorded> outcome) {
    return switch (outcome) {
      case Outcome.Done<Reversals.Recorded>(Reversals.Recorded recorded) -> recorded.reversal();
      case Outcome.Refused<Reversals.Recorded>(Problem problem) ->
          throw new AssertionError(problem.code().name());
    };
  }

  private static RefusalCode refusal(Outcome<?> outcome) {
    if (outcome instanceof Outcome.Refused<?>(Problem problem)) {
      return problem.code();
    }
    throw new AssertionError("not refused");
  }

  private static LedgerEntry entry(String label, int visitDelta) {
    PartQuote.Layer layer = new PartQuote.Layer("list/1", 1, HolderClass.VETERAN, 300);
    return new LedgerEntry(
        "entry-" + label,
        "redemption",
        1,
        new LedgerEntry.OfVisit("visit", "list/1"),
        0,
        visitDelta,
        new LedgerEntry.Place("venue", VenueKind.SCENIC_SPOT, CITY, TILL.id()),
        new LedgerEntry.Person("p", HolderClasses.of(List.of(HolderClass.VETERAN)), CITY),
        new PartQuote(label, 500, 500, List.of(layer), 200, 300),
        Map.of(),
        new Trace(List.of()),
        TILL.id(),
        "",
        REDEEMED,
        REDEEMED,
        "request-redeem");
  }

  /** Nothing here fails halfway. */
  private static final class NoTransactions implements Transactions {
    @Override
    public <T> T write(Supplier<T> work) {
      return work.get();
    }

    @Override
    public <T> T read(Supplier<T> work) {
      return work.get();
    }
  }
}

package org.yongjun.pass.offline.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yongjun.pass.offline.rule.RuleFixtures.NOW;
import static org.yongjun.pass.offline.rule.RuleFixtures.anyOrigin;
import static org.yongjun.pass.offline.rule.RuleFixtures.holder;
import static org.yongjun.pass.offline.rule.RuleFixtures.venue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yongjun.pass.kernel.Fen;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.ReasonCode;

/** Units, steps, caps, bundles, editions, companions, promises and approvals. */
class RuleModelTest {
  private static final HolderClass VETERAN = HolderClass.VETERAN;
  private static final HolderClasses VETERANS = HolderClasses.of(VETERAN);

  private static long paid(PriceRule rule, long fen, long milliUnits) {
    PriceRule.Price price = rule.price(new PriceRule.Asked(fen, fen, milliUnits), VETERANS);
    return price instanceof PriceRule.Payable payable ? payable.fen() : -1;
  }

  private static Item item(String id, Item.Extras extras, Proof proof, List<PartRule> parts) {
    Item plain = RuleFixtures.item(id, anyOrigin(VETERAN), new PriceRule.Free());
    return with(plain, plain.when(), extras, proof, parts, List.of());
  }

  private static Item with(
      Item item,
      When when,
      Item.Extras extras,
      Proof proof,
      List<PartRule> parts,
      List<Limit> max) {
    return new Item(
        item.id(),
        1,
        item.title(),
        item.who(),
        item.where(),
        when,
        parts,
        max,
        0,
        proof,
        item.source(),
        true,
        extras);
  }

  private static Evaluation evaluate(
      List<BillPart> bill, VisitSoFar visit, boolean online, Usage usage, Item... items) {
    return new Evaluator()
        .evaluate(
            new Situation(
                holder(RuleFixtures.HANDAN, VETERAN),
                venue("V1", 4),
                bill,
                "",
                NOW,
                usage,
                visit,
                online),
            List.of(items));
  }

  private static Evaluation.Granted granted(Evaluation evaluation) {
    return assertInstanceOf(Evaluation.Granted.class, evaluation);
  }

  private static Evaluation.Refused refused(Evaluation evaluation) {
    return assertInstanceOf(Evaluation.Refused.class, evaluation);
  }

  /** 45.678 litres at 0.37 yuan: 16.90086 yuan, so 16.90 off 300.00. */
  @ParameterizedTest
  @CsvSource({
    "37, ,      ,     30000, 45678, 28310",
    "37, ,      ,     30000, 500,   29981",
    "37, ,      ,     30000, 13,    30000",
    "37, ,      ,     30000, 14,    29999",
    "37, 40000, ,     30000, 45678, 28520",
    "37, ,      1000, 30000, 45678, 29000",
    "37, ,      ,     1000,  45678, 0",
    "37, ,      ,     30000, 0,     -1",
    "100000000, , ,   10000000000, 1000000000, 0"
  })
  void aSumPerUnitIsRoundedOnceAndStaysWithinItsBounds(
      long off, Long most, Long capFen, long listFen, long milliUnits, long payableFen) {
    PriceRule rule = new PriceRule.PerUnitOff(off, "LITRE", most, capFen);
    assertTrue(rule.isStackable());
    assertEquals(payableFen, paid(rule, listFen, milliUnits));
  }

  @ParameterizedTest
  @CsvSource({"9999, -1", "10000, 9000", "29999, 28999", "30000, 25000", "90000, 85000"})
  void theBestStepThatIsReachedCountsOnce(long listFen, long payableFen) {
    PriceRule rule =
        new PriceRule.AmountOff(
            List.of(
                new PriceRule.AmountOff.Step(10_000, 1_000),
                new PriceRule.AmountOff.Step(30_000, 5_000)),
            null);
    assertEquals(payableFen, paid(rule, listFen, 0));
  }

  @ParameterizedTest
  @CsvSource({"4999, -1", "5000, 4000", "20000, 16000", "20005, 16005"})
  void aPercentageMayHaveAThresholdAndAMost(long listFen, long payableFen) {
    assertEquals(
        payableFen, paid(new PriceRule.PercentPayable(80, Map.of(), 5000, 4000L), listFen, 0));
  }

  @Test
  void aFixedPriceMayDifferByClassAndTheBestOneCounts() {
    PriceRule rule =
        new PriceRule.FixedPrice(500, Map.of(VETERAN, 300L, HolderClass.MARTYR_SURVIVOR, 100L));
    HolderClasses both = HolderClasses.of(VETERAN, HolderClass.MARTYR_SURVIVOR);
    assertEquals(
        new PriceRule.Payable(100, HolderClass.MARTYR_SURVIVOR),
        rule.price(new PriceRule.Asked(800, 800, 0), both));
    assertEquals(300, paid(rule, 800, 0));
    assertEquals(200, paid(rule, 200, 0));
  }

  /** 80 % of the first 100 yuan of 150: 80 + 50. */
  @Test
  void whatLiesAboveTheListCapIsPaidInFull() {
    Item item =
        item(
            "c/1",
            Item.Extras.NONE,
            Proof.NONE,
            List.of(new PartRule("GOODS", new PriceRule.PercentPayable(80), 10_000L)));
    PartQuote quote =
        granted(
                evaluate(
                    List.of(new BillPart("GOODS", 15_000, 15_000)),
                    VisitSoFar.NEW,
                    true,
                    Usage.NONE,
                    item))
            .parts()
            .get(0);
    assertEquals(13_000, quote.payableFen());
    assertEquals(2_000, quote.benefitValueFen());
  }

  @Test
  void aBundleGivesEachPartOnceInAVisitAndTheVisitIsOneUse() {
    Item plain = RuleFixtures.item("c/1", anyOrigin(VETERAN), new PriceRule.Free());
    Item bundle =
        with(
            plain,
            plain.when(),
            new Item.Extras(true, null, null, false),
            Proof.NONE,
            List.of(
                new PartRule("REGISTRATION_FEE", new PriceRule.Free()),
                new PartRule("QUEUE", new PriceRule.NonMonetary())),
            List.of(new Limit(Limit.Subject.HOLDER, Limit.Period.DAY, Limit.Unit.USES, 1)));
    BillPart fee = new BillPart("REGISTRATION_FEE", 500, 500);
    BillPart queue = new BillPart("QUEUE", 0, 0);
    Usage usedUp = (item, limit) -> 1;
    VisitSoFar hasFee = new VisitSoFar(Map.of("c/1", Set.of("REGISTRATION_FEE")));
    assertEquals(
        ReasonCode.LIMIT_REACHED,
        refused(evaluate(List.of(queue), VisitSoFar.NEW, true, usedUp, bundle)).reason());
    granted(evaluate(List.of(queue), hasFee, true, usedUp, bundle));
    Evaluation.Refused again = refused(evaluate(List.of(fee), hasFee, true, usedUp, bundle));
    assertEquals(ReasonCode.LIMIT_REACHED, again.reason());
    assertEquals(
        "REGISTRATION_FEE was used in this visit already; once per visit",
        again.explanation().en());
    Evaluation.Granted both = granted(evaluate(List.of(fee, queue), hasFee, true, usedUp, bundle));
    assertTrue(both.parts().get(0).layers().isEmpty());
    assertEquals(1, both.parts().get(1).layers().size());
  }

  @Test
  void aPersonOrVisitThatIsCountedPassesAFullLimit() {
    for (Limit.Unit unit : List.of(Limit.Unit.VISITS, Limit.Unit.HOLDERS)) {
      Item item =
          RuleFixtures.item(
              "c/1",
              anyOrigin(VETERAN),
              new PriceRule.Free(),
              new Limit(Limit.Subject.ITEM, Limit.Period.YEAR, unit, 100));
      List<BillPart> bill = List.of(new BillPart("GOODS", 100, 100));
      Usage full = (each, limit) -> 100;
      Usage counted =
          new Usage() {
            @Override
            public long used(Item each, Limit limit) {
              return 100;
            }

            @Override
            public boolean isCounted(Item each, Limit limit) {
              return true;
            }
          };
      assertEquals(
          ReasonCode.LIMIT_REACHED,
          refused(evaluate(bill, VisitSoFar.NEW, true, full, item)).reason());
      granted(evaluate(bill, VisitSoFar.NEW, true, counted, item));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-03T02:00:00Z, 2026-05-01",
    "2026-05-16T02:00:00Z, 2026-05-01",
    "2026-08-01T02:00:00Z, 2026-08-01",
    "2026-09-09T02:00:00Z, 1970-01-01"
  })
  void anEditionBeginsWithTheFirstOfItsWindows(Instant at, LocalDate start) {
    Item plain = RuleFixtures.item("c/1", anyOrigin(VETERAN), new PriceRule.Free());
    When when =
        new When(
            LocalDate.of(2026, 1, 1),
            null,
            List.of(
                new When.Window(LocalDate.of(2026, 5, 15), LocalDate.of(2026, 5, 20), "24"),
                new When.Window(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 5), "24"),
                new When.Window(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 1))),
            Set.of(),
            List.of());
    Item item = with(plain, when, Item.Extras.NONE, Proof.NONE, plain.parts(), List.of());
    Limit limit = new Limit(Limit.Subject.ITEM, Limit.Period.EDITION, Limit.Unit.USES, 1);
    assertEquals(start, limit.periodStart(item, at));
  }

  @Test
  void companionsGetWhatTheItemGivesThemUpToItsNumberAndTheHolderNeedNotPay() {
    Companions two =
        new Companions(2, List.of(new PartRule("GOODS", new PriceRule.PercentPayable(50))));
    Item item =
        item(
            "c/1",
            new Item.Extras(false, two, null, false),
            Proof.NONE,
            List.of(new PartRule("GOODS", new PriceRule.Free())));
    Item without =
        item(
            "c/2",
            Item.Extras.NONE,
            Proof.NONE,
            List.of(new PartRule("GOODS", new PriceRule.Free())));
    List<BillPart> three =
        List.of(
            new BillPart("GOODS", 1, 1000, 1000, null, 0),
            new BillPart("GOODS", 2, 1000, 1000, null, 0),
            new BillPart("GOODS", 3, 1000, 1000, null, 0));
    Evaluation.Granted granted =
        granted(evaluate(three, VisitSoFar.NEW, true, Usage.NONE, item, without));
    assertEquals(
        List.of(500L, 500L, 1000L), granted.parts().stream().map(PartQuote::payableFen).toList());
    assertEquals("GOODS#2", granted.parts().get(1).key());
    assertEquals(
        ReasonCode.CONDITION_FAILED,
        refused(evaluate(three, VisitSoFar.NEW, true, Usage.NONE, without)).reason());
  }

  @Test
  void aPromiseIsNoFailureWhereFiledTermsApplyAndTheTraceNamesBoth() {
    Item promise =
        item(
            "city/1",
            Item.Extras.NONE,
            Proof.NONE,
            List.of(new PartRule("GOODS", new PriceRule.Unquantified())));
    Item terms =
        item(
            "offer/1",
            new Item.Extras(false, null, "city/1", false),
            Proof.NONE,
            List.of(new PartRule("GOODS", new PriceRule.AmountOff(100, 5000, null))));
    List<BillPart> much = List.of(new BillPart("GOODS", 6000, 6000));
    List<BillPart> little = List.of(new BillPart("GOODS", 4000, 4000));
    assertEquals(
        ReasonCode.NOT_PRICED,
        refused(evaluate(much, VisitSoFar.NEW, true, Usage.NONE, promise)).reason());
    Evaluation.Granted granted =
        granted(evaluate(much, VisitSoFar.NEW, true, Usage.NONE, promise, terms));
    TraceLine line =
        granted.trace().lines().stream()
            .filter(each -> each.clause() == Clause.FULFILS)
            .findFirst()
            .orElseThrow();
    assertEquals("city/1", line.itemId());
    assertTrue(line.held() && line.sentence().en().contains("offer/1"), line.toString());
    assertTrue(
        granted.trace().lines().stream().allMatch(each -> each.held()), granted.trace().toString());
    assertEquals(
        ReasonCode.CONDITION_FAILED,
        refused(evaluate(little, VisitSoFar.NEW, true, Usage.NONE, promise, terms)).reason());
  }

  @Test
  void aSecondApprovalIsAskedForAboveTheSumAndOnlyOnline() {
    Item item =
        item(
            "c/1",
            Item.Extras.NONE,
            new Proof(false, 1000L),
            List.of(new PartRule("GOODS", new PriceRule.Free())));
    List<BillPart> at = List.of(new BillPart("GOODS", 1000, 1000));
    List<BillPart> above = List.of(new BillPart("GOODS", 1001, 1001));
    assertFalse(granted(evaluate(at, VisitSoFar.NEW, true, Usage.NONE, item)).isApprovalNeeded());
    assertEquals(
        List.of(new Evaluation.Approval("c/1", 1, 1000, 1001)),
        granted(evaluate(above, VisitSoFar.NEW, true, Usage.NONE, item)).approvals());
    assertEquals(
        ReasonCode.NEEDS_NETWORK,
        refused(evaluate(at, VisitSoFar.NEW, false, Usage.NONE, item)).reason());
    assertFalse(item.isDecidableOffline());
    assertTrue(RuleFixtures.TIERED.isDecidableOffline());
  }

  @Test
  void theReasonOfAReferencePriceStandsInTheTrace() {
    Evaluation.Granted granted =
        granted(
            evaluate(
                List.of(new BillPart("GOODS", 0, 500, 0, ReferenceReason.AGE, 0)),
                VisitSoFar.NEW,
                true,
                Usage.NONE,
                RuleFixtures.TIERED));
    assertEquals(0, granted.benefitValueFen());
    assertTrue(
        granted.trace().lines().stream()
            .anyMatch(each -> each.sentence().en().contains("a reduction by age")));
  }

  @Test
  void sumsPerUnitOutsideTheirRangeAreBugs() {
    assertThrows(IllegalArgumentException.class, () -> Fen.ofUnits(Fen.PER_UNIT_MAX + 1, 1));
    assertThrows(IllegalArgumentException.class, () -> Fen.ofUnits(1, Fen.MILLI_UNITS_MAX + 1));
    assertThrows(IllegalArgumentException.class, () -> Fen.ofUnits(1, -1));
  }
}

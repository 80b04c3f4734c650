package org.yongjun.pass.offline.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yongjun.pass.offline.rule.RuleFixtures.HANDAN;
import static org.yongjun.pass.offline.rule.RuleFixtures.NOW;
import static org.yongjun.pass.offline.rule.RuleFixtures.anyOrigin;
import static org.yongjun.pass.offline.rule.RuleFixtures.holder;
import static org.yongjun.pass.offline.rule.RuleFixtures.venue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.ReasonCode;

class LimitTest {
  private static final Limit BUDGET =
      new Limit(Limit.Subject.PROGRAMME, Limit.Period.EVER, Limit.Unit.FEN, 1000);
  private static final HolderClass VETERAN = HolderClass.VETERAN;

  /** Shanghai is eight hours ahead: its day begins at 16:00 UTC. */
  @ParameterizedTest
  @CsvSource({
    "DAY,   2026-11-25T15:59:59.999999Z, 2026-11-25",
    "DAY,   2026-11-25T16:00:00Z,        2026-11-26",
    "WEEK,  2026-11-22T15:59:59Z,        2026-11-16",
    "WEEK,  2026-11-22T16:00:00Z,        2026-11-23",
    "WEEK,  2027-01-01T02:00:00Z,        2026-12-28",
    "MONTH, 2026-11-30T15:59:59Z,        2026-11-01",
    "MONTH, 2026-11-30T16:00:00Z,        2026-12-01",
    "YEAR,  2026-12-31T15:59:59Z,        2026-01-01",
    "YEAR,  2026-12-31T16:00:00Z,        2027-01-01",
    "EVER,  2026-12-31T16:00:00Z,        1970-01-01"
  })
  void aPeriodBeginsByBusinessDays(Limit.Period period, Instant at, LocalDate start) {
    Item item = RuleFixtures.item("c/1", anyOrigin(VETERAN), new PriceRule.Free());
    assertEquals(
        start, new Limit(Limit.Subject.ITEM, period, Limit.Unit.USES, 1).periodStart(item, at));
  }

  @Test
  void aProgrammeCountsUnderItsCatalogueAndAllElseUnderTheItem() {
    Item item = RuleFixtures.item("city-1/12", anyOrigin(VETERAN), new PriceRule.Free());
    assertEquals("city-1", BUDGET.scopeOf(item));
    for (Limit.Subject subject : Limit.Subject.values()) {
      if (subject != Limit.Subject.PROGRAMME) {
        Limit limit = new Limit(subject, Limit.Period.DAY, Limit.Unit.USES, 1);
        assertEquals("city-1/12", limit.scopeOf(item));
      }
    }
  }

  @Test
  void itemsOfOneBillShareTheProgrammesBudget() {
    Item goods = item("c/1", "GOODS");
    Item ticket = item("c/2", "TICKET");
    Evaluation.Granted granted = granted(evaluate(0, goods, ticket));
    assertEquals(1000, granted.benefitValueFen());
    assertEquals(List.of(800L, 200L), values(granted));
    // What one part used up, another item of the bill no longer gets, and the trace says so.
    Evaluation.Granted last = granted(evaluate(200, goods, ticket));
    assertEquals(List.of(800L, 0L), values(last));
    assertEquals(List.of(), last.parts().get(1).layers());
    TraceLine line = last.trace().lines().getLast();
    assertEquals("c/2", line.itemId());
    assertEquals(Clause.LIMIT, line.clause());
    assertEquals("全部优待总共限优惠 10.00 元，已用完", line.sentence().zh());
    Evaluation.Refused refused =
        assertInstanceOf(Evaluation.Refused.class, evaluate(1000, goods, ticket));
    assertEquals(ReasonCode.LIMIT_REACHED, refused.reason());
  }

  @Test
  void aGrantSaysWhatALimitLeaves() {
    Evaluation.Granted granted = granted(evaluate(400, item("c/1", "GOODS")));
    assertTrue(
        granted.trace().lines().stream()
            .anyMatch(
                line ->
                    line.held()
                        && line.sentence()
                            .en()
                            .equals(
                                "Limited to a benefit of 10.00 yuan in all for the whole programme;"
                                    + " 6.00 yuan left")));
  }

  private static Evaluation evaluate(long usedFen, Item... items) {
    Situation situation =
        new Situation(
            holder(HANDAN, VETERAN),
            venue("V1", 4),
            List.of(new BillPart("GOODS", 800, 800), new BillPart("TICKET", 800, 800)),
            "",
            NOW,
            (item, limit) -> usedFen,
            true);
    return new Evaluator().evaluate(situation, List.of(items));
  }

  private static Evaluation.Granted granted(Evaluation evaluation) {
    return assertInstanceOf(Evaluation.Granted.class, evaluation);
  }

  private static List<Long> values(Evaluation.Granted granted) {
    return granted.parts().stream().map(PartQuote::benefitValueFen).toList();
  }

  private static Item item(String id, String label) {
    Item base = RuleFixtures.item(id, anyOrigin(VETERAN), new PriceRule.Free(), BUDGET);
    return new Item(
        id,
        1,
        base.title(),
        base.who(),
        base.where(),
        base.when(),
        List.of(new PartRule(label, new PriceRule.Free())),
        base.limits(),
        0,
        Proof.NONE,
        base.source(),
        true);
  }
}

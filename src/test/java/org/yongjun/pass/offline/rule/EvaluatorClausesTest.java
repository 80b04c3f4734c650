package org.yongjun.pass.offline.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yongjun.pass.offline.rule.RuleFixtures.ALL;
import static org.yongjun.pass.offline.rule.RuleFixtures.BAODING;
import static org.yongjun.pass.offline.rule.RuleFixtures.HANDAN;
import static org.yongjun.pass.offline.rule.RuleFixtures.NOW;
import static org.yongjun.pass.offline.rule.RuleFixtures.TIERED;
import static org.yongjun.pass.offline.rule.RuleFixtures.TIERS;
import static org.yongjun.pass.offline.rule.RuleFixtures.anyOrigin;
import static org.yongjun.pass.offline.rule.RuleFixtures.holder;
import static org.yongjun.pass.offline.rule.RuleFixtures.item;
import static org.yongjun.pass.offline.rule.RuleFixtures.quote;
import static org.yongjun.pass.offline.rule.RuleFixtures.refusal;
import static org.yongjun.pass.offline.rule.RuleFixtures.situation;
import static org.yongjun.pass.offline.rule.RuleFixtures.venue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.RegionCode;

class EvaluatorClausesTest {
  @Test
  void theRefusalIsTheOneThatCameFurthest() {
    When past =
        new When(
            LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31), List.of(), Set.of(), List.of());
    Item over = item("b/1", anyOrigin(ALL), Where.in(HANDAN), past, TIERS);
    Item elsewhere =
        item("a/1", new Who(HolderClasses.of(ALL), new Origin.Local(BAODING), null), TIERS);
    Item survivors = item("a/0", anyOrigin(HolderClass.MARTYR_SURVIVOR), TIERS);
    Evaluation.Refused refused =
        refusal(situation(holder(HANDAN, HolderClass.VETERAN), 700), survivors, elsewhere, over);
    assertEquals(ReasonCode.NOT_NOW, refused.reason());
    assertEquals(
        List.of("b/1", "a/1", "a/0"),
        refused.trace().lines().stream()
            .filter(line -> !line.held())
            .map(TraceLine::itemId)
            .toList());
  }

  @Test
  void hoursAndWeekdaysAreThoseOfShanghai() {
    HolderFacts veteran = holder(HANDAN, HolderClass.VETERAN);
    LocalDate start = LocalDate.of(2023, 1, 1);
    When morning =
        new When(
            start,
            null,
            List.of(),
            Set.of(DayOfWeek.WEDNESDAY),
            List.of(new When.Hours(LocalTime.of(9, 0), LocalTime.of(10, 0))));
    When tenOnwards =
        new When(
            start,
            null,
            List.of(),
            Set.of(DayOfWeek.WEDNESDAY),
            List.of(new When.Hours(LocalTime.of(10, 0), LocalTime.MIDNIGHT)));
    Item early = item("h/1", anyOrigin(ALL), Where.in(HANDAN), morning, TIERS);
    Item late = item("h/2", anyOrigin(ALL), Where.in(HANDAN), tenOnwards, TIERS);
    assertEquals(ReasonCode.NOT_NOW, refusal(situation(veteran, 700), early).reason());
    assertEquals(630, quote(situation(veteran, 700), late).payableFen());
    When thatDay =
        new When(
            start,
            null,
            List.of(new When.Window(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 11, 25))),
            Set.of(),
            List.of());
    assertTrue(thatDay.decide(NOW).isHeld());
    assertTrue(thatDay.decide(NOW.plusSeconds(14 * 3600 - 1)).isHeld());
    assertFalse(thatDay.decide(NOW.plusSeconds(14 * 3600)).isHeld());
    assertFalse(thatDay.decide(NOW.minusSeconds(10 * 3600 + 1)).isHeld());
  }

  @Test
  void aUsedUpLimitRefusesAndALimitInFenCoversTheRest() {
    Limit twice = new Limit(Limit.Subject.HOLDER, Limit.Period.DAY, Limit.Unit.USES, 2);
    Limit yuan = new Limit(Limit.Subject.HOLDER, Limit.Period.MONTH, Limit.Unit.FEN, 1000);
    Item limited = item("l/1", anyOrigin(ALL), new PriceRule.Free(), twice, yuan);
    HolderFacts veteran = holder(HANDAN, HolderClass.VETERAN);
    Evaluation.Refused refused = refusal(used(veteran, 2, 0), limited);
    assertEquals(ReasonCode.LIMIT_REACHED, refused.reason());
    assertEquals("每位持证人每天限 2 次，已用完", refused.explanation().zh());
    assertEquals(ReasonCode.LIMIT_REACHED, refusal(used(veteran, 0, 1000), limited).reason());
    PartQuote quote = quote(used(veteran, 1, 400), limited);
    assertEquals(600, quote.benefitValueFen());
    assertEquals(100, quote.payableFen());
  }

  private static Situation used(HolderFacts holder, long uses, long fen) {
    return new Situation(
        holder,
        venue("V1", 4),
        List.of(new BillPart("GOODS", 700, 700)),
        "",
        NOW,
        (item, limit) -> limit.unit() == Limit.Unit.USES ? uses : fen,
        true);
  }

  @Test
  void anInactiveVenueIsRefusedBeforeAnythingElse() {
    VenueFacts closed =
        new VenueFacts("V1", "SHOP", RegionCode.of("130402"), 0, "", Set.of(), false);
    Situation situation = situation(holder(HANDAN, HolderClass.VEHICLE), closed, 700, 700, false);
    assertEquals(ReasonCode.VENUE_NOT_ACTIVE, refusal(situation, TIERED).reason());
  }

  /** Whoever's age nobody knows is neither known to be old nor known to be young. */
  @Test
  void whatNobodyKnowsIsNotMetAndNeitherIsItsContrary() {
    Condition old = new Condition.AgeAtLeast(60);
    Condition failed = new Condition.ChannelIs("BANK_CARD");
    Condition held = new Condition.ChannelIs("");
    HolderFacts ageless = holder(HANDAN, HolderClass.VETERAN);
    Situation online = situation(ageless, RuleFixtures.venue("V1", 4), 1, 1, true);
    List<Condition> unknown =
        List.of(
            old,
            new Condition.Not(old),
            new Condition.Not(new Condition.Not(old)),
            new Condition.Not(new Condition.All(List.of(held, old))),
            new Condition.Not(new Condition.Any(List.of(failed, old))));
    for (Condition each : unknown) {
      assertEquals(Decision.State.UNKNOWN, each.decide(online).state());
      assertTrue(each.decide(online).isFailed());
    }
    assertEquals(
        Decision.State.HELD,
        new Condition.Not(new Condition.All(List.of(failed, old))).decide(online).state());
    assertEquals(Decision.State.HELD, new Condition.Any(List.of(old, held)).decide(online).state());
    // The register knows that there is no merit.
    assertEquals(
        Decision.State.HELD,
        new Condition.Not(new Condition.MeritAtMost(1)).decide(online).state());
  }

  @Test
  void joinedConditionsFollowThreeValuedLogic() {
    Condition unknown = new Condition.MemberOf("garrison");
    Condition held = new Condition.ChannelIs("");
    Condition failed = new Condition.ChannelIs("BANK_CARD");
    Situation offline = situation(holder(HANDAN, HolderClass.VETERAN), 1);
    assertEquals(
        Decision.State.FAILED,
        new Condition.All(List.of(unknown, failed, held)).decide(offline).state());
    assertEquals(
        Decision.State.UNDECIDED,
        new Condition.All(List.of(held, unknown)).decide(offline).state());
    assertEquals(
        Decision.State.HELD,
        new Condition.Any(List.of(failed, unknown, held)).decide(offline).state());
    assertEquals(
        Decision.State.UNDECIDED,
        new Condition.Any(List.of(failed, unknown)).decide(offline).state());
    assertEquals(Decision.State.UNDECIDED, new Condition.Not(unknown).decide(offline).state());
    assertEquals(Decision.State.HELD, new Condition.Not(failed).decide(offline).state());
    assertFalse(new Condition.All(List.of(held, unknown)).isDecidableFromCode());
    assertTrue(new Condition.Not(failed).isDecidableFromCode());
  }
}

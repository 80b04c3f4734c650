package org.yongjun.pass.offline.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yongjun.pass.offline.rule.RuleFixtures.ALL;
import static org.yongjun.pass.offline.rule.RuleFixtures.BAODING;
import static org.yongjun.pass.offline.rule.RuleFixtures.HANDAN;
import static org.yongjun.pass.offline.rule.RuleFixtures.HEBEI;
import static org.yongjun.pass.offline.rule.RuleFixtures.NOW;
import static org.yongjun.pass.offline.rule.RuleFixtures.TIERED;
import static org.yongjun.pass.offline.rule.RuleFixtures.TIERS;
import static org.yongjun.pass.offline.rule.RuleFixtures.anyOrigin;
import static org.yongjun.pass.offline.rule.RuleFixtures.holder;
import static org.yongjun.pass.offline.rule.RuleFixtures.item;
import static org.yongjun.pass.offline.rule.RuleFixtures.layer;
import static org.yongjun.pass.offline.rule.RuleFixtures.quote;
import static org.yongjun.pass.offline.rule.RuleFixtures.refusal;
import static org.yongjun.pass.offline.rule.RuleFixtures.situation;
import static org.yongjun.pass.offline.rule.RuleFixtures.venue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.Text;

class EvaluatorTest {
  @Test
  void aServicepersonPaysEightyPerCent() {
    PartQuote quote = quote(situation(holder(HANDAN, HolderClass.SERVICEPERSON), 2200), TIERED);
    assertEquals(1760, quote.payableFen());
    assertEquals(440, quote.benefitValueFen());
  }

  @Test
  void halfAFenIsRoundedUp() {
    PartQuote quote = quote(situation(holder(HANDAN, HolderClass.VETERAN), 1995), TIERED);
    assertEquals(1796, quote.payableFen());
    assertEquals(199, quote.benefitValueFen());
  }

  @Test
  void aVeteranMarriedToAServicepersonPaysNinetyPerCentNotEightyOne() {
    PartQuote quote =
        quote(
            situation(holder(HANDAN, HolderClass.VETERAN, HolderClass.MILITARY_DEPENDENT), 10_000),
            TIERED,
            item("t/2", anyOrigin(HolderClass.MILITARY_DEPENDENT), TIERS));
    assertEquals(9000, quote.payableFen());
    assertEquals(List.of(new PartQuote.Layer("t/1", 1, HolderClass.VETERAN, 1000)), quote.layers());
  }

  @Test
  void aServicepersonOfAMilitaryFamilyPaysTheBestTierOnce() {
    PartQuote quote =
        quote(
            situation(
                holder(HANDAN, HolderClass.MILITARY_DEPENDENT, HolderClass.SERVICEPERSON), 10_000),
            TIERED);
    assertEquals(8000, quote.payableFen());
    assertEquals(HolderClass.SERVICEPERSON, quote.layers().get(0).used());
  }

  @Test
  void whatIsFreeForEveryoneCountsOneUseOfNoValue() {
    Situation situation =
        situation(holder(HANDAN, HolderClass.VETERAN), venue("V1", 4), 5000, 0, false);
    PartQuote quote = quote(situation, item("f/1", anyOrigin(ALL), new PriceRule.Free()));
    assertEquals(0, quote.benefitValueFen());
    assertEquals(0, quote.payableFen());
    assertEquals(1, quote.layers().size());
  }

  @Test
  void thePercentageAppliesToTheReferencePrice() {
    Situation situation =
        situation(holder(HANDAN, HolderClass.VETERAN), venue("V1", 4), 10_000, 6000, false);
    PartQuote quote = quote(situation, TIERED);
    assertEquals(5400, quote.payableFen());
    assertEquals(600, quote.benefitValueFen());
  }

  @Test
  void anExceptedVenueStaysOutAndMayHaveItsOwnItem() {
    Where rated =
        new Where(
            Set.of("SCENIC_SPOT"),
            1,
            5,
            Set.of(),
            HANDAN,
            Set.of(),
            Set.of("mountain"),
            Set.of(),
            Set.of("V9"));
    When always = When.from(LocalDate.of(2023, 1, 1));
    Item free = item("e/1", anyOrigin(ALL), rated, always, new PriceRule.Free());
    HolderFacts veteran = holder(HANDAN, HolderClass.VETERAN);
    assertEquals(
        0, quote(situation(veteran, venue("V1", 1), 5000, 5000, false), free).payableFen());
    for (VenueFacts out : List.of(venue("V9", 5), venue("V2", 5, "mountain"), venue("V3", 0))) {
      assertEquals(
          ReasonCode.VENUE_NOT_ACTIVE,
          refusal(situation(veteran, out, 5000, 5000, false), free).reason());
    }
    Where own =
        new Where(Set.of(), 0, 5, Set.of(), HANDAN, Set.of(), Set.of(), Set.of("V9"), Set.of());
    Item half = item("e/2", anyOrigin(ALL), own, always, new PriceRule.PercentPayable(50));
    assertEquals(
        2500,
        quote(situation(veteran, venue("V9", 5), 5000, 5000, false), free, half).payableFen());
    assertFalse(own.matches(venue("V1", 5)));
  }

  @Test
  void aRefusalByRegionNamesBothRegions() {
    Evaluator named =
        new Evaluator(
            region -> region.equals(HANDAN) ? new Text("邯郸", "Handan") : new Text("保定", "Baoding"));
    Item local =
        item(
            "r/1",
            new Who(HolderClasses.of(HolderClass.VETERAN), new Origin.Local(HANDAN), null),
            TIERS);
    Evaluation.Refused refused =
        assertInstanceOf(
            Evaluation.Refused.class,
            named.evaluate(situation(holder(BAODING, HolderClass.VETERAN), 1000), List.of(local)));
    assertEquals(ReasonCode.REGION_NOT_ENTITLED, refused.reason());
    assertEquals("此项优待面向邯郸居民；该凭证属地为保定", refused.explanation().zh());
    assertEquals(
        "Valid for Handan residents; this certificate's home is Baoding",
        refused.explanation().en());
  }

  @Test
  void aHomeKnownOnlyByProvinceIsUndecidedOfflineAndRefusedOnline() {
    Item local =
        item(
            "r/1",
            new Who(HolderClasses.of(HolderClass.SERVICEPERSON), new Origin.Local(HANDAN), null),
            TIERS);
    HolderFacts soldier = holder(HEBEI, HolderClass.SERVICEPERSON);
    assertEquals(ReasonCode.NEEDS_NETWORK, refusal(situation(soldier, 1000), local).reason());
    assertEquals(
        ReasonCode.REGION_NOT_ENTITLED,
        refusal(situation(soldier, venue("V1", 4), 1000, 1000, true), local).reason());
  }

  @Test
  void anUnknownAttributeNeedsTheNetworkAndAKnownOneDecides() {
    Who merit =
        new Who(
            HolderClasses.of(HolderClass.VETERAN),
            new Origin.Nationwide(),
            new Condition.MeritAtMost(3));
    Item off = item("m/1", merit, new PriceRule.AmountOff(10_000_000, 0, null));
    HolderClasses veteran = HolderClasses.of(HolderClass.VETERAN);
    assertEquals(
        ReasonCode.NEEDS_NETWORK,
        refusal(situation(HolderFacts.ofCode(veteran, HANDAN, 0, 0), 1000), off).reason());
    assertEquals(
        ReasonCode.CONDITION_FAILED,
        refusal(
                situation(
                    HolderFacts.ofCode(veteran, HANDAN, 0, 0), venue("V1", 4), 1000, 1000, true),
                off)
            .reason());
    for (int merits = 1; merits <= 3; merits++) {
      PartQuote quote =
          quote(situation(HolderFacts.ofCode(veteran, HANDAN, merits, 0), 80_000_000), off);
      assertEquals(70_000_000, quote.payableFen());
    }
  }

  @Test
  void aSumOffNeverExceedsThePrice() {
    Item off = item("m/1", anyOrigin(ALL), new PriceRule.AmountOff(5000, 0, null));
    PartQuote quote = quote(situation(holder(HANDAN, HolderClass.VETERAN), 3000), off);
    assertEquals(0, quote.payableFen());
    assertEquals(3000, quote.benefitValueFen());
  }

  @Test
  void aThresholdCountsOnceWithoutACapAndRepeatedlyUpToACap() {
    Item once = item("m/1", anyOrigin(ALL), new PriceRule.AmountOff(1000, 10_000, null));
    Item often = item("m/2", anyOrigin(ALL), new PriceRule.AmountOff(1000, 10_000, 2500L));
    HolderFacts veteran = holder(HANDAN, HolderClass.VETERAN);
    assertEquals(ReasonCode.CONDITION_FAILED, refusal(situation(veteran, 9999), once).reason());
    assertEquals(9000, quote(situation(veteran, 10_000), once).payableFen());
    assertEquals(34_000, quote(situation(veteran, 35_000), once).payableFen());
    assertEquals(18_000, quote(situation(veteran, 20_000), often).payableFen());
    assertEquals(32_500, quote(situation(veteran, 35_000), often).payableFen());
  }

  @Test
  void layersComeOnTopOfTheBestItemInTheirOrder() {
    HolderFacts veteran = holder(HANDAN, HolderClass.VETERAN);
    PartQuote quote =
        quote(
            situation(veteran, 10_000),
            layer("a/2", anyOrigin(ALL), 2, new PriceRule.AmountOff(300, 0, null)),
            layer("a/1", anyOrigin(ALL), 1, new PriceRule.AmountOff(500, 10_000, null)),
            TIERED);
    assertEquals(8200, quote.payableFen());
    assertEquals(
        List.of("t/1", "a/1", "a/2"),
        quote.layers().stream().map(PartQuote.Layer::itemId).toList());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Item(
                "x/1",
                1,
                TIERED.title(),
                TIERED.who(),
                TIERED.where(),
                TIERED.when(),
                TIERED.parts(),
                List.of(),
                1,
                Proof.NONE,
                TIERED.source(),
                true));
  }

  @Test
  void aFixedPriceNeverRaisesWhatIsPaid() {
    Item oneFen = item("x/1", anyOrigin(ALL), new PriceRule.FixedPrice(1));
    HolderFacts veteran = holder(HANDAN, HolderClass.VETERAN);
    assertEquals(199, quote(situation(veteran, 200), oneFen).benefitValueFen());
    assertEquals(0, quote(situation(veteran, 0), oneFen).payableFen());
  }

  @Test
  void anotherChannelIsACertainRefusalEvenOffline() {
    Who who =
        new Who(
            HolderClasses.of(ALL), new Origin.Nationwide(), new Condition.ChannelIs("BANK_CARD"));
    Item oneFen = item("x/1", who, new PriceRule.FixedPrice(1));
    assertEquals(
        ReasonCode.CONDITION_FAILED,
        refusal(situation(holder(HANDAN, HolderClass.VETERAN), 200), oneFen).reason());
  }

  @Test
  void thePriorityHasNoValueButCounts() {
    Item lane = item("p/1", anyOrigin(ALL), new PriceRule.NonMonetary());
    PartQuote quote = quote(situation(holder(HANDAN, HolderClass.VETERAN), 700), lane);
    assertEquals(0, quote.benefitValueFen());
    assertEquals(700, quote.payableFen());
    assertEquals(1, quote.layers().size());
  }

  @Test
  void anItemWithoutAFigureIsNotPriced() {
    Item vague = item("u/1", anyOrigin(ALL), new PriceRule.Unquantified());
    Situation situation = situation(holder(HANDAN, HolderClass.VETERAN), 700);
    assertEquals(ReasonCode.NOT_PRICED, refusal(situation, vague).reason());
    assertEquals(630, quote(situation, vague, TIERED).payableFen());
  }

  @Test
  void aPartWithoutAnItemStaysAtItsReferencePrice() {
    Situation situation =
        new Situation(
            holder(HANDAN, HolderClass.VETERAN),
            venue("V1", 4),
            List.of(new BillPart("BOAT", 4000, 3000), new BillPart("GOODS", 1000, 1000)),
            "",
            NOW,
            Usage.NONE,
            false);
    Evaluation.Granted granted =
        assertInstanceOf(
            Evaluation.Granted.class, new Evaluator().evaluate(situation, List.of(TIERED)));
    assertEquals(3000, granted.parts().get(0).payableFen());
    assertEquals(0, granted.parts().get(0).benefitValueFen());
    assertEquals(3900, granted.payableFen());
    assertEquals(
        ReasonCode.CONDITION_FAILED,
        refusal(
                new Situation(
                    situation.holder(),
                    situation.venue(),
                    situation.parts().subList(0, 1),
                    "",
                    NOW,
                    Usage.NONE,
                    false),
                TIERED)
            .reason());
  }

  @Test
  void anUndecidedItemNeverStandsInTheWayOfACertainOne() {
    Who listed =
        new Who(HolderClasses.of(ALL), new Origin.Nationwide(), new Condition.MemberOf("garrison"));
    Item undecided = item("g/1", listed, new PriceRule.Free());
    Evaluation.Granted granted =
        assertInstanceOf(
            Evaluation.Granted.class,
            new Evaluator()
                .evaluate(
                    situation(holder(HANDAN, HolderClass.VETERAN), 1000),
                    List.of(undecided, TIERED)));
    assertEquals(900, granted.payableFen());
    assertTrue(
        granted.trace().lines().stream()
            .anyMatch(line -> line.clause() == Clause.NETWORK && !line.held()));
  }
}

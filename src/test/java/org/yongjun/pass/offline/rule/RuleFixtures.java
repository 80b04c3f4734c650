package org.yongjun.pass.offline.rule;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.kernel.Text;

/** Builds the facts and items that the rule tests need. */
final class RuleFixtures {
  static final RegionCode HANDAN = RegionCode.of("130400");
  static final RegionCode BAODING = RegionCode.of("130600");
  static final RegionCode HEBEI = RegionCode.of("130000");

  /** A Wednesday, 10:00 in Shanghai. */
  static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");

  private static final LocalDate START = LocalDate.of(2023, 8, 1);
  private static final Source SOURCE = new Source("test", null, START, null, List.of());

  static final HolderClass[] ALL = {
    HolderClass.SERVICEPERSON, HolderClass.VETERAN, HolderClass.MILITARY_DEPENDENT
  };
  static final PriceRule TIERS =
      new PriceRule.PercentPayable(
          100,
          Map.of(
              HolderClass.SERVICEPERSON, 80,
              HolderClass.VETERAN, 90,
              HolderClass.MILITARY_DEPENDENT, 90));
  static final Item TIERED = item("t/1", anyOrigin(ALL), TIERS);

  private static final Evaluator EVALUATOR = new Evaluator();

  private RuleFixtures() {}

  static HolderFacts holder(RegionCode home, HolderClass... classes) {
    return HolderFacts.ofCode(HolderClasses.of(classes), home, 0, 0);
  }

  static VenueFacts venue(String id, int aLevel, String... tags) {
    return new VenueFacts(
        id, "SCENIC_SPOT", RegionCode.of("130402"), aLevel, "CITY_OWNED", Set.of(tags), true);
  }

  static Who anyOrigin(HolderClass... classes) {
    return new Who(HolderClasses.of(classes), new Origin.Nationwide(), null);
  }

  static Item item(String id, Who who, Where where, When when, PriceRule rule, Limit... limits) {
    return new Item(
        id,
        1,
        new Text(id, id),
        who,
        where,
        when,
        List.of(new PartRule("GOODS", rule)),
        List.of(limits),
        0,
        Proof.NONE,
        SOURCE,
        true);
  }

  static Item item(String id, Who who, PriceRule rule, Limit... limits) {
    return item(id, who, Where.in(HANDAN), When.from(START), rule, limits);
  }

  static Item layer(String id, Who who, int stackOrder, PriceRule.AmountOff rule) {
    Item base = item(id, who, rule);
    return new Item(
        id,
        1,
        base.title(),
        who,
        base.where(),
        base.when(),
        base.parts(),
        List.of(),
        stackOrder,
        Proof.NONE,
        SOURCE,
        true);
  }

  static Situation situation(
      HolderFacts holder, VenueFacts venue, long listFen, long referenceFen, boolean online) {
    return new Situation(
        holder,
        venue,
        List.of(new BillPart("GOODS", listFen, referenceFen)),
        "",
        NOW,
        Usage.NONE,
        online);
  }

  static Situation situation(HolderFacts holder, long listFen) {
    return situation(holder, venue("V1", 4), listFen, listFen, false);
  }

  /** The quote of the first part, where a benefit applies. */
  static PartQuote quote(Situation situation, Item... items) {
    return assertInstanceOf(Evaluation.Granted.class, EVALUATOR.evaluate(situation, List.of(items)))
        .parts()
        .get(0);
  }

  /** The refusal, where none applies. */
  static Evaluation.Refused refusal(Situation situation, Item... items) {
    return assertInstanceOf(
        Evaluation.Refused.class, EVALUATOR.evaluate(situation, List.of(items)));
  }
}

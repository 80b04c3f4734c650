package org.yongjun.pass.offline.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.kernel.Fen;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.kernel.Text;

/** What holds for every bill, holder and set of items, tried on seeded random ones. */
class EvaluatorPropertyTest {
  private static final long SEED = 20_261_122L;
  private static final int CASES = 20_000;
  private static final String[] LABELS = {"FARE", "ADMISSION", "GOODS", "CHECKUP"};
  private static final int[] REGIONS = {130400, 130402, 130600, 130000, 340200};

  private final Random random = new Random(SEED);
  private final Evaluator evaluator = new Evaluator();

  @Test
  void invariantsHoldAndNoSingleItemBeatsTheBestOf() {
    int granted = 0;
    for (int i = 0; i < CASES; i++) {
      Situation situation = situation();
      List<Item> items = items();
      Evaluation evaluation = evaluator.evaluate(situation, items);
      Collections.shuffle(items, random);
      assertEquals(evaluation, evaluator.evaluate(situation, items), "order of items, case " + i);
      if (evaluation instanceof Evaluation.Granted grant) {
        granted++;
        checkInvariants(situation, grant);
      } else {
        Evaluation.Refused refused = (Evaluation.Refused) evaluation;
        assertTrue(refused.reason().number() >= 20, "case " + i);
        assertEquals(refused.explanation(), refused.trace().lines().get(0).sentence());
      }
      for (Item item : items) {
        if (evaluator.evaluate(situation, List.of(item)) instanceof Evaluation.Granted alone) {
          Evaluation.Granted best = (Evaluation.Granted) evaluation;
          for (int part = 0; part < best.parts().size(); part++) {
            assertTrue(
                best.parts().get(part).payableFen() <= alone.parts().get(part).payableFen(),
                "case " + i);
          }
        }
      }
    }
    assertTrue(granted > CASES / 10, "grants " + granted);
    assertTrue(granted < CASES * 9 / 10, "grants " + granted);
  }

  private static void checkInvariants(Situation situation, Evaluation.Granted grant) {
    assertEquals(situation.parts().size(), grant.parts().size());
    for (int i = 0; i < grant.parts().size(); i++) {
      BillPart part = situation.parts().get(i);
      PartQuote quote = grant.parts().get(i);
      assertEquals(part.label(), quote.label());
      assertEquals(part.listFen(), quote.listFen());
      assertEquals(part.referenceFen(), quote.referenceFen());
      assertTrue(quote.payableFen() >= 0 && quote.payableFen() <= quote.referenceFen());
      long layersFen = quote.layers().stream().mapToLong(PartQuote.Layer::reductionFen).sum();
      assertEquals(layersFen, quote.benefitValueFen());
      assertEquals(quote.referenceFen() - quote.payableFen(), quote.benefitValueFen());
      for (PartQuote.Layer layer : quote.layers()) {
        assertTrue(situation.holder().classes().has(layer.used()));
      }
    }
  }

  private Situation situation() {
    List<BillPart> parts = new ArrayList<>();
    for (String label : LABELS) {
      if (parts.isEmpty() || random.nextBoolean()) {
        long listFen =
            random.nextInt(50) == 0 ? Fen.AMOUNT_MAX : random.nextInt(1 + random.nextInt(100_000));
        long referenceFen =
            random.nextInt(3) == 0 ? (long) (listFen * random.nextDouble()) : listFen;
        parts.add(new BillPart(label, listFen, referenceFen));
      }
    }
    HolderFacts holder =
        HolderFacts.ofCode(classes(), region(), random.nextInt(4), random.nextInt(11));
    VenueFacts venue =
        new VenueFacts(
            "V1",
            random.nextBoolean() ? "SHOP" : "SCENIC_SPOT",
            RegionCode.of("130402"),
            random.nextInt(6),
            "",
            Set.of(),
            random.nextInt(20) > 0);
    return new Situation(
        holder,
        venue,
        parts,
        random.nextBoolean() ? "BANK_CARD" : "",
        RuleFixtures.NOW,
        Usage.NONE,
        random.nextBoolean());
  }

  private HolderClasses classes() {
    int bits = 0;
    for (int i = 0; i < 3; i++) {
      bits |= 1 << random.nextInt(6);
    }
    return new HolderClasses(bits);
  }

  private RegionCode region() {
    return new RegionCode(REGIONS[random.nextInt(REGIONS.length)]);
  }

  private List<Item> items() {
    List<Item> items = new ArrayList<>();
    int count = random.nextInt(6);
    for (int i = 0; i < count; i++) {
      items.add(item("c/" + i));
    }
    return items;
  }

  private Item item(String id) {
    boolean layer = random.nextInt(4) == 0;
    List<PartRule> parts = new ArrayList<>();
    for (String label : LABELS) {
      if (parts.isEmpty() || random.nextInt(3) == 0) {
        parts.add(new PartRule(label, layer ? amountOff() : rule()));
      }
    }
    Where where =
        new Where(
            random.nextInt(3) == 0 ? Set.of("SCENIC_SPOT") : Set.of(),
            random.nextInt(2),
            5,
            Set.of(),
            RegionCode.of("130000"),
            Set.of(),
            Set.of(),
            Set.of(),
            random.nextInt(10) == 0 ? Set.of("V1") : Set.of());
    return new Item(
        id,
        1,
        new Text(id, id),
        new Who(classes(), origin(), condition()),
        where,
        When.from(LocalDate.of(random.nextInt(8) == 0 ? 2027 : 2023, 1, 1)),
        parts,
        List.of(),
        layer ? 1 + random.nextInt(Item.STACK_ORDER_MAX) : 0,
        Proof.NONE,
        new Source("test", null, null, null, List.of()),
        true);
  }

  private Origin origin() {
    return switch (random.nextInt(3)) {
      case 0 -> new Origin.Local(region());
      case 1 -> new Origin.Listed(List.of(region(), region()));
      default -> new Origin.Nationwide();
    };
  }

  private Condition condition() {
    return switch (random.nextInt(8)) {
      case 0 -> new Condition.MeritAtMost(1 + random.nextInt(3));
      case 1 -> new Condition.DisabilityGradeAtMost(1 + random.nextInt(10));
      case 2 -> new Condition.ChannelIs("BANK_CARD");
      case 3 -> new Condition.Not(new Condition.ChannelIs("BANK_CARD"));
      case 4 ->
          new Condition.Any(
              List.of(new Condition.AgeAtLeast(60), new Condition.ChannelIs("BANK_CARD")));
      default -> null;
    };
  }

  private PriceRule rule() {
    return switch (random.nextInt(7)) {
      case 0 -> new PriceRule.Free();
      case 1 -> new PriceRule.PercentPayable(random.nextInt(101));
      case 2 -> tiers();
      case 3 -> amountOff();
      case 4 -> new PriceRule.FixedPrice(random.nextInt(5000));
      case 5 -> new PriceRule.NonMonetary();
      default -> new PriceRule.Unquantified();
    };
  }

  private PriceRule tiers() {
    Map<HolderClass, Integer> tiers = new HashMap<>();
    for (HolderClass each : HolderClass.values()) {
      if (random.nextBoolean()) {
        tiers.put(each, random.nextInt(101));
      }
    }
    return new PriceRule.PercentPayable(random.nextInt(101), tiers);
  }

  private PriceRule.AmountOff amountOff() {
    long offFen = 1 + random.nextInt(5000);
    long thresholdFen = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(20_000);
    Long capFen = thresholdFen > 0 && random.nextBoolean() ? offFen + random.nextInt(9000) : null;
    return new PriceRule.AmountOff(offFen, thresholdFen, capFen);
  }
}

package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryTerminal;

/**
 * Goal: of “一免六优” one part is money, the others are priorities worth nothing, and a check-up at 85
 * % is a benefit beside it; redeemed at several counters they are one visit, shown by one code.
 * Method: the list of 广安's hospital over HTTP; fees are made up, sums by hand in fen.
 */
class H07_OneBundleAtSeveralCountersTest {
  private final HardCase guangan = new HardCase("guangan-hospital");
  private final String hospital =
      guangan.venue(
          "HOSPITAL",
          Map.of("tags", List.of("军人医疗优待医院")),
          Map.of(
              "REGISTRATION_FEE", 1_500L,
              "EXPERT_REGISTRATION", 5_000L,
              "PRIORITY_MEDICINE", 0L,
              "PRIORITY_PAYMENT", 0L,
              "PRIORITY_EXAMINATION", 0L,
              "CHECKUP", 30_001L));
  private final StoryTerminal registration = guangan.till(hospital);

  private StoryHttp.Reply at(StoryTerminal counter, String visit, String label) {
    return counter.redeemPart(Scene.key(), visit, Map.of(label, 0L));
  }

  @Test
  void onePartIsFreeThreeComeFirstAndTheVisitIsOne() {
    StoryHttp.Reply opened =
        registration.redeem(
            Scene.key(), guangan.scene.veteran().show(), Map.of("REGISTRATION_FEE", 0L));
    assertEquals("1500/1500/0/1500 guangan-hospital/1", guangan.read(opened));
    String visit = opened.text("visitId");
    for (String priority : List.of("MEDICINE", "PAYMENT", "EXAMINATION")) {
      StoryTerminal counter = guangan.till(hospital);
      assertEquals(
          "0/0/0/0 guangan-hospital/1", guangan.read(at(counter, visit, "PRIORITY_" + priority)));
      assertEquals("LIMIT_REACHED", at(counter, visit, "PRIORITY_" + priority).text("code"));
    }
    // 300.01 × 85 % = 255.0085, 255.01 to pay and 45.00 of value, by an item of its own.
    assertEquals(
        "30001/30001/25501/4500 guangan-hospital/2",
        guangan.read(at(guangan.till(hospital), visit, "CHECKUP")));
    // 5 parts, 1 visit; 15.00 + 300.01 listed, 255.01 paid, 15.00 + 45.00 saved.
    assertEquals(new Totals(5, 1, 31_501, 31_501, 25_501, 6_000), Totals.ofFigure(guangan.scene));
  }

  @Test
  void anExpertsRegistrationIsNoPartOfIt() {
    StoryHttp.Reply refused =
        registration.redeem(
            Scene.key(), guangan.scene.veteran().show(), Map.of("EXPERT_REGISTRATION", 0L));
    assertEquals("CONDITION_FAILED", refused.expect(422).text("code"));
  }
}

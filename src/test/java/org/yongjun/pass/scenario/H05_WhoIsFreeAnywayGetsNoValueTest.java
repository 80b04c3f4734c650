package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.yongjun.pass.scenario.Scene.key;
import static org.yongjun.pass.scenario.TariffScene.TODAY;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.app.StoryTerminal;
import org.yongjun.pass.scenario.TariffScene.Sum;

/**
 * Goal: a benefit's value is what this person would have paid on that day without any programme
 * (universal plus preferential, 普惠加优待). Method: venues file public tariffs over HTTP; people of
 * stated ages redeem; every sum is computed by hand in a comment.
 */
class H05_WhoIsFreeAnywayGetsNoValueTest {
  private static final Map<String, Long> ENTRY = Map.of("ADMISSION", 0L);

  private final TariffScene tariffs = new TariffScene();

  private StoryTerminal site(Map<String, ?> line) {
    tariffs.publish(tariffs.free("site", "ADMISSION"));
    return tariffs.counter(tariffs.venue("SCENIC_SPOT", line));
  }

  private static Sum enter(StoryTerminal entrance, StoryPhone phone) {
    return Sum.ofRedemption(entrance.redeem(key(), phone.show(), ENTRY));
  }

  @Test
  void whereNobodyPaysAUseCountsAndHasNoValue() {
    StoryTerminal entrance =
        site(Map.of("label", "ADMISSION", "listFen", 6000, "freeForAll", true));
    assertEquals(new Sum(6000, 0, 0, 0), enter(entrance, tariffs.veteranOfAge(40, 3)));
    // List 60.00, reference 0, payable 0, value 0: one use of one visit.
    assertEquals(new Totals(1, 1, 6000, 0, 0, 0), Totals.ofFigure(tariffs.scene));
  }

  @Test
  void theOldPayHalfAndTheVeryOldNothingWithoutAnyProgramme() {
    StoryTerminal entrance =
        site(
            Map.of(
                "label",
                "ADMISSION",
                "listFen",
                6001,
                "ages",
                List.of(
                    Map.of("fromYears", 60, "percent", 50), Map.of("fromYears", 65, "fen", 0))));
    // 59 years and all but two days: the list price would be due.
    assertEquals(new Sum(6001, 6001, 0, 6001), enter(entrance, tariffs.veteranOfAge(60, -2)));
    // Half of 60.01 is 30.005, half up 30.01.
    assertEquals(new Sum(6001, 3001, 0, 3001), enter(entrance, tariffs.veteranOfAge(60, 2)));
    assertEquals(new Sum(6001, 3001, 0, 3001), enter(entrance, tariffs.veteranOfAge(65, -2)));
    assertEquals(new Sum(6001, 0, 0, 0), enter(entrance, tariffs.veteranOfAge(65, 2)));
    assertEquals(3, becauseOfAge());
    // 4 × 60.01 = 240.04; 60.01 + 30.01 + 30.01 + 0 = 120.03.
    assertEquals(new Totals(4, 4, 24_004, 12_003, 0, 12_003), Totals.ofFigure(tariffs.scene));
  }

  @Test
  void thePromotionOfTheDayCountsAndTheLowestPublicPrice() {
    Map<String, ?> over =
        Map.of(
            "from",
            TODAY.minusDays(9).toString(),
            "until",
            TODAY.minusDays(1).toString(),
            "fen",
            100,
            "reason",
            "淡季");
    Map<String, ?> now =
        Map.of(
            "from",
            TODAY.minusDays(1).toString(),
            "until",
            TODAY.plusDays(1).toString(),
            "fen",
            4000,
            "reason",
            "开园周年");
    StoryTerminal entrance =
        site(
            Map.of(
                "label",
                "ADMISSION",
                "listFen",
                6000,
                "ages",
                List.of(Map.of("fromYears", 60, "percent", 50)),
                "promotions",
                List.of(over, now)));
    // 40.00 for everybody today; from 60 half of 60.00 is less.
    assertEquals(new Sum(6000, 4000, 0, 4000), enter(entrance, tariffs.veteranOfAge(30, 5)));
    assertEquals(new Sum(6000, 3000, 0, 3000), enter(entrance, tariffs.veteranOfAge(61, 5)));
  }

  @Test
  void aTerminalsWordCountsForNothingWhereAPriceIsFiled() {
    StoryTerminal entrance =
        site(Map.of("label", "ADMISSION", "listFen", 6000, "freeForAll", true));
    Map<String, Long> dearer = Map.of("ADMISSION", 99_000L);
    assertEquals(
        new Sum(6000, 0, 0, 0),
        Sum.ofRedemption(entrance.redeem(key(), tariffs.veteranOfAge(40, 3).show(), dearer)));
  }

  @Test
  void anItemMayAskForAnAge() {
    tariffs.publish(
        tariffs.item(
            "old",
            "VETERAN",
            ", \"condition\": {\"kind\": \"AGE_AT_LEAST\", \"years\": 70}",
            "ADMISSION",
            "{\"kind\": \"FREE\"}",
            ""));
    StoryTerminal entrance =
        tariffs.counter(tariffs.venue("PARK", Map.of("label", "ADMISSION", "listFen", 6000)));
    StoryHttp.Reply entered = entrance.redeem(key(), tariffs.veteranOfAge(70, 2).show(), ENTRY);
    assertEquals(new Sum(6000, 6000, 0, 6000), Sum.ofRedemption(entered));
    // The age that decided is sealed under the person's key, so that an auditor may decide again.
    String again = "/v1/redemptions/" + entered.text("redemptionId") + "/re-evaluation";
    assertEquals(
        "SAME",
        tariffs.scene.http.get(again, tariffs.officer(Role.AUDITOR)).expect(200).text("result"));
    StoryHttp.Reply refused =
        entrance.redeem(key(), tariffs.veteranOfAge(70, -2).show(), ENTRY).expect(422);
    assertEquals("CONDITION_FAILED", refused.text("code"));
    assertEquals("需年满 70 周岁", refused.text("detail"));
  }

  /** The ledger says why the reference price is what it is, and nobody's age. */
  private long becauseOfAge() {
    return Sql.number(
        """
        SELECT COUNT(*) FROM ledger_entry
        WHERE region = ? AND facts LIKE '%"referenceReason":"AGE"%' AND facts NOT LIKE '%ears%'
        """,
        tariffs.scene.city.value());
  }
}

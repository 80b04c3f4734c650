package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.yongjun.pass.scenario.Scene.key;
import static org.yongjun.pass.scenario.TariffScene.TODAY;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryTerminal;
import org.yongjun.pass.scenario.TariffScene.Sum;

/**
 * Goal: a discount on a discount (折上再打折) counts from what everybody pays today, and every layer
 * stands by itself. Method: a shop with a promotion, an item in percent and a layer on top of it.
 */
class H04_ADiscountOnADiscountTest {
  private final TariffScene tariffs = new TariffScene();

  @Test
  void theLayersAreTakenOffThePromotionPriceOneAfterTheOther() {
    tariffs.publish(
        tariffs.item(
            "ninety",
            "VETERAN",
            "",
            "GOODS",
            "{\"kind\": \"PERCENT_PAYABLE\", \"percent\": 90}",
            ""),
        tariffs.item(
            "five",
            "VETERAN",
            "",
            "GOODS",
            "{\"kind\": \"AMOUNT_OFF\", \"offFen\": 500}",
            ", \"stackOrder\": 1"));
    StoryTerminal till =
        tariffs.counter(
            tariffs.venue(
                "SHOP",
                Map.of(
                    "label",
                    "GOODS",
                    "listFen",
                    9999,
                    "promotions",
                    List.of(
                        Map.of(
                            "from",
                            TODAY.minusDays(1).toString(),
                            "until",
                            TODAY.plusDays(1).toString(),
                            "percent",
                            85,
                            "reason",
                            "店庆")))));
    StoryHttp.Reply redeemed =
        till.redeem(key(), tariffs.veteranOfAge(50, 5).show(), Map.of("GOODS", 0L));
    // 99.99 × 85 % = 84.9915, 84.99 for everybody. × 90 % = 76.491, 76.49: 8.50 off. − 5.00 =
    // 71.49.
    assertEquals(new Sum(9999, 8499, 7149, 1350), Sum.ofRedemption(redeemed));
    assertEquals(850, redeemed.number("parts/0/layers/0/reductionFen"));
    assertEquals(500, redeemed.number("parts/0/layers/1/reductionFen"));
    assertEquals(new Totals(1, 1, 9999, 8499, 7149, 1350), Totals.ofFigure(tariffs.scene));
  }
}

package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryTerminal;

/**
 * Goal: whoever is of several classes gets the best tier once, and never one on top of the other
 * (现役军人八折，退役军人和军人家属九折). Method: the list of 邯郸's pharmacy over HTTP; 19.95 of goods, sums by hand
 * in fen.
 */
class H03_TheBestOfTiersAndClassesTest {
  private final HardCase handan = new HardCase("handan-pharmacy");
  private final StoryTerminal till =
      handan.till(handan.venue("PHARMACY", Map.of("tags", List.of("书民大药房")), Map.of()));

  private StoryHttp.Reply buy(String classes) {
    String holder = handan.scene.register(handan.scene.person(), classes, handan.scene.city);
    return till.redeem(Scene.key(), handan.scene.phone(holder).show(), Map.of("GOODS", 1_995L));
  }

  private void assertPays(String classes, long payableFen) {
    StoryHttp.Reply bought = buy(classes);
    assertEquals(
        "1995/1995/%d/%d handan-pharmacy/1".formatted(payableFen, 1_995 - payableFen),
        handan.read(bought));
    assertEquals(1, bought.list("parts/0/layers").size());
  }

  @Test
  void theBestTierAppliesOnce() {
    // 19.95 × 80 % = 15.96; × 90 % = 17.955, half a fen up 17.96.
    assertPays("SERVICEPERSON", 1_596);
    assertPays("VETERAN", 1_796);
    assertPays("MILITARY_DEPENDENT", 1_796);
    // 90 % twice would be 16.16, and 80 % of 90 % 14.36: neither is paid.
    assertPays("VETERAN;MILITARY_DEPENDENT", 1_796);
    assertPays("SERVICEPERSON;MILITARY_DEPENDENT", 1_596);
    assertEquals("CLASS_NOT_ENTITLED", handan.read(buy("FIREFIGHTER")));
    // 5 × 19.95 = 99.75; 2 × 15.96 + 3 × 17.96 = 85.80; 13.95 saved.
    assertEquals(new Totals(5, 5, 9_975, 9_975, 8_580, 1_395), Totals.ofFigure(handan.scene));
  }
}

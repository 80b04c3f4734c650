package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.programmes.Counter;

/**
 * Goal: at one gate the answer depends on group, origin and what is bought: 23 sites are free for
 * the city's serving members, some of what is paid for inside is reduced, and 3 sites reduce for
 * card holders of the whole country. Method: the list of 乌海 over HTTP; tickets and terms are made
 * up, sums by hand in fen.
 */
class H02_TwoGroupsAndTwoSetsOfSitesTest {
  private final HardCase wuhai = new HardCase("wuhai-2023");
  private final Scene elsewhere = Scene.open();
  private final StoryPhone soldier = wuhai.scene.phone(wuhai.scene.register("SERVICEPERSON"));
  private final StoryPhone stranger = elsewhere.phone(elsewhere.register("VETERAN"));

  private Counter site(String... tags) {
    return wuhai.counter(
        "SCENIC_SPOT",
        Map.of("aLevel", 4, "tags", List.of(tags)),
        Map.of("ADMISSION", 4_500L, "ATTRACTION", 5_000L));
  }

  @Test
  void oneGateAnswersByGroupOriginAndPart() {
    Counter gate = site("现役军人免门票", "优待证减免");
    assertEquals("4500/4500/0/4500 wuhai-2023/2", wuhai.use(gate, soldier, "ADMISSION"));
    // A reduction without a figure is no price until the site files one: 45.00 − 15.00 = 30.00.
    assertEquals("NOT_PRICED", wuhai.use(gate, stranger, "ADMISSION"));
    wuhai.offer(gate, "ADMISSION", "{\"kind\": \"AMOUNT_OFF\", \"offFen\": 1500}", "4");
    assertEquals("4500/4500/3000/1500 terms", wuhai.use(gate, stranger, "ADMISSION"));
    assertEquals("4500/4500/0/4500 wuhai-2023/2", wuhai.use(gate, soldier, "ADMISSION"));
    // Inside: 50.00 × 60 % = 30.00 for the soldier, and nothing for the card holder.
    wuhai.offer(gate, "ATTRACTION", "{\"kind\": \"PERCENT_PAYABLE\", \"percent\": 60}", "3");
    assertEquals(
        "9500/9500/3000/6500 terms wuhai-2023/2",
        wuhai.use(gate, soldier, "ADMISSION", "ATTRACTION"));
    assertEquals("9500/9500/8000/1500 terms", wuhai.use(gate, stranger, "ADMISSION", "ATTRACTION"));
    // The ride that the card holder pays in full is no use of anything: 5 visits, 6 parts. Listed
    // 45 + 45 + 45 + 95 + 45 = 275.00, paid 0 + 30 + 0 + 30 + 30 = 90.00, saved 185.00.
    assertEquals(new Totals(6, 5, 27_500, 27_500, 9_000, 18_500), Totals.ofFigure(wuhai.scene));
  }

  @Test
  void neitherSetIsTheOthers() {
    Counter free = site("现役军人免门票");
    Counter reduced = site("优待证减免");
    StoryPhone foreignSoldier = elsewhere.phone(elsewhere.register("SERVICEPERSON"));
    assertEquals("REGION_NOT_ENTITLED", wuhai.use(free, foreignSoldier, "ADMISSION"));
    assertEquals("CLASS_NOT_ENTITLED", wuhai.use(free, stranger, "ADMISSION"));
    assertEquals("CLASS_NOT_ENTITLED", wuhai.use(reduced, soldier, "ADMISSION"));
  }
}

package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.programmes.Counter;

/**
 * Goal: two official texts name different groups for the same eight sites (市属8家4A级景区…): both stand
 * side by side with what each says, it is stated which applies to whom, and nobody is counted
 * twice; and what persons may use follows what happens to them. Method: the list of 张掖 over HTTP;
 * tickets of 45.00 are made up, sums by hand in fen.
 */
class H12_TextsThatDifferAndPersonsWhoMoveTest {
  private static final String MAY = "4500/4500/0/4500 zhangye-2023/1";
  private static final String AUGUST = "4500/4500/0/4500 zhangye-2023/2";

  private final HardCase zhangye = new HardCase("zhangye-2023");
  private final Scene scene = zhangye.scene;
  private final Scene elsewhere = Scene.open();
  private final Counter site = site(4, "CITY_OWNED");

  private Counter site(int aLevel, String ownership) {
    return zhangye.counter(
        "SCENIC_SPOT",
        Map.of("aLevel", aLevel, "ownership", ownership),
        Map.of("ADMISSION", 4_500L));
  }

  private String enter(Counter where, String classes) {
    String holder = elsewhere.register(elsewhere.person(), classes, elsewhere.city);
    return zhangye.use(where, elsewhere.phone(holder), "ADMISSION");
  }

  @Test
  void bothTextsStandSideBySideAndEachAppliesToItsOwnGroup() {
    StoryHttp.Reply list =
        scene.http.get("/v1/catalogues/" + zhangye.code, zhangye.clerk).expect(200);
    for (int item = 0; item < 2; item++) {
      String at = "document/items/" + item + "/sources/";
      assertEquals("2023-05-09", list.text(at + "0/date"));
      assertEquals("2023-08-03", list.text(at + "1/date"));
      assertEquals("市属8家4A级景区面向全国现役军人家属、退役军人及其他优抚对象实行免门票政策", list.text(at + "0/quote"));
      assertEquals("市属8家4A级景区面向全国现役军人、退役军人和其他优抚对象免收门票", list.text(at + "1/quote"));
      assertEquals(item == 0, list.at(at + "0/applied"));
      assertEquals(item == 1, list.at(at + "1/applied"));
    }
    // 45.00 → 0 by the text of May, by that of August, and by one of them, once.
    assertEquals(MAY, enter(site, "MILITARY_DEPENDENT"));
    assertEquals(AUGUST, enter(site, "SERVICEPERSON"));
    assertEquals(MAY, enter(site, "VETERAN"));
    assertEquals(MAY, enter(site, "OTHER_BENEFICIARY"));
    assertEquals("CLASS_NOT_ENTITLED", enter(site, "FIREFIGHTER"));
    // Neither text is about a site that is not the city's, or not 4A.
    assertEquals("CLASS_NOT_ENTITLED", enter(site(4, "PRIVATE"), "VETERAN"));
    assertEquals("CLASS_NOT_ENTITLED", enter(site(3, "CITY_OWNED"), "SERVICEPERSON"));
    // 4 × 45.00.
    assertEquals(new Totals(4, 4, 18_000, 18_000, 0, 18_000), Totals.ofFigure(scene));
  }

  @Test
  void whatPersonsMayUseFollowsWhatHappensToThem() {
    String veteran = scene.register("VETERAN");
    StoryPhone phone = scene.phone(veteran);
    assertEquals(MAY, zhangye.use(site, phone, "ADMISSION"));
    zhangye.event(veteran, "IMPRISONMENT");
    assertEquals("REVOKED", zhangye.use(site, phone, "ADMISSION"));
    zhangye.event(veteran, "RELEASE");
    assertEquals(MAY, zhangye.use(site, phone, "ADMISSION"));
    zhangye.event(veteran, "DEATH");
    assertEquals("REVOKED", zhangye.use(site, phone, "ADMISSION"));

    // The site is for the whole country, the bus (2.00 → 0) for who is at home here.
    Counter bus = zhangye.counter("BUS", Map.of("tags", List.of()), Map.of("FARE", 200L));
    String soldier = scene.register("SERVICEPERSON");
    StoryPhone his = scene.phone(soldier);
    assertEquals("200/200/0/200 zhangye-2023/3", zhangye.use(bus, his, "FARE"));
    zhangye.event(soldier, "TRANSFER_OUT", "otherRegion", elsewhere.city.toString());
    StoryPhone there = elsewhere.phone(soldier);
    assertEquals("REGION_NOT_ENTITLED", zhangye.use(bus, there, "FARE"));
    assertEquals(AUGUST, zhangye.use(site, there, "ADMISSION"));
    // 3 × 45.00 + 2.00.
    assertEquals(new Totals(4, 4, 13_700, 13_700, 0, 13_700), Totals.ofFigure(scene));
  }
}

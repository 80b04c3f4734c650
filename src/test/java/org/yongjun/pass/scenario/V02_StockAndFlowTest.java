package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.yongjun.pass.scenario.VenueScene.plaque;
import static org.yongjun.pass.scenario.VenueScene.today;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;

/**
 * Goal: the register's stock and flow add up for any period and group, as reports print them.
 * Method: partners enter, change and leave over HTTP on days of the past; every number is computed
 * by hand in a comment.
 */
class V02_StockAndFlowTest {
  private final VenueScene office = new VenueScene();
  private final Scene scene = office.scene;

  /** 「全年累计清理拥军门店33家，新增8家，现有158家」: 183 − 33 + 8 = 158. */
  @Test
  void aYearThatDelistsThirtyThreeAndAddsEightEndsAt158() {
    // 183 in 2023: 150 shops and 33 hotels.
    List<String> shops = enter("SHOP", 150, "2023-05-01");
    List<String> hotels = enter("HOTEL", 33, "2023-06-30");
    // 33 leave in 2024: 20 shops and 13 hotels.
    leave(shops.subList(0, 20), "2024-01-01");
    leave(hotels.subList(0, 13), "2024-12-31");
    // 8 come in 2024: 5 shops and 3 hotels; one more comes after it.
    enter("SHOP", 5, "2024-03-05");
    enter("HOTEL", 3, "2024-12-31");
    enter("SHOP", 1, "2025-01-01");

    StoryHttp.Reply year = figure("&from=2024-01-01&to=2024-12-31&groupBy=KIND");
    assertFlow(year, "total", 183, 33, 8, 158);
    assertEquals("HOTEL", year.text("groups/0/key/KIND"));
    // 33 − 13 + 3 = 23 and 150 − 20 + 5 = 135; together 158.
    assertFlow(year, "groups/0/flow", 33, 13, 3, 23);
    assertFlow(year, "groups/1/flow", 150, 20, 5, 135);

    assertFlow(figure("&from=2023-01-01&to=2023-12-31"), "total", 0, 0, 183, 183);
    assertFlow(figure("&from=2023-05-02&to=2023-06-29"), "total", 150, 0, 0, 150);
    // The day before the last hotels came and went: 183 − 20 + 5 = 168.
    assertFlow(figure("&from=2024-12-30&to=2024-12-30"), "total", 168, 0, 0, 168);
    assertFlow(figure("&from=2024-01-01&to=2025-12-31"), "total", 183, 33, 9, 159);
    assertFlow(figure("&from=2024-01-01&to=2024-12-31&kind=HOTEL"), "total", 33, 13, 3, 23);
  }

  @Test
  void aSuspendedPartnerIsStillOnTheListAndEachStageIsCounted() {
    List<String> shops = enter("SHOP", 5, "2024-02-01");
    step(shops.get(0), "SUSPENDED", "2024-06-01", Map.of());
    step(shops.get(1), "RECTIFICATION_ORDERED", "2024-06-01", Map.of("until", "2024-07-01"));
    step(shops.get(2), "DELISTED", "2024-06-01", Map.of());
    assertFlow(figure("&from=2024-05-01&to=2024-12-31"), "total", 5, 1, 0, 4);
    StoryHttp.Reply stages = figure("&from=2024-05-01&to=2024-12-31&groupBy=STAGE");
    assertEquals("STAGE", stages.text("measure"));
    assertGroup(stages, "STAGE", "LISTED", 5, 3, 0, 2);
    assertGroup(stages, "STAGE", "SUSPENDED", 0, 0, 1, 1);
    assertGroup(stages, "STAGE", "RECTIFYING", 0, 0, 1, 1);
    assertGroup(stages, "STAGE", "DELISTED", 0, 0, 1, 1);
  }

  /** 「为首批39家“拥军企业”和“拥军门店”成功挂牌」, here 4 of which one has both plaques. */
  @Test
  void plaquesAreCountedByClassAndBatch() {
    String firm = office.partnerClass("拥军企业", true);
    String shop = office.partnerClass("拥军门店", true);
    List<String> first = new ArrayList<>();
    for (String each : List.of(firm, firm, shop, shop)) {
      first.add(
          office.partner("SHOP", Map.of("listedOn", "2024-01-10", "plaque", plaque(each, "第一批"))));
    }
    Map<String, ?> more = Map.of("plaque", plaque(shop, "第二批"));
    step(first.getFirst(), "PLAQUE_AWARDED", "2024-05-01", more);
    step(first.getFirst(), "PLAQUE_REMOVED", "2024-08-01", Map.of("plaque", plaque(firm, "第一批")));
    step(first.getLast(), "DELISTED", "2024-09-01", Map.of());

    StoryHttp.Reply classes =
        figure("&from=2024-02-01&to=2024-12-31&groupBy=PARTNER_CLASS&groupBy=BATCH");
    assertEquals("PLAQUE", classes.text("measure"));
    // Firms 2 − 1; shops of the first batch 2 − 1, of the second + 1: 4 − 2 + 1 = 3 plaques.
    assertFlow(classes, "total", 4, 2, 1, 3);
    assertFlow(figure("&from=2024-02-01&to=2024-12-31&partnerClass=" + firm), "total", 2, 1, 0, 1);
    assertFlow(figure("&from=2024-02-01&to=2024-12-31&partnerClass=" + shop), "total", 2, 1, 1, 2);
    assertFlow(
        figure("&from=2024-01-01&to=2024-12-31&batch=%E7%AC%AC%E4%B8%80%E6%89%B9"),
        "total",
        0,
        2,
        4,
        2);
    // The venues themselves: 4 − 1 = 3.
    assertFlow(figure("&from=2024-02-01&to=2024-12-31"), "total", 4, 1, 0, 3);
  }

  /** A 3A site that becomes 4A leaves one group for another and is neither removed nor added. */
  @Test
  void aSiteRatedAnewMovesFromGroupToGroup() {
    List<String> sites = new ArrayList<>();
    for (int level : List.of(3, 3, 4)) {
      sites.add(
          office.partner(
              "SCENIC_SPOT",
              Map.of("listedOn", "2024-01-01", "aLevel", level, "ownership", "CITY_OWNED")));
    }
    step(sites.getFirst(), "RATED", "2024-07-01", Map.of("aLevel", 4));
    step(sites.get(1), "OWNERSHIP_CHANGED", "2024-07-01", Map.of("ownership", "STATE_OWNED"));
    StoryHttp.Reply levels = figure("&from=2024-02-01&to=2024-12-31&groupBy=A_LEVEL");
    assertEquals(1, levels.number("groups/0/flow/movedOut"));
    assertEquals(1, levels.number("groups/1/flow/movedIn"));
    assertGroup(levels, "A_LEVEL", "3", 2, 0, 0, 1);
    assertGroup(levels, "A_LEVEL", "4", 1, 0, 0, 2);
    assertFlow(levels, "total", 3, 0, 0, 3);
    StoryHttp.Reply cityOwned4A =
        figure("&from=2024-02-01&to=2024-12-31&ownership=CITY_OWNED&aLevel=4");
    assertEquals(2, cityOwned4A.number("total/closing"));
    assertEquals(1, figure("&ownership=STATE_OWNED").number("total/closing"));
  }

  @Test
  void anOfficeAsksOfItsOwnRegionAndOneThingAtATime() {
    String elsewhere = scene.officer(Role.AUDITOR, Scene.open().city);
    for (String path : List.of("/v1/venue-figures", "/v1/venue-figures/counts")) {
      StoryHttp.Reply refused = scene.http.get(path + "?region=" + office.region, elsewhere);
      assertEquals("OUT_OF_REGION", refused.expect(403).text("code"));
    }
    for (String query :
        List.of(
            "&groupBy=STAGE&groupBy=BATCH",
            "&from=2024-02-01&to=2024-01-01",
            "&from=-99999-02-01",
            "&to=%2B99999-01-01")) {
      String path = "/v1/venue-figures?region=" + office.region + query;
      assertEquals("INVALID_REQUEST", scene.http.get(path, office.admin).expect(400).text("code"));
    }
    assertFlow(figure(""), "total", 0, 0, 0, 0);
    enter("SHOP", 1, today().toString());
    assertEquals(1, figure("").number("total/closing"));
  }

  private List<String> enter(String kind, int count, String day) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(office.partner(kind, Map.of("listedOn", day)));
    }
    return ids;
  }

  private void leave(List<String> venues, String day) {
    venues.forEach(venue -> step(venue, "DELISTED", day, Map.of("reason", "年度清理")));
  }

  private void step(String venue, String kind, String day, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("on", day);
    office.step(office.admin, venue, kind, body).expect(201);
  }

  private StoryHttp.Reply figure(String query) {
    return scene
        .http
        .get("/v1/venue-figures?region=" + office.region + query, office.admin)
        .expect(200);
  }

  private static void assertFlow(
      StoryHttp.Reply figure, String at, int opening, int removed, int added, int closing) {
    assertEquals(
        List.of((long) opening, (long) removed, (long) added, (long) closing),
        List.of(
            figure.number(at + "/opening"),
            figure.number(at + "/removed"),
            figure.number(at + "/added"),
            figure.number(at + "/closing")));
  }

  private static void assertGroup(
      StoryHttp.Reply figure,
      String feature,
      String value,
      int opening,
      int removed,
      int added,
      int closing) {
    for (int i = 0; i < figure.list("groups").size(); i++) {
      if (value.equals(figure.text("groups/" + i + "/key/" + feature))) {
        assertFlow(figure, "groups/" + i + "/flow", opening, removed, added, closing);
        return;
      }
    }
    throw new AssertionError("there is no group " + value);
  }
}

package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.yongjun.pass.scenario.VenueScene.plaque;
import static org.yongjun.pass.scenario.VenueScene.today;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryTerminal;
import org.yongjun.pass.venue.InspectionDraw;

/**
 * Goal: an inspection goes from notice to closing with nothing left open, what it decides holds at
 * the terminals, its sample can be drawn again, and its result adds up. Method: over HTTP; every
 * number is computed by hand.
 */
class V04_InspectionsTest {
  private final VenueScene office = new VenueScene();
  private final Scene scene = office.scene;
  private final List<String> shops = new ArrayList<>();

  @BeforeEach
  void tenShops() {
    for (int i = 0; i < 10; i++) {
      shops.add(office.partner("PHARMACY", Map.of("listedOn", "2024-01-01")));
    }
  }

  /** 10 drawn: 6 pass, 4 fail; of these 2 rectify, 1 is suspended, 1 delisted. */
  @Test
  void aSweepIsCheckedRectifiedDecidedAndClosed() {
    StoryTerminal till = scene.office.terminal(shops.get(9), "counter", "COUNTER");
    String inspection = drawn(Map.of());
    assertResult(inspection, 10, 0, 0, 0, 0, 0, 0, 10);
    for (String shop : shops.subList(0, 6)) {
      find(inspection, shop, true).expect(201);
    }
    for (String shop : shops.subList(6, 10)) {
      find(inspection, shop, false).expect(201);
      assertEquals("RECTIFYING", office.venue(shop).text("stage"));
    }
    assertResult(inspection, 10, 10, 6, 4, 0, 0, 0, 4);
    Map<String, Long> bill = Map.of("GOODS", 1000L);
    till.redeem(Scene.key(), scene.veteran().show(), bill).expect(201);

    String owner = scene.atVenue("owner", Role.VENUE_OWNER, shops.get(6));
    report(owner, inspection, shops.get(6)).expect(201);
    assertEquals("CONFLICT", report(owner, inspection, shops.get(6)).expect(409).text("code"));
    assertEquals(404, report(owner, inspection, shops.get(7)).status());
    assertEquals("STEP_NOT_POSSIBLE", close(office.reviewer, inspection).expect(409).text("code"));

    recheck(inspection, shops.get(6), "RECTIFIED").expect(201);
    recheck(inspection, shops.get(7), "RECTIFIED").expect(201);
    recheck(inspection, shops.get(8), "SUSPENDED").expect(201);
    recheck(inspection, shops.get(9), "DELISTED").expect(201);
    assertEquals(
        "CONFLICT", recheck(inspection, shops.get(9), "RECTIFIED").expect(409).text("code"));
    assertResult(inspection, 10, 10, 6, 4, 2, 1, 1, 0);
    assertEquals("LISTED", office.venue(shops.get(6)).text("stage"));
    assertEquals("SUSPENDED", office.venue(shops.get(8)).text("stage"));
    assertEquals("VENUE_NOT_ACTIVE", till.verify(scene.veteran().show(), bill).text("reason"));

    StoryHttp.Reply closed = close(office.reviewer, inspection).expect(200);
    assertEquals("CLOSED", closed.text("state"));
    assertEquals("CONFLICT", close(office.reviewer, inspection).expect(409).text("code"));
    assertEquals(3, notes(owner, inspection, shops.get(6)).expect(200).list("notes").size());
    assertEquals(404, notes(owner, inspection, shops.get(7)).status());
    assertEquals(
        inspection,
        scene
            .http
            .get("/v1/venues/" + shops.get(9) + "/events", office.clerk)
            .expect(200)
            .text("events/2/subject"));
  }

  @Test
  void aSampleIsDrawnOnceAndAnybodyDrawsItAgain() {
    // Two off the list and a hotel are not among those that a notice about pharmacies means.
    office.step(shops.get(0), "DELISTED").expect(201);
    office.partner("HOTEL", Map.of());
    office.partner("PHARMACY", Map.of("candidate", true));
    String inspection = announce(Map.of("kind", "PHARMACY"));
    StoryHttp.Reply drawn =
        draw(inspection, Map.of("size", 4, "seed", "lottery-of-june")).expect(200);
    List<String> population = shops.subList(1, 10);
    assertEquals(9, drawn.number("draw/population"));
    assertEquals(4, drawn.number("draw/drawn"));
    assertEquals(InspectionDraw.hash(population), drawn.text("draw/populationHash"));
    List<String> places = new ArrayList<>();
    String path = "/v1/inspections/" + inspection + "/venues?pageSize=3";
    StoryHttp.Reply first = scene.http.get(path, office.clerk).expect(200);
    StoryHttp.Reply second =
        scene.http.get(path + "&cursor=" + first.text("next"), office.clerk).expect(200);
    for (StoryHttp.Reply page : List.of(first, second)) {
      page.list("venues").forEach(each -> places.add(each.get("venueId").toString()));
    }
    assertEquals(InspectionDraw.draw("lottery-of-june", population, 4), places);
    assertEquals("CONFLICT", draw(inspection, Map.of()).expect(409).text("code"));

    String notDrawn =
        population.stream().filter(each -> !places.contains(each)).findFirst().orElseThrow();
    assertEquals(404, find(inspection, notDrawn, true).status());
  }

  @Test
  void aNoticeMayBeAboutOneClassAndByAnOutsideBody() {
    String demo = office.partnerClass("双拥示范商家", true);
    Map<String, ?> award = Map.of("plaque", plaque(demo, "第一批"));
    office.step(office.admin, shops.get(3), "PLAQUE_AWARDED", award).expect(201);
    String inspection = announce(Map.of("partnerClass", demo, "inspectingBody", "省退役军人事务厅检查组"));
    assertEquals(1, draw(inspection, Map.of()).expect(200).number("draw/drawn"));
    String province = scene.officer(Role.REVIEWER, scene.city.province());
    StoryHttp.Reply note =
        scene
            .http
            .post(
                "/v1/inspections/" + inspection + "/findings",
                province,
                Map.of(
                    "venueId",
                    shops.get(3),
                    "passed",
                    true,
                    "text",
                    "优惠均已兑现",
                    "inspector",
                    "省厅检查组"))
            .expect(201);
    assertEquals("省厅检查组", note.text("inspector"));
  }

  /** A shop that the office delists meanwhile is struck off without another step. */
  @Test
  void aShopThatWentMeanwhileIsStruckOff() {
    String inspection = drawn(Map.of());
    office.step(shops.get(0), "DELISTED").expect(201);
    assertEquals(
        "STEP_NOT_POSSIBLE", find(inspection, shops.get(0), false).expect(409).text("code"));
    assertResult(inspection, 10, 0, 0, 0, 0, 0, 0, 10);
    recheck(inspection, shops.get(0), "DELISTED").expect(201);
    assertEquals(
        1, scene.http.get("/v1/inspections/" + inspection, office.clerk).number("result/delisted"));
    assertEquals(
        "CONFLICT", recheck(inspection, shops.get(1), "DELISTED").expect(409).text("code"));
    assertEquals("LISTED", office.venue(shops.get(1)).text("stage"));
  }

  @Test
  void ofTenFindingsAtOnceOneIsRecorded() {
    String inspection = drawn(Map.of());
    List<Callable<StoryHttp.Reply>> calls =
        IntStream.range(0, 10)
            .<Callable<StoryHttp.Reply>>mapToObj(
                i -> () -> find(inspection, shops.getFirst(), i % 2 == 0))
            .toList();
    List<Integer> statuses =
        Together.call(calls).stream().map(StoryHttp.Reply::status).sorted().toList();
    assertEquals(201, statuses.getFirst());
    assertEquals(List.of(409), statuses.stream().skip(1).distinct().toList());
    assertEquals(
        1, notes(office.clerk, inspection, shops.getFirst()).expect(200).list("notes").size());
  }

  @Test
  void aFindingHasADeadlineExactlyWhereItFailed() {
    String inspection = drawn(Map.of());
    for (boolean hasPassed : List.of(true, false)) {
      Map<String, Object> body =
          new HashMap<>(Map.of("venueId", shops.get(0), "passed", hasPassed, "text", "抽查"));
      if (hasPassed) {
        body.put("deadline", today().plusDays(9).toString());
      }
      assertEquals(
          "INVALID_REQUEST",
          scene
              .http
              .post("/v1/inspections/" + inspection + "/findings", office.clerk, body)
              .expect(400)
              .text("code"));
    }
  }

  private String announce(Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("region", office.region);
    body.put("title", "惠军措施落实情况专项检查");
    body.put("beginsOn", today().toString());
    body.put("endsOn", today().plusDays(30).toString());
    return scene.http.post("/v1/inspections", office.clerk, body).expect(201).text("inspectionId");
  }

  private StoryHttp.Reply draw(String inspection, Map<String, ?> body) {
    return scene.http.post("/v1/inspections/" + inspection + "/draw", office.clerk, body);
  }

  private String drawn(Map<String, ?> body) {
    String inspection = announce(Map.of());
    draw(inspection, body).expect(200);
    return inspection;
  }

  private StoryHttp.Reply find(String inspection, String shop, boolean hasPassed) {
    Map<String, Object> body =
        new HashMap<>(Map.of("venueId", shop, "passed", hasPassed, "text", "现场抽查"));
    if (!hasPassed) {
      body.put("deadline", today().plusDays(15).toString());
    }
    return scene.http.post("/v1/inspections/" + inspection + "/findings", office.clerk, body);
  }

  private StoryHttp.Reply report(String token, String inspection, String shop) {
    return scene.http.post(
        "/v1/inspections/" + inspection + "/rectifications",
        token,
        Map.of("venueId", shop, "text", "已张贴标识"));
  }

  private StoryHttp.Reply recheck(String inspection, String shop, String decision) {
    return scene.http.post(
        "/v1/inspections/" + inspection + "/rechecks",
        office.reviewer,
        Map.of("venueId", shop, "decision", decision, "text", "复查"));
  }

  private StoryHttp.Reply close(String token, String inspection) {
    return scene.http.post(
        "/v1/inspections/" + inspection + "/closing", token, Map.of("report", "会议通报检查情况"));
  }

  private StoryHttp.Reply notes(String token, String inspection, String shop) {
    return scene.http.get("/v1/inspections/" + inspection + "/venues/" + shop + "/notes", token);
  }

  private void assertResult(String inspection, int... numbers) {
    StoryHttp.Reply found =
        scene.http.get("/v1/inspections/" + inspection, office.clerk).expect(200);
    List<Long> result =
        List.of(
                "drawn",
                "checked",
                "passed",
                "toRectify",
                "rectified",
                "suspended",
                "delisted",
                "open")
            .stream()
            .map(field -> found.number("result/" + field))
            .toList();
    assertEquals(IntStream.of(numbers).asLongStream().boxed().toList(), result);
  }
}

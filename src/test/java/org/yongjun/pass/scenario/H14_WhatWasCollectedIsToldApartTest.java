package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;

/**
 * Goal: what a terminal says that it collected never changes what was due, and a difference is seen
 * by the office. Method: three people enter at half price; two sums are reported, one of them
 * wrong.
 */
class H14_WhatWasCollectedIsToldApartTest {
  private final TariffScene tariffs = new TariffScene();
  private final Scene scene = tariffs.scene;
  private final String counter = openCounter();

  private String openCounter() {
    tariffs.publish(
        tariffs.item(
            "half",
            "VETERAN",
            "",
            "ADMISSION",
            "{\"kind\": \"PERCENT_PAYABLE\", \"percent\": 50}",
            ""));
    String venueId = tariffs.venue("PARK", Map.of("label", "ADMISSION", "listFen", 3001));
    String id = scene.office.terminal(venueId, "counter", "COUNTER").id();
    return scene.atVenue(id, Role.TERMINAL, venueId);
  }

  private String enter() {
    return scene
        .http
        .post(
            "/v1/redemptions",
            counter,
            Map.of("code", scene.veteran().show(), "bill", List.of(Map.of("label", "ADMISSION"))),
            "Idempotency-Key",
            Scene.key())
        .expect(201)
        .text("redemptionId");
  }

  private StoryHttp.Reply report(String terminal, String redemptionId, long fen) {
    return scene.http.post(
        "/v1/redemptions/" + redemptionId + "/collections", terminal, Map.of("collectedFen", fen));
  }

  @Test
  void aDifferenceIsFlaggedAndChangesNothing() {
    // 30.01 × 50 % = 15.005, half up 15.01.
    String right = enter();
    String wrong = enter();
    enter();
    assertEquals(false, report(counter, right, 1501).expect(201).at("flagged"));
    StoryHttp.Reply flagged = report(counter, wrong, 3001).expect(201);
    assertEquals(true, flagged.at("flagged"));
    assertEquals(1501, flagged.number("payableFen"));

    // The same again is the same report; another sum comes too late.
    report(counter, wrong, 3001).expect(200);
    assertEquals("CONFLICT", report(counter, wrong, 1501).expect(409).text("code"));

    StoryHttp.Reply page =
        scene
            .http
            .get("/v1/flagged-collections?region=" + scene.city, tariffs.officer(Role.CLERK))
            .expect(200);
    assertEquals(wrong, page.text("collections/0/redemptionId"));
    assertEquals(false, page.at("hasMore"));
    assertEquals(
        1,
        Sql.number(
            "SELECT COUNT(*) FROM collection WHERE flagged = 1 AND region = ?",
            scene.city.value()));
    // 3 × 30.01; 3 × 15.01; 3 × 15.00.
    assertEquals(new Totals(3, 3, 9003, 9003, 4503, 4500), Totals.ofFigure(scene));
  }

  /** A till reports what stood in the answer: the whole bill, also the bag that nobody reduces. */
  @Test
  void whatIsDueIsTheWholeBill() {
    StoryHttp.Reply redeemed =
        scene
            .http
            .post(
                "/v1/redemptions",
                counter,
                Map.of(
                    "code",
                    scene.veteran().show(),
                    "bill",
                    List.of(Map.of("label", "ADMISSION"), Map.of("label", "BAG", "listFen", 500))),
                "Idempotency-Key",
                Scene.key())
            .expect(201);
    // 15.01 + 5.00
    assertEquals(2001, redeemed.number("payableFen"));
    StoryHttp.Reply reported = report(counter, redeemed.text("redemptionId"), 2001).expect(201);
    assertEquals(false, reported.at("flagged"));
    assertEquals(2001, reported.number("payableFen"));
  }

  @Test
  void onlyTheTerminalThatRedeemedReportsAndOnlyItsOfficeReads() {
    String redeemed = enter();
    String venueId = tariffs.venue("PARK", Map.of("label", "ADMISSION", "listFen", 3001));
    String id = scene.office.terminal(venueId, "counter", "COUNTER").id();
    String other = scene.atVenue(id, Role.TERMINAL, venueId);
    assertEquals("NOT_FOUND", report(other, redeemed, 1501).expect(404).text("code"));
    String foreign = scene.officer(Role.ADMIN, Scene.open().city);
    scene.http.get("/v1/flagged-collections?region=" + scene.city, foreign).expect(403);
  }
}

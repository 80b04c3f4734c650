package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryTerminal;

/**
 * Goal: one visit of a person is one visit, however many parts of it are redeemed at however many
 * counters, and no code is shown twice. Method: over HTTP at several terminals of one venue; every
 * sum is computed by hand.
 */
class V01_AVisitGoesOnTest {
  /** Admission is free; the cable car costs half. */
  private static final Map<String, Long> ADMISSION = Map.of("ADMISSION", 6000L);

  private static final Map<String, Long> CABLE_CAR = Map.of("CABLE_CAR", 3001L);

  private final Scene scene = Scene.open();
  private final String venue = scene.venue("SCENIC_SPOT");
  private final StoryTerminal entrance = scene.office.terminal(venue, "entrance", "COUNTER");
  private final StoryTerminal station = scene.office.terminal(venue, "station", "COUNTER");

  private String open() {
    return entrance
        .redeem(Scene.key(), scene.veteran().show(), ADMISSION)
        .expect(201)
        .text("visitId");
  }

  private static void assertRefused(String code, int status, StoryHttp.Reply reply) {
    assertEquals(code, reply.expect(status).text("code"));
  }

  @Test
  void aFurtherPartAtAnotherCounterNeedsNoCodeAndIsTheSameVisit() {
    String visit = open();
    StoryHttp.Reply quote = station.verifyPart(visit, CABLE_CAR).expect(200);
    // 30.01 × 50 % = 15.005, half a fen up
    assertEquals(1501, quote.number("quote/payableFen"));
    assertEquals("王某", quote.text("holderName"));
    String key = Scene.key();
    StoryHttp.Reply part = station.redeem(key, quote.text("verificationId")).expect(201);
    assertEquals(visit, part.text("visitId"));
    assertEquals(
        part.text("redemptionId"),
        station.redeem(key, quote.text("verificationId")).expect(200).text("redemptionId"));
    assertRefused(
        "VERIFICATION_USED", 409, station.redeem(Scene.key(), quote.text("verificationId")));
    // 60.00 + 30.01 listed, 15.01 paid, 60.00 + 15.00 saved
    assertEquals(new Totals(2, 1, 9001, 9001, 1501, 7500), Totals.ofFigure(scene));
  }

  @Test
  void whateverPartGoesLastTakesTheVisitWithIt() {
    StoryHttp.Reply first =
        entrance.redeem(Scene.key(), scene.veteran().show(), ADMISSION).expect(201);
    String visit = first.text("visitId");
    StoryHttp.Reply part = station.redeemPart(Scene.key(), visit, CABLE_CAR).expect(201);
    entrance.reverse(Scene.key(), first.text("redemptionId"), "退票").expect(201);
    assertEquals(new Totals(1, 1, 3001, 3001, 1501, 1500), Totals.ofFigure(scene));
    station.reverse(Scene.key(), part.text("redemptionId"), "退票").expect(201);
    assertEquals(Totals.NOTHING, Totals.ofFigure(scene));
    for (String groups : List.of("&groupBy=ITEM", "&groupBy=VENUE&groupBy=CLASS&groupBy=DAY")) {
      for (Map<String, Object> row :
          scene.office.figure(scene.city.toString(), groups).list("rows")) {
        Map<?, ?> sums = (Map<?, ?>) row.get("sums");
        assertEquals(0, ((Number) sums.get("visits")).longValue(), groups);
      }
    }
    assertEquals(true, scene.office.conservation(scene.city.toString()).at("holds"));
  }

  @Test
  void aPartIsRedeemedOnceAndAgainAfterItsReversal() {
    String visit = open();
    assertRefused("PART_REDEEMED", 409, station.redeemPart(Scene.key(), visit, ADMISSION));
    for (int attempt = 0; attempt < 3; attempt++) {
      String id =
          station.redeemPart(Scene.key(), visit, CABLE_CAR).expect(201).text("redemptionId");
      assertRefused("PART_REDEEMED", 409, station.redeemPart(Scene.key(), visit, CABLE_CAR));
      assertEquals(new Totals(2, 1, 9001, 9001, 1501, 7500), Totals.ofFigure(scene));
      station.reverse(Scene.key(), id, "退票").expect(201);
    }
    assertEquals(new Totals(1, 1, 6000, 6000, 0, 6000), Totals.ofFigure(scene));
    assertEquals(
        List.of(0L, 1L, 2L),
        Sql.query(
                "SELECT attempt FROM ledger_entry WHERE visit_id = ? AND part = 'CABLE_CAR'"
                    + " AND direction = 1 ORDER BY id",
                visit)
            .stream()
            .map(row -> ((Number) row.get("attempt")).longValue())
            .toList());
  }

  @Test
  void aVisitThatWasTakenBackWholeCountsAgainWhenItGoesOn() {
    StoryHttp.Reply first =
        entrance.redeem(Scene.key(), scene.veteran().show(), ADMISSION).expect(201);
    entrance.reverse(Scene.key(), first.text("redemptionId"), "误操作").expect(201);
    station.redeemPart(Scene.key(), first.text("visitId"), CABLE_CAR).expect(201);
    assertEquals(new Totals(1, 1, 3001, 3001, 1501, 1500), Totals.ofFigure(scene));
  }

  @Test
  void ofManyWhoRedeemTheSamePartAtOnceOneDoes() {
    String visit = open();
    List<Callable<StoryHttp.Reply>> calls =
        new ArrayList<>(
            Collections.nCopies(8, () -> station.redeemPart(Scene.key(), visit, CABLE_CAR)));
    calls.addAll(Collections.nCopies(8, () -> entrance.redeemPart(Scene.key(), visit, CABLE_CAR)));
    List<StoryHttp.Reply> replies = Together.call(calls);
    assertEquals(1, replies.stream().filter(reply -> reply.status() == 201).count());
    replies.stream()
        .filter(reply -> reply.status() != 201)
        .forEach(reply -> assertRefused("PART_REDEEMED", 409, reply));
    assertEquals(new Totals(2, 1, 9001, 9001, 1501, 7500), Totals.ofFigure(scene));
  }

  @Test
  void anotherVenueAndAnotherDayAreNoPartOfIt() {
    String visit = open();
    StoryTerminal elsewhere = scene.counter("SCENIC_SPOT");
    assertRefused("NOT_FOUND", 404, elsewhere.redeemPart(Scene.key(), visit, CABLE_CAR));
    assertRefused("NOT_FOUND", 404, elsewhere.verifyPart(visit, CABLE_CAR));
    assertRefused("NOT_FOUND", 404, station.redeemPart(Scene.key(), "no-such-visit", CABLE_CAR));
    String verification = station.verifyPart(visit, CABLE_CAR).expect(200).text("verificationId");
    Sql.update("UPDATE visit SET business_day = business_day - INTERVAL 1 DAY WHERE id = ?", visit);
    assertRefused("VISIT_OVER", 409, station.redeemPart(Scene.key(), visit, CABLE_CAR));
    assertRefused("VISIT_OVER", 409, station.verifyPart(visit, CABLE_CAR));
    assertRefused("VISIT_OVER", 409, station.redeem(Scene.key(), verification));
    assertEquals(new Totals(1, 1, 6000, 6000, 0, 6000), Totals.ofFigure(scene));
  }

  @Test
  void aCertificateThatWasRevokedMeanwhileEndsTheVisit() {
    String holder = scene.register("VETERAN");
    String visit =
        entrance
            .redeem(Scene.key(), scene.phone(holder).show(), ADMISSION)
            .expect(201)
            .text("visitId");
    String verification = station.verifyPart(visit, CABLE_CAR).expect(200).text("verificationId");
    scene
        .http
        .post(
            "/v1/holders/" + holder + "/revocation",
            scene.officer(Role.REVIEWER, scene.city),
            Map.of("reason", "STATUS_LOST"))
        .expect(200);
    assertNotEquals(201, station.redeem(Scene.key(), verification).status());
    assertRefused("REVOKED", 409, station.redeemPart(Scene.key(), visit, CABLE_CAR));
  }
}

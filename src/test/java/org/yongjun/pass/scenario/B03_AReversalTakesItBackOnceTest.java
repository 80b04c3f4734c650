package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryTerminal;
import org.yongjun.pass.kernel.RegionCode;

/**
 * Goal: a reversal (冲正) takes a redemption back in full and once, whoever asks how often, and
 * leaves the code spent. Method: figures, ledger and roll-ups before and after; 32 reversals at
 * once; the till, another till, the office and another city's office.
 */
class B03_AReversalTakesItBackOnceTest {
  private static final int THREADS = 32;
  private static final String REASON = "顾客退货";
  private static final Map<String, Long> BILL = Map.of("GOODS", 1995L);

  private final Scene scene = Scene.open();
  private final StoryTerminal till = scene.counter("PHARMACY");

  @Test
  void reversalReturnsTheFiguresAndLeavesTheCodeSpent() {
    String code = scene.veteran().show();
    String redeemKey = Scene.key();
    StoryHttp.Reply redeemed = till.redeem(redeemKey, code, BILL).expect(201);
    assertEquals(new Totals(1, 1, 1995, 1995, 1796, 199), Totals.ofFigure(scene));

    String key = Scene.key();
    String id = redeemed.text("redemptionId");
    StoryHttp.Reply reversal = till.reverse(key, id, REASON).expect(201);
    assertEquals(199, reversal.number("benefitValueFen"));
    assertRepeats(reversal, till.reverse(key, id, REASON));
    assertRefused("ALREADY_REVERSED", 409, till.reverse(Scene.key(), id, REASON));
    assertRefused("KEY_REUSED", 422, till.reverse(key, id, "another reason"));

    assertAllReturnedTo(Totals.NOTHING);
    assertRefused("REPLAYED", 409, till.redeem(Scene.key(), code, BILL));
    assertRepeats(redeemed, till.redeem(redeemKey, code, BILL));
    assertEquals(
        2,
        Sql.number(
            """
            SELECT COUNT(*) FROM ledger_entry
            WHERE redemption_id = ? AND direction * visit_delta = 1 AND booking_day =
              DATE(CONVERT_TZ(booked_at, '+00:00', '+08:00'))
            """,
            id));
  }

  @Test
  void ofManyReversalsAtOnceOneWins() {
    List<String> ids = new ArrayList<>();
    scene.veterans(2).forEach(phone -> ids.add(redeem(phone.show())));
    Totals before = Totals.ofFigure(scene);

    List<Callable<StoryHttp.Reply>> reversals =
        Collections.nCopies(THREADS, () -> till.reverse(Scene.key(), ids.getFirst(), REASON));
    List<StoryHttp.Reply> replies = Together.call(reversals);
    assertEquals(1, replies.stream().filter(reply -> reply.status() == 201).count());
    replies.stream()
        .filter(reply -> reply.status() != 201)
        .forEach(reply -> assertRefused("ALREADY_REVERSED", 409, reply));
    assertEquals(new Totals(2, 2, 3990, 3990, 3592, 398), before);
    assertAllReturnedTo(new Totals(1, 1, 1995, 1995, 1796, 199));
  }

  @Test
  void ofManyUnderOneKeyOneIsRecordedAndTheOthersSayTheSame() {
    String id = redeem(scene.veteran().show());
    String key = Scene.key();
    List<Callable<StoryHttp.Reply>> reversals =
        Collections.nCopies(THREADS, () -> till.reverse(key, id, REASON));
    List<StoryHttp.Reply> replies = Together.call(reversals);
    StoryHttp.Reply won = replies.stream().filter(r -> r.status() == 201).findFirst().orElseThrow();
    replies.stream().filter(reply -> reply != won).forEach(reply -> assertRepeats(won, reply));
    assertAllReturnedTo(Totals.NOTHING);
  }

  @Test
  void anotherTerminalFindsNothingToReverse() {
    String id = redeem(scene.veteran().show());
    StoryTerminal other = scene.counter("PHARMACY");
    assertRefused("NOT_FOUND", 404, other.reverse(Scene.key(), id, REASON));
    assertRefused("NOT_FOUND", 404, till.reverse(Scene.key(), "no-such-redemption", REASON));
    assertEquals(1, Totals.ofFigure(scene).uses());
  }

  @Test
  void officeOfTheRegionReversesAndAnotherFindsNothing() {
    String id = redeem(scene.veteran().show());
    RegionCode elsewhere = Scene.open().city;
    assertRefused("NOT_FOUND", 404, reverse(Role.REVIEWER, elsewhere, id));
    assertRefused("NOT_ALLOWED", 403, reverse(Role.AUDITOR, scene.city, id));
    reverse(Role.REVIEWER, scene.city.province(), id).expect(201);
    assertAllReturnedTo(Totals.NOTHING);
    assertRefused("ALREADY_REVERSED", 409, till.reverse(Scene.key(), id, REASON));
  }

  @Test
  void everyPartOfABillIsTakenBackAndItsVisitOnce() {
    StoryTerminal entrance = scene.counter("SCENIC_SPOT");
    Map<String, Long> bill = new LinkedHashMap<>();
    bill.put("ADMISSION", 6000L);
    bill.put("CABLE_CAR", 4501L);
    bill.put("LUNCH", 3000L);
    String id =
        entrance.redeem(Scene.key(), scene.veteran().show(), bill).expect(201).text("redemptionId");
    // Admission is free; 45.01 × 50 % = 22.505, half up 22.51; lunch has no benefit and no entry.
    assertEquals(new Totals(2, 1, 10_501, 10_501, 2_251, 8_250), Totals.ofFigure(scene));
    assertEquals(
        1, visitsOf("scene-" + scene.city + "/site") - visitsOf("scene-" + scene.city + "/cable"));

    assertEquals(
        8_250, entrance.reverse(Scene.key(), id, REASON).expect(201).number("benefitValueFen"));
    assertAllReturnedTo(Totals.NOTHING);
    assertEquals(
        -1,
        Sql.number(
            "SELECT SUM(visit_delta) FROM ledger_entry WHERE redemption_id = ? AND direction = -1",
            id));
  }

  private long visitsOf(String itemId) {
    return scene.office.figure(scene.city.toString(), "&itemId=" + itemId).number("total/visits");
  }

  private String redeem(String code) {
    return till.redeem(Scene.key(), code, BILL).expect(201).text("redemptionId");
  }

  private StoryHttp.Reply reverse(Role role, RegionCode region, String redemptionId) {
    return scene.http.post(
        "/v1/reversals",
        scene.officer(role, region),
        Map.of("redemptionId", redemptionId, "reason", REASON),
        "Idempotency-Key",
        Scene.key());
  }

  private void assertAllReturnedTo(Totals totals) {
    assertEquals(totals, Totals.ofFigure(scene));
    assertEquals(totals, Totals.ofLedger(scene.city));
    assertEquals(totals, Totals.ofRollups(scene.city));
    assertEquals(true, scene.office.conservation(scene.city.toString()).at("holds"));
  }

  private static void assertRepeats(StoryHttp.Reply first, StoryHttp.Reply repeat) {
    repeat.expect(200);
    assertEquals(Optional.of("true"), repeat.header("Idempotent-Replayed"));
    assertArrayEquals(first.body(), repeat.body());
  }

  private static void assertRefused(String code, int status, StoryHttp.Reply reply) {
    assertEquals(code, reply.expect(status).text("code"));
    assertTrue(reply.header("Retry-After").isEmpty());
  }
}

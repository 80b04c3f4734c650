package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.yongjun.pass.scenario.LimitScene.limit;
import static org.yongjun.pass.scenario.Scene.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.app.StoryTerminal;

/**
 * Goal: a customer who brings a part of it back has what was kept priced as at first, and no figure
 * counts anything twice or loses it. Method: over HTTP; every sum by hand.
 */
class V04_APartIsBroughtBackTest {
  private final Scene city = Scene.open();
  private final StoryTerminal pharmacy = city.counter("PHARMACY");
  private final LimitScene scene = new LimitScene();

  private static void assertRefused(String code, int status, StoryHttp.Reply reply) {
    assertEquals(code, reply.expect(status).text("code"));
  }

  @Test
  void whatIsKeptIsRedeemedInTheSameTransactionAtTheOriginalTime() {
    StoryHttp.Reply redeemed =
        pharmacy.redeem(key(), city.veteran().show(), Map.of("GOODS", 20_000L)).expect(201);
    String id = redeemed.text("redemptionId");
    String key = key();
    StoryHttp.Reply returned =
        pharmacy.returnPart(key, id, "退回一件", Map.of("GOODS", 5_000L)).expect(201);
    // 200.00 × 10 % was taken off and goes back; 50.00 × 90 % = 45.00 is to be paid.
    assertEquals(2_000, returned.number("benefitValueFen"));
    assertEquals(4_500, returned.number("replacement/payableFen"));
    assertEquals(500, returned.number("replacement/benefitValueFen"));
    assertEquals(redeemed.text("visitId"), returned.text("replacement/visitId"));
    assertEquals(redeemed.text("occurredAt"), returned.text("replacement/occurredAt"));
    assertEquals(
        returned.json(),
        pharmacy.returnPart(key, id, "退回一件", Map.of("GOODS", 5_000L)).expect(200).json());
    assertRefused("KEY_REUSED", 422, pharmacy.returnPart(key, id, "退回一件", Map.of("GOODS", 4_000L)));
    assertRefused(
        "ALREADY_REVERSED", 409, pharmacy.returnPart(key(), id, "又退", Map.of("GOODS", 1L)));
    assertEquals(new Totals(1, 1, 5_000, 5_000, 4_500, 500), Totals.ofFigure(city));
    assertEquals(Totals.ofLedger(city.city), Totals.ofFigure(city));

    String kept = returned.text("replacement/redemptionId");
    String again =
        pharmacy
            .returnPart(key(), kept, "再退", Map.of("GOODS", 1_000L))
            .expect(201)
            .text("replacement/redemptionId");
    assertEquals(new Totals(1, 1, 1_000, 1_000, 900, 100), Totals.ofFigure(city));
    pharmacy.reverse(key(), again, "全退").expect(201);
    assertEquals(Totals.NOTHING, Totals.ofFigure(city));
  }

  @Test
  void theVersionsOfTheFirstTimeDecideAndTheLimitsAreTheRemaindersOwn() {
    scene.publish(scene.item("1", "GOODS", 80, limit("HOLDER", "YEAR", "FEN", 3_000)));
    StoryTerminal till = scene.till();
    StoryPhone phone = scene.honoured(0, 0);
    String id =
        till.redeem(key(), phone.show(), Map.of("GOODS", 10_000L)).expect(201).text("redemptionId");
    scene.publish(scene.item("1", "GOODS", 50, limit("HOLDER", "YEAR", "FEN", 3_000)));
    StoryHttp.Reply returned =
        till.returnPart(key(), id, "退回", Map.of("GOODS", 4_000L)).expect(201);
    // 40.00 × 80 %: the version of then, not the half price of now.
    assertEquals(800, returned.number("replacement/benefitValueFen"));
    assertEquals(
        "SAME", scene.reevaluate(returned.text("replacement/redemptionId")).text("result"));
    // 30.00 − 8.00 are left of the limit: 100.00 at half price get 22.00 off.
    assertEquals(
        2_200,
        till.redeem(key(), phone.show(), Map.of("GOODS", 10_000L))
            .expect(201)
            .number("benefitValueFen"));
  }

  @Test
  void whatNoLongerReachesTheThresholdGetsNothingAndIsOnlyReversed() {
    scene.publish(scene.above("1", "GOODS", 10_000, 2_000));
    StoryTerminal till = scene.till();
    String id =
        till.redeem(key(), scene.honoured(0, 0).show(), Map.of("GOODS", 12_000L))
            .expect(201)
            .text("redemptionId");
    StoryHttp.Reply returned =
        till.returnPart(key(), id, "退回", Map.of("GOODS", 9_000L)).expect(201);
    assertFalse(returned.json().containsKey("replacement"));
    assertEquals(2_000, returned.number("benefitValueFen"));
  }

  /** The part that was kept has been used in this visit; the others may follow, and it may not. */
  @Test
  void aBundleGoesOnAfterAPartialReturn() {
    scene.publish(scene.bundle("1", limit("HOLDER", "DAY", "USES", 1)));
    StoryTerminal till = scene.till();
    StoryHttp.Reply opened =
        till.redeem(key(), scene.newcomer().show(), Map.of("REGISTRATION_FEE", 10_000L))
            .expect(201);
    String visit = opened.text("visitId");
    Map<String, Long> kept = Map.of("REGISTRATION_FEE", 5_000L);
    till.returnPart(key(), opened.text("redemptionId"), "退一半", kept).expect(201);
    assertEquals(false, till.verifyPart(visit, kept).expect(200).at("accepted"));
    till.redeemPart(key(), visit, Map.of("PRIORITY_1", 1L)).expect(201);
  }

  @Test
  void nothingIsKeptThatWasNotBought() {
    String id =
        pharmacy
            .redeem(key(), city.veteran().show(), Map.of("GOODS", 2_000L))
            .expect(201)
            .text("redemptionId");
    for (Map<String, Long> kept :
        List.of(
            Map.of("GOODS", 2_001L),
            Map.of("GOODS", 2_000L),
            Map.of("MEAL", 100L),
            Map.of("GOODS", 100L, "MEAL", 100L))) {
      assertRefused("INVALID_REQUEST", 400, pharmacy.returnPart(key(), id, "退", kept));
    }
    assertEquals(new Totals(1, 1, 2_000, 2_000, 1_800, 200), Totals.ofFigure(city));
  }

  @Test
  void ofManyPartialReturnsAtOnceOneIsBooked() {
    String id =
        pharmacy
            .redeem(key(), city.veteran().show(), Map.of("GOODS", 2_000L))
            .expect(201)
            .text("redemptionId");
    List<Callable<StoryHttp.Reply>> calls = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      calls.add(
          i % 3 == 0
              ? () -> pharmacy.reverse(key(), id, "全退")
              : () -> pharmacy.returnPart(key(), id, "退", Map.of("GOODS", 1_000L)));
    }
    List<StoryHttp.Reply> replies = Together.call(calls);
    List<StoryHttp.Reply> booked = replies.stream().filter(r -> r.status() == 201).toList();
    assertEquals(1, booked.size());
    replies.stream()
        .filter(reply -> reply.status() != 201)
        .forEach(reply -> assertRefused("ALREADY_REVERSED", 409, reply));
    boolean isPartial = booked.getFirst().json().containsKey("replacement");
    assertEquals(
        isPartial ? new Totals(1, 1, 1_000, 1_000, 900, 100) : Totals.NOTHING,
        Totals.ofFigure(city));
  }
}

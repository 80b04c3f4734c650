package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.app.StoryTerminal;

/**
 * Goal: 100,000 yuan off a home (因为荣立三等功，买房优惠了10万块钱) is for whoever the yearly list of awards
 * names, once in a life, after a second person has approved that very bill, and never more than the
 * price. Method: the list of 保定 with an approval and a limit that its office adds, over HTTP;
 * prices are made up, sums by hand in fen.
 */
class H11_ALargeSumByMeritTest {
  private final HardCase baoding =
      new HardCase(
          "baoding-2023",
          yaml ->
              yaml.replace(
                  "        rule: {kind: AMOUNT_OFF, offFen: 10000000}\n",
                  """
                          rule: {kind: AMOUNT_OFF, offFen: 10000000}
                      approvalAboveFen: 1000000
                      limits: [{subject: HOLDER, period: EVER, unit: USES, max: 1}]
                  """));
  private final Scene scene = baoding.scene;
  private final StoryTerminal desk =
      baoding.till(baoding.venue("PROPERTY_DEVELOPER", Map.of(), Map.of()));

  private StoryPhone buyer(int meritClass) {
    return scene.phone(scene.register(scene.person(), "VETERAN", scene.city, meritClass, 0));
  }

  private StoryHttp.Reply approve(String verificationId) {
    return scene.http.post(
        "/v1/approvals",
        scene.officer(Role.REVIEWER, scene.city),
        Map.of("verificationId", verificationId));
  }

  @Test
  void aSecondPersonApprovesTheBillAndTheSumIsGivenOnce() {
    StoryPhone hero = buyer(3);
    StoryHttp.Reply waiting =
        desk.redeem(Scene.key(), hero.show(), Map.of("HOME", 128_800_000L)).expect(409);
    assertEquals("APPROVAL_REQUIRED", waiting.text("code"));
    String verification = waiting.text("errors/0/detail");
    assertEquals(10_000_000, approve(verification).expect(201).number("benefitValueFen"));
    // 1,288,000.00 − 100,000.00 = 1,188,000.00.
    assertEquals(
        "128800000/128800000/118800000/10000000 baoding-2023/1",
        baoding.read(desk.redeem(Scene.key(), verification)));
    assertEquals(
        "LIMIT_REACHED",
        desk.redeem(Scene.key(), hero.show(), Map.of("HOME", 128_800_000L)).text("code"));
    assertEquals(
        new Totals(1, 1, 128_800_000, 128_800_000, 118_800_000, 10_000_000),
        Totals.ofFigure(scene));
  }

  @Test
  void theSumIsNeverMoreThanThePriceAndAHigherAwardIsEnough() {
    // 9,000.00 is all that is due for the parking place: nothing to pay, 9,000.00 of value.
    assertEquals(
        "900000/900000/0/900000 baoding-2023/1",
        baoding.read(desk.redeem(Scene.key(), buyer(2).show(), Map.of("HOME", 900_000L))));
    assertEquals(
        "CONDITION_FAILED",
        baoding.read(desk.redeem(Scene.key(), buyer(0).show(), Map.of("HOME", 900_000L))));
  }
}

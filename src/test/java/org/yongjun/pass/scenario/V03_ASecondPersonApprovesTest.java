package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yongjun.pass.scenario.Scene.key;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.app.StoryTerminal;
import org.yongjun.pass.kernel.RegionCode;

/**
 * Goal: a benefit of much value is redeemed only after a second person has approved that very bill.
 * Method: 100,000 yuan off a home for a third-class merit, over HTTP; sums by hand.
 */
class V03_ASecondPersonApprovesTest {
  private static final long HOME_FEN = 88_000_000;
  private static final long OFF_FEN = 10_000_000;
  private static final Map<String, Long> HOME = Map.of("HOME", HOME_FEN);

  private final LimitScene scene = new LimitScene();
  private final StoryTerminal till;
  private final StoryPhone hero = scene.honoured(3, 0);

  V03_ASecondPersonApprovesTest() {
    scene.publish(scene.homeItem(OFF_FEN, 1_000_000));
    till = scene.till();
  }

  private StoryHttp.Reply approve(String officer, String verificationId) {
    return scene.post("/v1/approvals", officer, Map.of("verificationId", verificationId));
  }

  private static void assertRefused(String code, int status, StoryHttp.Reply reply) {
    assertEquals(code, reply.expect(status).text("code"));
  }

  @Test
  void whatIsAboveTheSumWaitsForTheReviewerAndIsRedeemedByTheSameTerminal() {
    StoryHttp.Reply quote = till.verify(hero.show(), HOME);
    assertEquals(true, quote.at("approvalNeeded"));
    // 880,000.00 − 100,000.00
    assertEquals(78_000_000, quote.number("quote/payableFen"));
    String verification = quote.text("verificationId");
    StoryHttp.Reply refused = till.redeem(key(), verification);
    assertRefused("APPROVAL_REQUIRED", 409, refused);
    assertEquals("/verificationId", refused.text("errors/0/pointer"));
    assertEquals(verification, refused.text("errors/0/detail"));
    String reviewer = scene.officer(Role.REVIEWER);
    assertTrue(
        scene.get("/v1/approvals?pageSize=100", reviewer).expect(200).list("waiting").stream()
            .anyMatch(each -> each.get("verificationId").equals(verification)));

    StoryHttp.Reply approval = approve(reviewer, verification).expect(201);
    assertEquals(OFF_FEN, approval.number("benefitValueFen"));
    assertEquals(approval.json(), approve(reviewer, verification).expect(200).json());
    assertTrue(
        scene.get("/v1/approvals?pageSize=100", reviewer).expect(200).list("waiting").stream()
            .noneMatch(each -> each.get("verificationId").equals(verification)));
    assertRefused("NOT_FOUND", 404, scene.till().redeem(key(), verification));

    String key = key();
    StoryHttp.Reply redeemed = till.redeem(key, verification).expect(201);
    assertEquals(OFF_FEN, redeemed.number("benefitValueFen"));
    till.redeem(key, verification).expect(200);
    String id = redeemed.text("redemptionId");
    String auditor = scene.officer(Role.AUDITOR);
    assertEquals(
        approval.text("approvedBy"),
        scene.get("/v1/redemptions/" + id, auditor).expect(200).text("entries/0/approvedBy"));
    assertEquals("SAME", scene.reevaluate(id).text("result"));
  }

  @Test
  void aCodeThatIsRedeemedAtOnceIsKeptAsAVerificationToApprove() {
    StoryHttp.Reply refused = till.redeem(key(), hero.show(), HOME);
    assertRefused("APPROVAL_REQUIRED", 409, refused);
    String verification = refused.text("errors/0/detail");
    approve(scene.officer(Role.REVIEWER), verification).expect(201);
    till.redeem(key(), verification).expect(201);
    assertRefused("REPLAYED", 409, till.redeem(key(), verification));
  }

  /**
   * Two want the last use of an item without approval; whoever is slower comes to one that needs
   * it. The counter is locked until both have been priced.
   */
  @Test
  void whoLosesARaceGetsNothingThatNobodyApproved() throws Exception {
    scene.publish(
        scene.item("a", "GOODS", 50, LimitScene.limit("ITEM", "DAY", "USES", 1)),
        scene
            .item("b", "GOODS", 60)
            .replace("\"synthetic\"", "\"approvalAboveFen\": 1, \"synthetic\""));
    StoryHttp.Reply first = LimitScene.redeem(till, scene.newcomer(), 1000).expect(201);
    String item = first.text("parts/0/layers/0/itemId");
    till.reverse(key(), first.text("redemptionId"), "试").expect(201);
    String one = scene.newcomer().show();
    String two = scene.newcomer().show();
    Map<String, Long> goods = Map.of("GOODS", 1000L);
    List<StoryHttp.Reply> replies;
    try (Connection lock = Sql.connect()) {
      lock.setAutoCommit(false);
      Sql.bind(lock, "UPDATE limit_counter SET used = used WHERE scope = ?", item).executeUpdate();
      replies =
          Together.call(
                  List.<Callable<Optional<StoryHttp.Reply>>>of(
                      () -> Optional.of(till.redeem(key(), one, goods)),
                      () -> Optional.of(till.redeem(key(), two, goods)),
                      () -> {
                        Thread.sleep(800);
                        lock.rollback();
                        return Optional.empty();
                      }))
              .stream()
              .flatMap(Optional::stream)
              .toList();
    }
    StoryHttp.Reply won =
        replies.stream().filter(reply -> reply.status() == 201).findFirst().orElseThrow();
    assertEquals(500, won.number("payableFen"));
    StoryHttp.Reply lost =
        replies.stream().filter(reply -> reply.status() != 201).findFirst().orElseThrow();
    assertRefused("APPROVAL_REQUIRED", 409, lost);
    String verification = lost.text("errors/0/detail");
    approve(scene.officer(Role.REVIEWER), verification).expect(201);
    assertEquals(600, till.redeem(key(), verification).expect(201).number("payableFen"));
  }

  @Test
  void onlyAReviewerOfThatRegionApprovesAndOnlyWhatAsksForIt() {
    String verification = till.verify(hero.show(), HOME).text("verificationId");
    for (Role role : List.of(Role.CLERK, Role.AUDITOR, Role.ADMIN)) {
      assertRefused("NOT_ALLOWED", 403, approve(scene.officer(role), verification));
    }
    assertRefused(
        "NOT_FOUND",
        404,
        approve(scene.officer(Role.REVIEWER, RegionCode.of("110000")), verification));
    approve(scene.officer(Role.REVIEWER, RegionCode.NATION), verification).expect(201);
    assertRefused("CONFLICT", 409, approve(scene.officer(Role.REVIEWER), verification));

    // 900.00 is all that this home costs: nothing is given beyond the price, and nobody is asked.
    StoryHttp.Reply small = till.verify(hero.show(), Map.of("HOME", 90_000L));
    assertEquals(false, small.at("approvalNeeded"));
    assertEquals(0, small.number("quote/payableFen"));
    String unasked = small.text("verificationId");
    assertRefused("NOT_FOUND", 404, approve(scene.officer(Role.REVIEWER), unasked));
    assertEquals(90_000, till.redeem(key(), unasked).expect(201).number("benefitValueFen"));
  }

  @Test
  void anApprovalEndsWithItsVerification() {
    String verification = till.verify(hero.show(), HOME).text("verificationId");
    Sql.update("UPDATE verification SET expires_at = at WHERE id = ?", verification);
    assertRefused("VERIFICATION_EXPIRED", 409, approve(scene.officer(Role.REVIEWER), verification));
    assertRefused("VERIFICATION_EXPIRED", 409, till.redeem(key(), verification));
  }
}

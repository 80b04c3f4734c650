package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryTerminal;

/**
 * Goal: a static card works at staffed terminals only, exactly four times a day, and one per
 * holder. Method: 20 taps at once from two tills; a repeat of a tap; a gate; a reversal; a second
 * card.
 */
class L03_CardsAreCheckedByStaffAndCountedTest {
  private static final Map<String, Long> BILL = Map.of("GOODS", 1000L);

  private final Scene scene = Scene.open();
  private final String venue = scene.venue("PHARMACY");
  private final StoryTerminal till = scene.office.terminal(venue, "till", "COUNTER");
  private final String holder = scene.register("VETERAN");

  @Test
  void staffCheckThePhotoAndAGateSendsToTheCounter() {
    StoryHttp.Reply card = issue();
    assertEquals(true, till.verify(card.text("code"), BILL).at("photoCheck"));
    StoryTerminal gate = scene.office.terminal(venue, "gate", "GATE");
    assertEquals("STAFF_CHECK_REQUIRED", gate.verify(card.text("code"), BILL).text("reason"));
    assertEquals(
        "STAFF_CHECK_REQUIRED", gate.redeem(Scene.key(), card.text("code"), BILL).text("code"));
  }

  @Test
  void fourUsesADayAreCountedExactlyWhoeverTapsAtOnce() {
    String code = issue().text("code");
    StoryTerminal other = scene.office.terminal(venue, "other", "COUNTER");
    List<StoryHttp.Reply> taps =
        Together.call(
            Collections.nCopies(10, List.of(till, other)).stream()
                .flatMap(List::stream)
                .<Callable<StoryHttp.Reply>>map(
                    each -> () -> redeemPatiently(each, Scene.key(), code))
                .toList());
    assertEquals(4, taps.stream().filter(each -> each.status() == 201).count());
    taps.stream()
        .filter(each -> each.status() != 201)
        .forEach(each -> assertEquals("LIMIT_REACHED", each.text("code")));
    assertEquals("LIMIT_REACHED", till.verify(code, BILL).text("reason"));
  }

  @Test
  void aRepeatedTapIsOneUseAndAReversalGivesItBack() {
    String code = issue().text("code");
    String key = Scene.key();
    String first = till.redeem(key, code, BILL).expect(201).text("redemptionId");
    till.redeem(key, code, BILL).expect(200);
    for (int i = 0; i < 3; i++) {
      till.redeem(Scene.key(), code, BILL).expect(201);
    }
    assertEquals("LIMIT_REACHED", till.redeem(Scene.key(), code, BILL).text("code"));
    till.reverse(Scene.key(), first, "顾客退货").expect(201);
    till.redeem(Scene.key(), code, BILL).expect(201);
    assertEquals("LIMIT_REACHED", till.redeem(Scene.key(), code, BILL).text("code"));
  }

  @Test
  void aVerificationOfACardIsRedeemedOnce() {
    String verified = till.verify(issue().text("code"), BILL).text("verificationId");
    till.redeem(Scene.key(), verified).expect(201);
    assertEquals("VERIFICATION_USED", till.redeem(Scene.key(), verified).text("code"));
  }

  @Test
  void aNewCardRevokesTheOneBeforeAndLivesNoLongerThanTheEntitlement() {
    StoryHttp.Reply first = issue();
    StoryHttp.Reply second = issue();
    assertEquals("REVOKED", till.verify(first.text("code"), BILL).text("reason"));
    till.redeem(Scene.key(), second.text("code"), BILL).expect(201);
    Duration life =
        Duration.between(
            Instant.parse(second.text("certificate/issuedAt")),
            Instant.parse(second.text("certificate/expiresAt")));
    // The scene entitles for 300 more days, fewer than the 365 of a card.
    assertEquals(true, life.toDays() >= 299 && life.toDays() <= 301, life.toString());
    List<StoryHttp.Reply> raced =
        Together.call(Collections.nCopies(4, (Callable<StoryHttp.Reply>) this::issue));
    long good =
        raced.stream()
            .filter(
                card -> Boolean.TRUE.equals(till.verify(card.text("code"), BILL).at("accepted")))
            .count();
    assertEquals(1, good);
    assertEquals(
        1,
        Sql.number(
            "SELECT COUNT(*) FROM binding WHERE holder_id = ? AND kind = 'CARD'"
                + " AND state = 'ACTIVE'",
            holder));
  }

  @Test
  void onlyTheHoldersOfficeIssues() {
    String elsewhere = scene.officer(Role.CLERK, Scene.open().city);
    assertEquals(404, issue(elsewhere).status());
    assertEquals(403, issue(scene.holder(holder)).status());
  }

  /** A row that is locked for long is answered by 503, to be tried again. */
  private static StoryHttp.Reply redeemPatiently(StoryTerminal till, String key, String code) {
    StoryHttp.Reply reply = till.redeem(key, code, BILL);
    for (int tries = 0; reply.status() == 503 && tries < 20; tries++) {
      reply = till.redeem(key, code, BILL);
    }
    return reply;
  }

  private StoryHttp.Reply issue() {
    return issue(scene.officer(Role.CLERK, scene.city)).expect(201);
  }

  private StoryHttp.Reply issue(String token) {
    String path = "/v1/holders/" + holder + "/cards";
    return scene.http.post(path, token, "application/json", new byte[0]);
  }
}

package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryTerminal;

/**
 * Goal: what is revoked or suspended is refused from that moment on, and nothing else is. Method:
 * two phones of one holder; the loss of one; suspension, reinstatement and revocation by the
 * office; renewal; and revocations in a race with redemptions.
 */
class L02_ALostPhoneDiesAtOnceTest {
  private static final Map<String, Long> BILL = Map.of("GOODS", 1000L);
  private static final int RACES = 20;

  private final Scene scene = Scene.open();
  private final StoryTerminal till = scene.counter("PHARMACY");
  private final String holder = scene.register("VETERAN");

  @Test
  void aLostPhoneIsRefusedAndTheOtherLives() {
    Device lost = Device.bind(scene, holder);
    Device other = Device.bind(scene, holder);
    String verified = till.verify(lost.show(), BILL).text("verificationId");
    StoryHttp.Reply answer = lost.revoke("LOST_PHONE").expect(200);
    assertEquals("REVOKED", answer.text("state"));
    assertEquals("REVOKED", till.verify(lost.show(), BILL).text("reason"));
    assertEquals("REVOKED", till.redeem(Scene.key(), lost.show(), BILL).text("code"));
    assertEquals("REVOKED", till.redeem(Scene.key(), verified).text("code"));
    till.redeem(Scene.key(), other.show(), BILL).expect(201);
    lost.revoke("LOST_PHONE").expect(200);
    assertEquals(409, lost.renew().status());
    assertEquals(1, journalled("CERTIFICATE_REVOKED", bindingOf(lost)));
  }

  @Test
  void anOutsiderRevokesNothing() {
    Device phone = Device.bind(scene, holder);
    String stranger = scene.holder(scene.register("VETERAN"));
    assertEquals(404, phone.revoke("LOST_PHONE", stranger).status());
    String elsewhere = scene.officer(Role.CLERK, Scene.open().city);
    assertEquals(404, phone.revoke("OFFICE", elsewhere).status());
    assertEquals(400, phone.revoke("OFFICE").status());
    till.redeem(Scene.key(), phone.show(), BILL).expect(201);
    phone.revoke("MISUSE", scene.officer(Role.CLERK, scene.city)).expect(200);
    assertEquals("REVOKED", till.verify(phone.show(), BILL).text("reason"));
  }

  @Test
  void aSuspensionPausesEveryPhoneAndAReinstatementSparesTheLostOne() {
    Device phone = Device.bind(scene, holder);
    Device lost = Device.bind(scene, holder);
    String card =
        scene
            .http
            .post(
                "/v1/holders/" + holder + "/cards",
                scene.officer(Role.CLERK, scene.city),
                "application/json",
                new byte[0])
            .expect(201)
            .text("code");
    lost.revoke("LOST_PHONE").expect(200);
    office("suspension", "UNDER_REVIEW").expect(200);
    assertEquals("REVOKED", till.verify(phone.show(), BILL).text("reason"));
    assertEquals("REVOKED", till.verify(card, BILL).text("reason"));
    office("suspension", "UNDER_REVIEW").expect(200);
    assertEquals("ACTIVE", office("reinstatement", "").expect(200).text("status"));
    till.redeem(Scene.key(), phone.show(), BILL).expect(201);
    till.redeem(Scene.key(), card, BILL).expect(201);
    assertEquals(
        List.of("ACTIVE", "ACTIVE", "REVOKED"),
        scene
            .http
            .get("/v1/holders/" + holder + "/certificates", scene.officer(Role.AUDITOR, scene.city))
            .expect(200)
            .list("certificates")
            .stream()
            .map(each -> String.valueOf(each.get("state")))
            .sorted()
            .toList());
    assertEquals("REVOKED", till.verify(lost.show(), BILL).text("reason"));
    assertEquals(400, office("suspension", "LOST_PHONE").status());
    office("revocation", "STATUS_LOST").expect(200);
    assertEquals("REVOKED", till.verify(phone.show(), BILL).text("reason"));
    assertEquals(409, office("reinstatement", "").status());
    for (String kind : List.of("HOLDER_SUSPENDED", "HOLDER_REINSTATED", "HOLDER_REVOKED")) {
      assertEquals(1, journalled(kind, holder), kind);
    }
  }

  @Test
  void aCertificateIsRenewedFromTheSeventhDayUnderTheSameIndexAndKey() {
    Device phone = Device.bind(scene, holder);
    String first = phone.certificateId;
    assertEquals(first, phone.renew().expect(200).text("certificateId"));
    Sql.update("UPDATE certificate SET issued_at = issued_at - INTERVAL 7 DAY WHERE id = ?", first);
    List<StoryHttp.Reply> answers =
        Together.call(List.<Callable<StoryHttp.Reply>>of(phone::renew, phone::renew));
    List<Integer> statuses = answers.stream().map(StoryHttp.Reply::status).sorted().toList();
    assertEquals(List.of(200, 201), statuses);
    StoryHttp.Reply renewed = phone.renew().expect(200);
    assertNotEquals(first, renewed.text("certificateId"));
    assertEquals(phone.index, renewed.number("bindingIndex"));
    assertEquals(phone.key.raw().base64Url(), renewed.text("deviceKey"));
    till.redeem(Scene.key(), phone.show(), BILL).expect(201);
  }

  @Test
  void noRedemptionIsBookedAfterTheRevocationWasAnswered() {
    int wins = 0;
    for (int i = 0; i < RACES; i++) {
      Device phone = Device.bind(scene, holder);
      String code = phone.show();
      List<StoryHttp.Reply> both =
          Together.call(
              List.<Callable<StoryHttp.Reply>>of(
                  () -> till.redeem(Scene.key(), code, BILL),
                  () -> {
                    phone.revoke("LOST_PHONE").expect(200);
                    return till.redeem(Scene.key(), phone.show(), BILL);
                  }));
      assertEquals("REVOKED", both.getLast().text("code"));
      if (both.getFirst().status() == 201) {
        wins++;
      } else {
        assertEquals("REVOKED", both.getFirst().text("code"));
      }
    }
    assertEquals(
        wins,
        Sql.number(
            "SELECT COUNT(*) FROM ledger_entry e JOIN visit v ON v.id = e.visit_id"
                + " JOIN binding b ON b.issuer = v.issuer AND b.binding_index = v.binding_index"
                + " WHERE b.holder_id = ?",
            holder));
  }

  @Test
  void aRevocationThatCommitsWhileARedemptionIsDecidedWins() throws Exception {
    Device phone = Device.bind(scene, holder);
    try (Connection revoker = Sql.connect();
        ExecutorService thread = Executors.newSingleThreadExecutor()) {
      revoker.setAutoCommit(false);
      try (PreparedStatement revoke =
          Sql.bind(
              revoker, "UPDATE binding SET state = 'REVOKED' WHERE id = ?", bindingOf(phone))) {
        assertEquals(1, revoke.executeUpdate());
      }
      String code = phone.show();
      Future<StoryHttp.Reply> redeemed = thread.submit(() -> till.redeem(Scene.key(), code, BILL));
      // Long enough for it to have been examined and to wait for the row.
      Thread.sleep(1_000);
      revoker.commit();
      assertEquals("REVOKED", redeemed.get().text("code"));
      // Revoked behind the server's back, it had no bit in the status list.
      Sql.update("UPDATE binding SET state = 'ACTIVE' WHERE id = ?", bindingOf(phone));
      phone.revoke("LOST_PHONE").expect(200);
    }
  }

  private StoryHttp.Reply office(String what, String reason) {
    String path = "/v1/holders/" + holder + "/" + what;
    String token = scene.officer(Role.ADMIN, scene.city);
    return reason.isEmpty()
        ? scene.http.post(path, token, "application/json", new byte[0])
        : scene.http.post(path, token, Map.of("reason", reason));
  }

  private static long journalled(String kind, String subject) {
    return Sql.number(
        "SELECT COUNT(*) FROM journal_entry WHERE kind = ? AND subject_id = ?", kind, subject);
  }

  private static String bindingOf(Device phone) {
    return String.valueOf(
        Sql.query("SELECT binding_id FROM certificate WHERE id = ?", phone.certificateId)
            .getFirst()
            .get("binding_id"));
  }
}

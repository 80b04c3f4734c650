package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.scenario.TariffScene.Sum;

/**
 * Goal: a reduction of funeral costs is used when the holder is dead, although death ends every
 * code: a survivor uses it once, at the counter that an office named. Method: a home with a filed
 * price, one item that a survivor may claim and one that none may; the death is recorded over HTTP.
 */
class H13_ASurvivorClaimsForWhoHasDiedTest {
  private final TariffScene tariffs = new TariffScene();
  private final Scene scene = tariffs.scene;
  private final String deceased = scene.register("VETERAN");
  private final String survivor = scene.register("MILITARY_DEPENDENT");
  private final StoryPhone phone = scene.phone(deceased);
  private String home = "";
  private String counter = "";

  @BeforeEach
  void openHome() {
    tariffs.publish(
        tariffs.item(
            "funeral",
            "VETERAN",
            "",
            "FUNERAL",
            "{\"kind\": \"PERCENT_PAYABLE\", \"percent\": 40}",
            ", \"survivorMayClaim\": true, \"limits\": [{\"subject\": \"HOLDER\", \"period\":"
                + " \"EVER\", \"unit\": \"USES\", \"max\": 1}]"),
        tariffs.free("flowers", "FLOWERS"));
    home = tariffs.venue("OTHER", Map.of("label", "FUNERAL", "listFen", 88_805));
    counter = at(home, "COUNTER", Role.TERMINAL);
  }

  private String at(String venueId, String kind, Role role) {
    return scene.atVenue(scene.office.terminal(venueId, kind, kind).id(), role, venueId);
  }

  private void recordDeath() {
    scene
        .http
        .post(
            "/v1/holders/" + deceased + "/events",
            tariffs.officer(Role.CLERK),
            Map.of(
                "kind", "DEATH",
                "effectiveOn", TariffScene.TODAY.minusDays(1).toString(),
                "document", "synthetic"))
        .expect(201);
  }

  private StoryHttp.Reply claim(String officer) {
    return claim(officer, "死亡证明 2026-0117");
  }

  private StoryHttp.Reply claim(String officer, String document) {
    return scene.http.post(
        "/v1/survivor-claims",
        officer,
        Map.of(
            "deceasedHolderId", deceased,
            "survivorHolderId", survivor,
            "venueId", home,
            "document", document));
  }

  private String claim() {
    return claimOn("死亡证明 2026-0117");
  }

  private String claimOn(String document) {
    return claim(tariffs.officer(Role.CLERK), document).expect(201).text("survivorClaimId");
  }

  private StoryHttp.Reply redeem(String terminal, String claimId, String label) {
    return scene.http.post(
        "/v1/redemptions",
        terminal,
        Map.of(
            "survivorClaimId",
            claimId,
            "bill",
            List.of(
                label.equals("FUNERAL")
                    ? Map.of("label", label)
                    : Map.of("label", label, "listFen", 500))),
        "Idempotency-Key",
        Scene.key());
  }

  @Test
  void deathEndsTheCodeAndTheClaimRedeemsOnce() {
    assertEquals("CONFLICT", claim(tariffs.officer(Role.CLERK)).expect(409).text("code"));
    String code = phone.show();
    recordDeath();
    StoryHttp.Reply dead =
        scene.http.post(
            "/v1/redemptions",
            counter,
            Map.of("code", code, "bill", List.of(Map.of("label", "FUNERAL"))),
            "Idempotency-Key",
            Scene.key());
    assertEquals("REVOKED", dead.expect(409).text("code"));

    String claim = claim();
    // 888.05 × 40 % = 355.22 to pay; 532.83 of value.
    StoryHttp.Reply redeemed = redeem(counter, claim, "FUNERAL");
    assertEquals(new Sum(88_805, 88_805, 35_522, 53_283), Sum.ofRedemption(redeemed));
    assertEquals("REPLAYED", redeem(counter, claim, "FUNERAL").expect(409).text("code"));
    // A second claim for the same person meets the limit of one for ever.
    assertEquals(
        "LIMIT_REACHED", redeem(counter, claimOn("补充证明 7"), "FUNERAL").expect(422).text("code"));
    assertEquals(new Totals(1, 1, 88_805, 88_805, 35_522, 53_283), Totals.ofFigure(scene));
    assertEquals(
        2,
        Sql.number(
            "SELECT COUNT(*) FROM journal_entry WHERE kind = 'SURVIVOR_CLAIM_REGISTERED'"
                + " AND region = ?",
            scene.city.value()));
  }

  /** What an office can do twice, a survivor can spend twice. */
  @Test
  void onePaperOpensOneClaimHoweverManyClerksEnterIt() {
    recordDeath();
    String officer = tariffs.officer(Role.CLERK);
    List<Callable<StoryHttp.Reply>> calls = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String document = i % 2 == 0 ? "死亡证明 2026-0117" : "死亡证明  2026-0117";
      calls.add(() -> claim(officer, document));
    }
    List<StoryHttp.Reply> replies = Together.call(calls);
    assertEquals(1, replies.stream().filter(reply -> reply.status() == 201).count());
    assertEquals(
        1,
        replies.stream()
            .map(reply -> reply.expect(200, 201).text("survivorClaimId"))
            .distinct()
            .count());
    assertEquals(
        0,
        Sql.number(
            "SELECT COUNT(*) FROM survivor_claim WHERE venue_id = ? AND sealed_document LIKE ?",
            home,
            "%2026-0117%"));
    String other = scene.register("MILITARY_DEPENDENT");
    StoryHttp.Reply another =
        scene.http.post(
            "/v1/survivor-claims",
            officer,
            Map.of(
                "deceasedHolderId", deceased,
                "survivorHolderId", other,
                "venueId", home,
                "document", "死亡证明 2026-0117"));
    assertEquals("CONFLICT", another.expect(409).text("code"));
  }

  /** A clerk learns nothing of persons of other regions. */
  @Test
  void aSurvivorOfAnotherRegionIsNotThere() {
    recordDeath();
    String stranger = Scene.open().register("MILITARY_DEPENDENT");
    for (String survivorId : List.of(stranger, "no-such-person")) {
      Map<String, String> body =
          Map.of(
              "deceasedHolderId", deceased,
              "survivorHolderId", survivorId,
              "venueId", home,
              "document", "死亡证明");
      scene.http.post("/v1/survivor-claims", tariffs.officer(Role.CLERK), body).expect(404);
    }
  }

  @Test
  void aVerifiedClaimEndsWithItsTime() {
    recordDeath();
    String claim = claim();
    StoryHttp.Reply verified =
        scene.http.post(
            "/v1/verifications",
            counter,
            Map.of("survivorClaimId", claim, "bill", List.of(Map.of("label", "FUNERAL"))));
    String verification = verified.expect(200).text("verificationId");
    // The death was a mistake, and is corrected before the verification is redeemed.
    StoryHttp.Reply events =
        scene.http.get("/v1/holders/" + deceased + "/events", tariffs.officer(Role.CLERK));
    scene
        .http
        .post(
            "/v1/holders/" + deceased + "/events",
            tariffs.officer(Role.CLERK),
            Map.of(
                "kind",
                "PROOF_OF_LIFE",
                "effectiveOn",
                TariffScene.TODAY.toString(),
                "document",
                "synthetic",
                "corrects",
                events.expect(200).text("events/0/eventId")))
        .expect(201);
    assertEquals(
        "NOT_FOUND",
        scene
            .http
            .post(
                "/v1/redemptions",
                counter,
                Map.of("verificationId", verification),
                "Idempotency-Key",
                Scene.key())
            .expect(404)
            .text("code"));
    assertEquals(Totals.NOTHING, Totals.ofFigure(scene));
  }

  @Test
  void aClaimIsDecidedAgainTheSame() {
    recordDeath();
    tariffs.publish(
        tariffs
            .item(
                "local",
                "VETERAN",
                "",
                "FUNERAL",
                "{\"kind\": \"FREE\"}",
                ", \"survivorMayClaim\": true")
            .replace(
                "{\"scope\": \"NATIONWIDE\"}",
                "{\"scope\": \"LOCAL\", \"region\": \"" + scene.city + "\"}"));
    StoryHttp.Reply redeemed = redeem(counter, claim(), "FUNERAL").expect(201);
    assertEquals(0, redeemed.number("payableFen"));
    String again = "/v1/redemptions/" + redeemed.text("redemptionId") + "/re-evaluation";
    assertEquals(
        "SAME", scene.http.get(again, tariffs.officer(Role.AUDITOR)).expect(200).text("result"));
  }

  @Test
  void ofManyAtOnceOneRedeemsTheClaim() {
    recordDeath();
    String claim = claim();
    List<Callable<StoryHttp.Reply>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      calls.add(() -> redeem(counter, claim, "FUNERAL"));
    }
    List<StoryHttp.Reply> replies = Together.call(calls);
    assertEquals(1, replies.stream().filter(reply -> reply.status() == 201).count());
    assertEquals(1, Totals.ofFigure(scene).uses());
  }

  @Test
  void aClaimIsForItsCounterAndForWhatASurvivorMayClaim() {
    recordDeath();
    String claim = claim();
    assertEquals(
        "NOT_FOUND",
        redeem(at(home, "GATE", Role.GATE), claim, "FUNERAL").expect(404).text("code"));
    String elsewhere = tariffs.venue("OTHER", Map.of("label", "FUNERAL", "listFen", 88_805));
    assertEquals(
        "NOT_FOUND",
        redeem(at(elsewhere, "COUNTER", Role.TERMINAL), claim, "FUNERAL").expect(404).text("code"));
    assertEquals("CONDITION_FAILED", redeem(counter, claim, "FLOWERS").expect(422).text("code"));
    redeem(counter, claim, "FUNERAL").expect(201);
  }

  @Test
  void onlyTheOfficeOfTheRegionRegistersAndOnlyForAnEntitledSurvivor() {
    recordDeath();
    String foreign = scene.officer(Role.ADMIN, Scene.open().city);
    assertEquals("NOT_FOUND", claim(foreign).expect(404).text("code"));
    assertEquals("NOT_ALLOWED", claim(tariffs.officer(Role.AUDITOR)).expect(403).text("code"));
    scene
        .http
        .post(
            "/v1/holders/" + survivor + "/events",
            tariffs.officer(Role.CLERK),
            Map.of(
                "kind", "DEATH",
                "effectiveOn", TariffScene.TODAY.minusDays(1).toString(),
                "document", "synthetic"))
        .expect(201);
    assertEquals("CONFLICT", claim(tariffs.officer(Role.CLERK)).expect(409).text("code"));
  }
}

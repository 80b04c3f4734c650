package org.yongjun.pass.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;

/** Runs every example of the contract; {@link CheckedHttp} holds the answers against it. */
class ExamplesTest {
  private static final String PUBLISH = "POST /v1/catalogues";
  private static final String DAYS = "&from=2026-01-01&to=2030-12-31";

  private static Shop shop;
  private static Phone phone;

  @BeforeAll
  static void openShop() {
    publish();
    String services = Json.text(Examples.json(PUBLISH, "services", Map.of()));
    CheckedHttp.send(Caller.office(Role.ADMIN).post("/v1/catalogues", services));
    shop = Shop.open();
    phone = Phone.bound();
  }

  @Test
  void theSameCatalogueAgainAnswersTheVersionThatItIs() {
    assertEquals(200, publish().statusCode());
    String yaml =
        """
        code: example-%s
        region: "130400"
        title: {zh: 示例, en: Example}
        source: {title: 示例文件}
        effectiveFrom: 2026-01-01
        effectiveTo: 2026-01-02
        items:
          - number: "1"
            title: {zh: 免费, en: Free}
            who: {classes: [VETERAN], origin: {scope: NATIONWIDE}}
            parts: [{label: FARE, rule: {kind: FREE}}]
        """
            .formatted(UUID.randomUUID().toString().substring(0, 8));
    Caller clerk = Caller.office(Role.ADMIN);
    assertStatus(
        201,
        CheckedHttp.send(clerk.send("POST", "/v1/catalogues", "application/yaml", yaml).build()));
  }

  @Test
  void cataloguesAreReadByEveryoneSignedIn() {
    assertOk(shop.terminal().get("/v1/catalogues?region=130400&pageSize=1"));
    assertOk(shop.terminal().get("/v1/catalogues/example-pharmacy"));
    assertOk(shop.terminal().get("/v1/catalogues/example-pharmacy/versions/1"));
  }

  @Test
  void aVenueIsRegisteredReadAndPriced() {
    Caller clerk = Caller.office(Role.CLERK);
    HttpResponse<byte[]> spot =
        CheckedHttp.send(
            Caller.office(Role.ADMIN)
                .post(
                    "/v1/venues",
                    Json.text(Examples.json("POST /v1/venues", "scenicSpot", Map.of()))));
    assertStatus(201, spot);
    String path = "/v1/venues/" + Json.of(spot).get("venueId").asText();
    String tariff =
        Json.text(Examples.json("PUT /v1/venues/{venueId}/tariff", "admission", Map.of()));
    assertStatus(
        200,
        CheckedHttp.send(clerk.send("PUT", path + "/tariff", "application/json", tariff).build()));
    String settings =
        Json.text(Examples.json("PUT /v1/venues/{venueId}/gate-settings", "scenicSpot", Map.of()));
    assertStatus(
        200,
        CheckedHttp.send(
            clerk.send("PUT", path + "/gate-settings", "application/json", settings).build()));
    assertEquals(
        300, assertOk(clerk.get(path + "/gate-settings")).get("antiPassbackSeconds").asInt());
    assertOk(phone.holder().get(path));
    JsonNode page = assertOk(phone.holder().get("/v1/venues?region=130000&pageSize=1"));
    assertTrue(page.get("hasMore").asBoolean());
    assertOk(phone.holder().get("/v1/venues?pageSize=1&cursor=" + page.get("next").asText()));
  }

  @Test
  void holdersAreReadByTheirOffice() {
    Caller auditor = Caller.office(Role.AUDITOR);
    assertOk(auditor.get("/v1/holders?region=130400&pageSize=1"));
    assertOk(auditor.get("/v1/holders/" + phone.holderId()));
  }

  @Test
  void aFaultyLineOfAFileIsReported() {
    String file = Phone.importFile().lines().findFirst().orElseThrow() + "\n无此号,123,,,,,,,,\n";
    HttpResponse<byte[]> report =
        CheckedHttp.send(
            Caller.office(Role.CLERK)
                .send("POST", "/v1/holders/imports", "text/csv", file)
                .header("Accept-Language", "en")
                .build());
    assertStatus(200, report);
    assertEquals(1, Json.of(report).get("rejected").asInt());
  }

  @Test
  void aDeviceHasItsCertificateAndCodesAreDrawn() {
    assertStatus(200, phone.bind());
    assertOk(phone.holder().get("/v1/certificates"));
    String drawing =
        Json.text(Examples.json("POST /v1/code-images", "code", Map.of("code", phone.show())));
    for (String type : new String[] {"image/png", "image/svg+xml"}) {
      HttpRequest request =
          phone
              .holder()
              .send("POST", "/v1/code-images", "application/json", drawing)
              .header("Accept", type)
              .build();
      assertStatus(200, CheckedHttp.send(request));
    }
  }

  @Test
  void theKeyListIsSentOnceToWhoHasIt() {
    HttpRequest first = Caller.NOBODY.get("/.well-known/yongjun-pass/keys");
    HttpResponse<byte[]> list = CheckedHttp.send(first);
    assertStatus(200, list);
    String etag = list.headers().firstValue("ETag").orElseThrow();
    HttpRequest second =
        Caller.NOBODY
            .request("/.well-known/yongjun-pass/keys")
            .header("If-None-Match", etag)
            .build();
    assertStatus(304, CheckedHttp.send(second));
  }

  @Test
  void whatWasVerifiedIsRedeemedOnceAndReversedOnce() {
    JsonNode verdict = verify(phone.show());
    assertTrue(verdict.get("accepted").asBoolean());
    assertEquals(1760, verdict.get("quote").get("payableFen").asLong());
    String body =
        Json.text(
            Examples.json(
                "POST /v1/redemptions",
                "verification",
                Map.of("verificationId", verdict.get("verificationId").asText())));
    String key = UUID.randomUUID().toString();
    HttpResponse<byte[]> redeemed = keyed("/v1/redemptions", key, body);
    assertStatus(201, redeemed);
    assertStatus(200, keyed("/v1/redemptions", key, body));
    assertStatus(409, keyed("/v1/redemptions", key + "2", body));
    String id = Json.of(redeemed).get("redemptionId").asText();
    String reversal =
        Json.text(Examples.json("POST /v1/reversals", "mistake", Map.of("redemptionId", id)));
    assertStatus(422, keyed("/v1/reversals", key, reversal));
    assertStatus(201, keyed("/v1/reversals", key + "3", reversal));
    assertStatus(200, keyed("/v1/reversals", key + "3", reversal));
    assertStatus(409, keyed("/v1/reversals", key + "4", reversal));
    assertTrue(assertOk(shop.terminal().get("/v1/redemptions/" + id)).get("reversed").asBoolean());
    assertEquals(
        "SAME",
        assertOk(Caller.office(Role.AUDITOR).get("/v1/redemptions/" + id + "/re-evaluation"))
            .get("result")
            .asText());
  }

  /** 392.50 − 50 × 0.30 = 377.50; half of 50.00; 15.00 × 88 % = 13.20. */
  @Test
  void unitsCompanionsAndPromotionsArePricedAsTheirExamplesSay() {
    assertEquals(37_750, payable("litres"));
    assertEquals(2500, payable("companion"));
    assertEquals(1320, payable("promotion"));
  }

  private static long payable(String example) {
    Map<String, String> live = Map.of("code", phone.show());
    String body = Json.text(Examples.json("POST /v1/verifications", example, live));
    JsonNode verdict = assertOk(shop.terminal().post("/v1/verifications", body));
    assertTrue(verdict.get("accepted").asBoolean(), example);
    return verdict.get("quote").get("payableFen").asLong();
  }

  @Test
  void aPlaceIsReservedByTheHolderOrAtTheCounterAndGivenUp() {
    String checkup = "{\"code\":\"%s\",\"bill\":[{\"label\":\"CHECKUP\",\"listFen\":1000}]}";
    String verification =
        assertOk(shop.terminal().post("/v1/verifications", checkup.formatted(phone.show())))
            .get("verificationId")
            .asText();
    assertReservedOnce(phone.holder(), "holder", Map.of("venueId", shop.venueId()));
    assertReservedOnce(shop.terminal(), "counter", Map.of("verificationId", verification));
    assertTrue(assertOk(phone.holder().get("/v1/reservations")).get("reservations").size() >= 2);
  }

  private static void assertReservedOnce(Caller caller, String example, Map<String, String> live) {
    String body = Json.text(Examples.json("POST /v1/reservations", example, live));
    String key = UUID.randomUUID().toString();
    HttpResponse<byte[]> made = reserve(caller, key, body);
    assertStatus(201, made);
    assertStatus(200, reserve(caller, key, body));
    assertStatus(409, reserve(caller, key + "2", body));
    String path = "/v1/reservations/" + Json.of(made).get("reservationId").asText();
    assertEquals("HELD", assertOk(caller.get(path)).get("state").asText());
    HttpRequest givenUp = caller.request(path).DELETE().build();
    assertEquals("RELEASED", assertOk(givenUp).get("state").asText());
  }

  private static HttpResponse<byte[]> reserve(Caller caller, String key, String body) {
    return CheckedHttp.send(
        caller
            .send("POST", "/v1/reservations", "application/json", body)
            .header("Idempotency-Key", key)
            .build());
  }

  @Test
  void aCodeIsRedeemedAtOnceUnderOneKey() {
    String key = UUID.randomUUID().toString();
    assertStatus(201, keyed("/v1/redemptions", key, redemption(phone.show())));
    assertStatus(422, keyed("/v1/redemptions", key, redemption(phone.show())));
  }

  @Test
  void aVisitGoesOnWithoutAnotherCodeAndHasEachPartOnce() {
    HttpResponse<byte[]> first =
        keyed("/v1/redemptions", UUID.randomUUID().toString(), redemption(phone.show()));
    Map<String, String> visit = Map.of("visitId", Json.of(first).get("visitId").asText());
    String verify = Json.text(Examples.json("POST /v1/verifications", "furtherPart", visit));
    assertTrue(
        assertOk(shop.terminal().post("/v1/verifications", verify)).get("accepted").asBoolean());
    String redeem = Json.text(Examples.json("POST /v1/redemptions", "furtherPart", visit));
    HttpResponse<byte[]> again = keyed("/v1/redemptions", UUID.randomUUID().toString(), redeem);
    assertStatus(409, again);
    assertEquals("PART_REDEEMED", Json.of(again).get("code").asText());
  }

  @Test
  void aPartOfABillIsBroughtBack() {
    String key = UUID.randomUUID().toString();
    HttpResponse<byte[]> redeemed = keyed("/v1/redemptions", key, redemption(phone.show()));
    String id = Json.of(redeemed).get("redemptionId").asText();
    String body =
        Json.text(Examples.json("POST /v1/reversals", "partialReturn", Map.of("redemptionId", id)));
    HttpResponse<byte[]> returned = keyed("/v1/reversals", key + "r", body);
    assertStatus(201, returned);
    // 10.00 × 88 %
    assertEquals(880, Json.of(returned).get("replacement").get("payableFen").asLong());
  }

  @Test
  void whatWasLetInWithoutNetworkIsToldLaterAndAnnulled() {
    ObjectNode passage = Examples.json("POST /v1/taps", "passage", Map.of());
    ObjectNode tap = (ObjectNode) passage.get("taps").get(0);
    long now = Clock.systemUTC().instant().getEpochSecond();
    tap.put("code", phone.show()).put("eventTime", now);
    JsonNode told = assertOk(shop.terminal().post("/v1/taps", Json.text(passage)));
    assertEquals("RECORDED", told.get("results").get(0).get("outcome").asText());
    ObjectNode annulment = Examples.json("POST /v1/taps", "annulment", Map.of());
    ((ObjectNode) annulment.get("taps").get(0)).put("eventTime", now + 1);
    JsonNode annulled = assertOk(shop.terminal().post("/v1/taps", Json.text(annulment)));
    assertEquals("RECORDED", annulled.get("results").get(0).get("outcome").asText());
    assertOk(Caller.office(Role.AUDITOR).get("/v1/tap-flags?region=130400&pageSize=1"));
  }

  @Test
  void anUnreadableCodeIsAVerdictWhenVerifiedAndAProblemWhenRedeemed() {
    assertFalse(verify("YJ1:0000").get("accepted").asBoolean());
    assertStatus(
        400, keyed("/v1/redemptions", UUID.randomUUID().toString(), redemption("YJ1:0000")));
  }

  @Test
  void figuresAreSummedGroupedAndChecked() {
    Caller auditor = Caller.office(Role.AUDITOR);
    JsonNode total = assertOk(auditor.get("/v1/figures?region=130400" + DAYS)).get("total");
    assertEquals(total.get("visits").asLong() + "人次", total.get("visitsPrinted").asText());
    assertOk(
        auditor.get(
            "/v1/figures?region=130400"
                + DAYS
                + "&timeBase=BOOKING&groupBy=REGION&groupBy=VENUE&groupBy=VENUE_KIND&groupBy=ITEM"
                + "&groupBy=CLASS&groupBy=HOME_REGION&groupBy=DAY&venueId="
                + shop.venueId()));
    assertTrue(
        assertOk(auditor.get("/v1/figures/conservation?region=130400" + DAYS))
            .get("holds")
            .asBoolean());
  }

  @Test
  void anAssertionWorksOnce() {
    String assertion = shop.assertion();
    assertStatus(200, Shop.signIn(assertion));
    assertStatus(401, Shop.signIn(assertion));
  }

  @Test
  void theServerIsWell() {
    assertOk(Caller.NOBODY.get("/health"));
  }

  private static HttpResponse<byte[]> publish() {
    String document = Json.text(Examples.json(PUBLISH, "oneItem", Map.of()));
    return CheckedHttp.send(Caller.office(Role.ADMIN).post("/v1/catalogues", document));
  }

  private static JsonNode verify(String code) {
    String body = Json.text(Examples.json("POST /v1/verifications", "bill", Map.of("code", code)));
    return assertOk(shop.terminal().post("/v1/verifications", body));
  }

  private static String redemption(String code) {
    return Json.text(Examples.json("POST /v1/redemptions", "code", Map.of("code", code)));
  }

  private static HttpResponse<byte[]> keyed(String path, String key, String body) {
    return CheckedHttp.send(
        shop.terminal()
            .send("POST", path, "application/json", body)
            .header("Idempotency-Key", key)
            .build());
  }

  private static JsonNode assertOk(HttpRequest request) {
    HttpResponse<byte[]> response = CheckedHttp.send(request);
    assertStatus(200, response);
    return Json.of(response);
  }

  private static void assertStatus(int status, HttpResponse<byte[]> response) {
    String code = response.statusCode() >= 400 ? " " + Json.of(response).get("code").asText() : "";
    assertEquals(status, response.statusCode(), () -> response.uri().getPath() + code);
  }
}

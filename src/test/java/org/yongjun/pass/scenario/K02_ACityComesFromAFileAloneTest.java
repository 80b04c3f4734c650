package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.app.StoryTerminal;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Regions;

/**
 * Goal: a city that no report names goes from a YAML file to redeemed benefits through the API
 * alone. Method: the example of twenty invented items, published by three officers; every sum was
 * worked out by hand.
 */
class K02_ACityComesFromAFileAloneTest {
  private static final Path EXAMPLE = Path.of("api-spec", "examples", "synthetic-city.yaml");

  private static final Scene SCENE = Scene.open();
  private static final ListOffice OFFICE = new ListOffice(SCENE);
  private static final String CODE = "synthetic-" + SCENE.city;

  private static StoryPhone phone;

  @BeforeAll
  static void publishTheFile() {
    // What every scene has already would win over some of the file's items.
    SCENE
        .http
        .post(
            "/v1/catalogues/scene-" + SCENE.city + "/versions/1/withdrawals",
            OFFICE.admin,
            Map.of("from", CityData.today().toString(), "reason", "synthetic"))
        .expect(201);
    StoryHttp.Reply version =
        OFFICE.published("application/yaml", example().getBytes(StandardCharsets.UTF_8));
    assertEquals(20, version.list("document/items").size());
    phone = SCENE.veteran();
  }

  static String example() {
    try {
      return Files.readString(EXAMPLE)
          .replace("synthetic-city", CODE)
          .replace("451400", SCENE.city.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyKindOfItemIsRedeemed() {
    // 33.33 × 90 % = 29.997, rounded 30.00
    assertRedeemed(Map.of("kind", "PHARMACY"), "GOODS", 3333, 3000);
    assertRedeemed(Map.of("kind", "SCENIC_SPOT", "aLevel", 4), "ADMISSION", 12_000, 0);
    // The excepted site has an item of its own: 160.00 × 50 % = 80.00
    assertRedeemed(
        Map.of("kind", "SCENIC_SPOT", "aLevel", 5, "tags", List.of("除外景区")),
        "ADMISSION",
        16_000,
        8_000);
    // 80.00 × 75 % = 60.00
    assertRedeemed(Map.of("kind", "SCENIC_SPOT"), "CABLE_CAR", 8_000, 6_000);
    assertRedeemed(Map.of("kind", "MUSEUM"), "ADMISSION", 2_000, 0);
    // 35.00 − 10.00 = 25.00
    assertRedeemed(Map.of("kind", "CINEMA"), "TICKET", 3_500, 2_500);
    assertRedeemed(Map.of("kind", "BUS"), "FARE", 200, 100);
    // 12.00 − 5.00 = 7.00
    assertRedeemed(Map.of("kind", "PARKING"), "PARKING", 1_200, 700);
    assertRedeemed(Map.of("kind", "HOSPITAL"), "REGISTRATION_FEE", 1_000, 0);
    // 300.00 × 85 % = 255.00
    assertRedeemed(Map.of("kind", "HOSPITAL"), "CHECKUP", 30_000, 25_500);
    // 100.50 × 88 % = 88.44; 88.44 − 2.00 = 86.44
    assertRedeemed(Map.of("kind", "RESTAURANT"), "MEAL", 10_050, 8_644);
    // Two full hundreds of 250.00: 250.00 − 16.00 = 234.00
    assertRedeemed(Map.of("kind", "SHOP"), "GOODS", 25_000, 23_400);
  }

  @Test
  void whatDoesNotApplyIsRefusedByItsReason() {
    assertEquals("CONDITION_FAILED", refusal("PROPERTY_DEVELOPER", "HOME"));
    assertEquals("NOT_PRICED", refusal("PARK", "ADMISSION"));
    StoryTerminal ferry = SCENE.counter("FERRY");
    for (int i = 0; i < 2; i++) {
      ferry.redeem(Scene.key(), phone.show(), Map.of("FARE", 500L)).expect(201);
    }
    assertEquals(
        "LIMIT_REACHED",
        ferry.redeem(Scene.key(), phone.show(), Map.of("FARE", 500L)).expect(422).text("code"));
  }

  @Test
  void aDistrictsListAndTheCitysApplyToOneVisit() {
    RegionCode district = Regions.standard().listChildren(SCENE.city).getLast();
    String document =
        OFFICE
            .document("district", "2026-01-01", "RESTAURANT", 85)
            .replace("\"GOODS\"", "\"MEAL\"")
            .replace("\"region\": \"" + SCENE.city, "\"region\": \"" + district)
            .replace("\"CITY\"", "\"COUNTY\"");
    OFFICE.published(document);
    String venue =
        SCENE.office.venue(
            Map.of("name", "district table", "kind", "RESTAURANT", "region", district.toString()));
    StoryTerminal till = SCENE.office.terminal(venue, "counter", "COUNTER");
    StoryHttp.Reply verdict = till.verify(phone.show(), Map.of("MEAL", 10_000L));
    // Of the district's 85 % and the city's 88 % the better wins; the city's 2.00 come on top:
    // 100.00 × 85 % = 85.00; 85.00 − 2.00 = 83.00
    assertEquals(8_300, verdict.number("quote/payableFen"));
    assertEquals("district-" + SCENE.city + "/1", verdict.text("quote/parts/0/layers/0/itemId"));
    assertEquals(CODE + "/15", verdict.text("quote/parts/0/layers/1/itemId"));
  }

  @Test
  void aVenuesOfferFilesTheTermsThatTheCityLeftOpen() {
    String park = SCENE.venue("PARK");
    String owner = SCENE.atVenue("owner-of-" + park, Role.VENUE_OWNER, park);
    assertFault(owner, offer(park, CODE + "/1"), "/items/0/fulfils");
    assertFault(owner, offer(park, CODE + "/99"), "/items/0/fulfils");
    assertFault(
        owner,
        offer(park, CODE + "/19")
            .replace("\"parts\"", "\"where\": {\"kinds\": [\"PARK\"]}, \"parts\""),
        "/items/0/where");
    // Another venue's offer is not this owner's to write.
    OFFICE.draft(owner, offer(SCENE.venue("PARK"), CODE + "/19")).expect(403);

    String id = OFFICE.draft(owner, offer(park, CODE + "/19")).expect(201).text("draft/draftId");
    OFFICE.submit(owner, id, 1).expect(201);
    OFFICE.approve(OFFICE.reviewer, id, 2).expect(201);
    StoryHttp.Reply version = OFFICE.publish(OFFICE.admin, id, 3).expect(201);
    // It ends with the agreement.
    assertEquals("2098-12-31", version.text("effectiveTo"));
    StoryTerminal till = SCENE.office.terminal(park, "gate", "COUNTER");
    // 10.00 × 70 % = 7.00
    assertEquals(
        700, till.verify(phone.show(), Map.of("ADMISSION", 1_000L)).number("quote/payableFen"));
    // At another park the terms are still open.
    assertEquals("NOT_PRICED", refusal("PARK", "ADMISSION"));
  }

  private static String offer(String venueId, String fulfils) {
    return """
    {"code": "offer-%1$s", "region": "%2$s", "title": {"zh": "优惠", "en": "Offer"},
     "source": {"title": "synthetic"}, "effectiveFrom": "2026-01-01",
     "offer": {"venueId": "%1$s", "agreement": "协议1号", "agreedUntil": "2098-12-31"},
     "items": [{"number": "1", "title": {"zh": "七折", "en": "70 per cent"},
       "who": {"classes": ["VETERAN"], "origin": {"scope": "NATIONWIDE"}}, "fulfils": "%3$s",
       "parts": [{"label": "ADMISSION", "rule": {"kind": "PERCENT_PAYABLE", "percent": 70}}],
       "synthetic": true}]}
    """
        .formatted(venueId, SCENE.city, fulfils);
  }

  private static void assertFault(String token, String document, String pointer) {
    String id = OFFICE.draft(token, document).expect(201).text("draft/draftId");
    StoryHttp.Reply faults = SCENE.http.get(ListOffice.path(id) + "/faults", token).expect(200);
    assertEquals(pointer, faults.text("faults/0/pointer"));
    OFFICE.submit(token, id, 1).expect(422);
  }

  private static void assertRedeemed(
      Map<String, ?> venue, String label, long listFen, long payableFen) {
    Map<String, Object> wanted = new HashMap<>(venue);
    wanted.put("name", venue + " " + Scene.key());
    wanted.put("region", SCENE.city.toString());
    StoryTerminal till = SCENE.office.terminal(SCENE.office.venue(wanted), "counter", "COUNTER");
    StoryHttp.Reply done =
        till.redeem(Scene.key(), phone.show(), Map.of(label, listFen)).expect(201);
    assertEquals(payableFen, done.number("payableFen"), label);
    assertEquals(listFen - payableFen, done.number("benefitValueFen"), label);
  }

  private static String refusal(String kind, String label) {
    return SCENE
        .counter(kind)
        .redeem(Scene.key(), phone.show(), Map.of(label, 1_000L))
        .expect(422)
        .text("code");
  }
}

package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.kernel.RegionCode;

/**
 * Goal: a holder who stands somewhere sees what is to be had there, the best saving first. Method:
 * venues at known distances north of a point, with sums by hand; holders of other classes and
 * homes.
 */
class E01_WhatAHolderGetsHereTest {
  private static final double DEGREES_PER_METRE = 1 / 111_195.0;
  private static final double LONGITUDE = 87.3;

  /** No other test places venues here; each test of this class has a parallel of its own. */
  private static double nextLatitude = 44.0;

  private final Scene scene = Scene.open();
  private final double latitude = nextLatitude++;

  private String place(String name, String kind, int metresNorth, Map<String, ?> more) {
    Map<String, Object> venue = new HashMap<>(more);
    venue.put("name", name + " " + scene.city);
    venue.put("kind", kind);
    venue.put("region", scene.city.toString());
    venue.put(
        "position",
        Map.of("latitude", latitude + metresNorth * DEGREES_PER_METRE, "longitude", LONGITUDE));
    return scene.office.venue(venue);
  }

  private static Map<String, ?> tariff(Object... labelsAndFen) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int i = 0; i < labelsAndFen.length; i += 2) {
      lines.add(
          Map.of("label", labelsAndFen[i], "listFen", labelsAndFen[i + 1], "synthetic", true));
    }
    return Map.of("tariff", lines);
  }

  private Map<String, Object> here(int radiusMetres) {
    Map<String, Object> body = new HashMap<>();
    body.put("position", Map.of("latitude", latitude, "longitude", LONGITUDE));
    body.put("radiusMetres", radiusMetres);
    return body;
  }

  private List<Map<String, Object>> search(String holderId, Map<String, Object> body) {
    return scene
        .http
        .post("/v1/benefit-searches", scene.holder(holderId), body)
        .expect(200)
        .list("venues");
  }

  private static List<String> names(List<Map<String, Object>> venues) {
    return venues.stream().map(venue -> venue.get("name").toString().split(" ")[0]).toList();
  }

  private static @Nullable Object at(Map<?, ?> tree, Object... path) {
    Object value = tree;
    for (Object step : path) {
      value =
          step instanceof Integer index
              ? ((List<?>) value).get(index)
              : ((Map<?, ?>) value).get(step);
    }
    return value;
  }

  /**
   * By hand: 大园 80.00 + half of 100.00 = 130.00; 近园 and 远园 30.00 each, the nearer first; 影院 half of
   * 40.00 = 20.00, for locals; 药店 has filed no price; 饭店 begins in 2099; 郊园 is too far.
   */
  private void placeAll() {
    place("近园", "SCENIC_SPOT", 100, tariff("ADMISSION", 3000));
    place("远园", "SCENIC_SPOT", 500, tariff("ADMISSION", 3000));
    place("大园", "SCENIC_SPOT", 1000, tariff("ADMISSION", 8000, "CABLE_CAR", 10_000));
    place("影院", "CINEMA", 2000, tariff("TICKET", 4000));
    place("药店", "PHARMACY", 50, Map.of());
    place("饭店", "RESTAURANT", 10, tariff("MEAL", 5000));
    place("郊园", "SCENIC_SPOT", 5000, tariff("ADMISSION", 99_000));
  }

  @Test
  void theBestSavingComesFirstThenTheNearest() {
    placeAll();
    List<Map<String, Object>> venues = search(scene.register("VETERAN"), here(3000));
    assertEquals(List.of("大园", "近园", "远园", "影院", "药店", "饭店"), names(venues));
    assertEquals(
        List.of(13_000, 3000, 3000, 2000, 0, 0),
        venues.stream().map(venue -> venue.get("savingFen")).toList());
    assertEquals(
        List.of(1000, 100, 500, 2000, 50, 10),
        venues.stream().map(venue -> venue.get("distanceMetres")).toList());
    assertEquals(5000, at(venues.getFirst(), "benefits", 1, "payableFen"));
    assertEquals(true, at(venues.getFirst(), "benefits", 1, "synthetic"));
    // No price is filed for goods, so the rule is told in words.
    assertEquals("Pay 90 %", at(venues.get(4), "benefits", 0, "terms", "en"));
    assertEquals(null, at(venues.get(4), "benefits", 0, "payableFen"));
    assertTrue(at(venues.get(5), "others", 0, "fix", "en").toString().contains("2099-01-01"));
  }

  @Test
  void aHolderFromElsewhereIsToldWhatIsForLocals() {
    placeAll();
    String away = scene.register(scene.person(), "MILITARY_DEPENDENT", RegionCode.of("130602"));
    List<Map<String, Object>> venues = search(away, here(3000));
    assertEquals(List.of("大园", "近园", "远园", "药店", "饭店", "影院"), names(venues));
    assertTrue(at(venues.getLast(), "others", 0, "fix", "zh").toString().contains("属地为"));
    assertEquals("MILITARY_DEPENDENT", at(venues.getFirst(), "benefits", 0, "used"));
  }

  @Test
  void ofSeveralClassesTheOneThatIsUsedIsNamed() {
    placeAll();
    List<Map<String, Object>> venues =
        search(scene.register("SERVICEPERSON/MILITARY_DEPENDENT"), here(120));
    assertEquals(List.of("近园", "药店", "饭店"), names(venues));
    assertEquals("MILITARY_DEPENDENT", at(venues.getFirst(), "benefits", 0, "used"));
  }

  @Test
  void partsAndKindsNarrowTheSearch() {
    placeAll();
    String veteran = scene.register("VETERAN");
    Map<String, Object> cable = here(3000);
    cable.put("parts", List.of("CABLE_CAR"));
    List<Map<String, Object>> venues = search(veteran, cable);
    assertEquals("大园", names(venues).getFirst());
    assertEquals(5000, venues.getFirst().get("savingFen"));
    Map<String, Object> films = here(3000);
    films.put("kind", "CINEMA");
    assertEquals(List.of("影院"), names(search(veteran, films)));
  }

  @Test
  void whatTheSearchSaysIsWhatTheTillCollects() {
    String venue = place("大园", "SCENIC_SPOT", 100, tariff("ADMISSION", 8001, "CABLE_CAR", 9999));
    String holder = scene.register("VETERAN");
    Map<String, Object> found = search(holder, here(500)).getFirst();
    StoryHttp.Reply redeemed =
        scene
            .office
            .terminal(venue, "gate", "COUNTER")
            .redeem(
                Scene.key(), scene.phone(holder).show(), Map.of("ADMISSION", 0L, "CABLE_CAR", 0L))
            .expect(201);
    // 99.99 × 50 % = 49.995, half up 50.00
    assertEquals(5000, redeemed.number("payableFen"));
    assertEquals(redeemed.number("benefitValueFen"), ((Number) found.get("savingFen")).longValue());
  }

  @Test
  void onlyHoldersWithAnEntitlementAskAndPositionsAreOnEarth() {
    String officer = scene.officer(Role.CLERK, scene.city);
    assertEquals(403, scene.http.post("/v1/benefit-searches", officer, here(100)).status());
    String nobody = scene.holder("01arz3ndektsv4rrffq69g5fav");
    assertEquals(404, scene.http.post("/v1/benefit-searches", nobody, here(100)).status());
    Map<String, Object> off = here(100);
    off.put("position", Map.of("latitude", 91, "longitude", 0));
    String holder = scene.holder(scene.register("VETERAN"));
    assertEquals(400, scene.http.post("/v1/benefit-searches", holder, off).status());
    assertEquals(400, scene.http.post("/v1/benefit-searches", holder, here(50_001)).status());
  }

  @Test
  void pagesByDistanceStayRightWhileVenuesAreAdded() {
    for (int metres = 10; metres <= 50; metres += 10) {
      place("店" + metres, "SHOP", metres, Map.of());
    }
    String token = scene.officer(Role.CLERK, scene.city);
    List<String> seen = new ArrayList<>();
    Map<String, Object> body = here(1000);
    body.put("pageSize", 2);
    StoryHttp.Reply page = scene.http.post("/v1/venue-searches", token, body).expect(200);
    while (true) {
      page.list("venues").forEach(found -> seen.add(at(found, "venue", "name").toString()));
      if (page.at("hasMore").equals(false)) {
        break;
      }
      // One behind the reader and one before: the first is not missed later, nothing shows twice.
      place("后" + seen.size(), "SHOP", 5, Map.of());
      body.put("cursor", page.text("next"));
      page = scene.http.post("/v1/venue-searches", token, body).expect(200);
    }
    assertEquals(
        List.of("店10", "店20", "店30", "店40", "店50"),
        seen.stream().map(name -> name.split(" ")[0]).toList());
    body.put("cursor", "bm8");
    assertEquals(400, scene.http.post("/v1/venue-searches", token, body).status());
  }

  @Test
  void venuesAreFoundByNameAndKindAndMoved() {
    String id = place("百分%百货", "SHOP", 10, Map.of());
    place("百货大楼", "HOTEL", 20, Map.of());
    String token = scene.officer(Role.ADMIN, scene.city);
    String list = "/v1/venues?region=" + scene.city + "&name=";
    assertEquals(2, scene.http.get(list + "%E7%99%BE%E8%B4%A7", token).list("venues").size());
    assertEquals(1, scene.http.get(list + "%25%E7%99%BE", token).list("venues").size());
    assertEquals(
        1, scene.http.get(list + "%E7%99%BE%E8%B4%A7&kind=HOTEL", token).list("venues").size());
    assertFalse(scene.http.get("/v1/venues/" + id, token).json().containsKey("address"));
    Map<String, Object> moved =
        Map.of(
            "position", Map.of("latitude", latitude + 1, "longitude", LONGITUDE),
            "address", "新址 1 号",
            "openingHours", List.of(Map.of("day", "MONDAY", "from", "08:00", "to", "00:00")));
    StoryHttp.Reply answer = scene.http.put("/v1/venues/" + id + "/premises", token, moved);
    assertEquals("00:00", answer.expect(200).text("openingHours/0/to"));
    Map<String, Object> body = here(100);
    List<Map<String, Object>> left =
        scene.http.post("/v1/venue-searches", token, body).expect(200).list("venues");
    assertEquals(1, left.size());
  }
}

package org.yongjun.pass.scenario;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.kernel.BusinessTime;

/** A city whose office leads partners through their lives. */
final class VenueScene {
  final Scene scene = Scene.open();
  final String admin = scene.officer(Role.ADMIN, scene.city);
  final String clerk = scene.officer(Role.CLERK, scene.city);
  final String reviewer = scene.officer(Role.REVIEWER, scene.city);
  final String region = scene.city.toString();

  static LocalDate today() {
    return BusinessTime.dayOf(Scene.CLOCK.instant());
  }

  /** A class of partners; returns its code. */
  String partnerClass(String zh, boolean redeems) {
    return scene
        .http
        .post(
            "/v1/partner-classes",
            admin,
            Map.of(
                "partnerClass",
                "c-" + UUID.randomUUID(),
                "region",
                region,
                "name",
                Map.of("zh", zh, "en", "Partner"),
                "redeems",
                redeems))
        .expect(201)
        .text("partnerClass");
  }

  static Map<String, Object> plaque(String partnerClass, String batch) {
    return Map.of("partnerClass", partnerClass, "batch", batch);
  }

  /** What registering answers, with further fields. */
  StoryHttp.Reply register(String kind, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("name", kind + " " + UUID.randomUUID());
    body.put("kind", kind);
    body.put("region", region);
    return scene.http.post("/v1/venues", admin, body);
  }

  String partner(String kind, Map<String, ?> more) {
    return register(kind, more).expect(201).text("venueId");
  }

  StoryHttp.Reply step(String token, String venueId, String kind, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("kind", kind);
    body.putIfAbsent("reason", "场景测试");
    return scene.http.post("/v1/venues/" + venueId + "/events", token, body);
  }

  StoryHttp.Reply step(String venueId, String kind) {
    return step(admin, venueId, kind, Map.of());
  }

  StoryHttp.Reply venue(String venueId) {
    return scene.http.get("/v1/venues/" + venueId, clerk).expect(200);
  }
}

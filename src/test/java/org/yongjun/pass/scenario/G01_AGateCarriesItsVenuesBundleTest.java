package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.offline.bundle.BundleReading;
import org.yongjun.pass.offline.bundle.GateBundle;
import org.yongjun.pass.offline.bundle.GateSettings;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.token.Signatures;
import org.yongjun.pass.offline.verify.CodeVerdict;
import org.yongjun.pass.offline.verify.CodeVerifier;
import org.yongjun.pass.offline.verify.Reader;
import org.yongjun.pass.offline.verify.Views;

/**
 * Goal: what the server signs is what a gate decides by, and nothing else is. Method: bundles come
 * over HTTP and are read by the reader that gates run, under the root key of the data folder.
 */
class G01_AGateCarriesItsVenuesBundleTest {
  private final Scene scene = Scene.open();
  private final GateScene gate = GateScene.at(scene);

  @Test
  void aGateVerifiesACodeByTheBundleAlone() {
    Device phone = Device.bind(scene, scene.register("VETERAN"));
    GateBundle bundle = gate.fetch();
    assertEquals(gate.gateId, bundle.terminal().id());
    assertEquals(gate.venueId, bundle.venue().id());
    assertTrue(bundle.venue().active());
    assertFalse(bundle.terminal().attended());
    // Of the scene's catalogue two items are for scenic spots.
    assertEquals(
        List.of("scene-" + scene.city + "/cable", "scene-" + scene.city + "/site"), ids(bundle));
    assertEquals(8000, bundle.findPassage().orElseThrow().listFen());
    assertEquals(GateSettings.DEFAULT, bundle.settings());
    assertEquals(7 * 86_400, bundle.expiresSeconds() - bundle.serverTimeSeconds());
    assertInstanceOf(CodeVerdict.Accepted.class, verify(bundle, phone));
  }

  @Test
  void aRevocationComesWithTheChangesAndTheyMakeTheWholeBundle() {
    Device phone = Device.bind(scene, scene.register("VETERAN"));
    GateBundle before = gate.fetch();
    phone.revoke("LOST_PHONE").expect(200);
    byte[] change = gate.since(before.version());
    String json = payload(change);
    assertTrue(json.contains("\"delta\""));
    for (String section :
        List.of("\"items\"", "\"fares\"", "\"settings\"", "\"venue\":", "\"list\"")) {
      assertFalse(json.contains(section), section + " did not change");
    }
    GateBundle after = gate.read(change, before);
    GateBundle whole = gate.fetch();
    assertTrue(after.version() > before.version());
    assertEquals(whole.items(), after.items());
    assertEquals(whole.fares(), after.fares());
    assertEquals(whole.settings(), after.settings());
    assertEquals(whole.venue(), after.venue());
    CodeVerdict refused = verify(after, phone);
    assertEquals("REVOKED", assertInstanceOf(CodeVerdict.Refused.class, refused).reason().name());
    assertEquals(refused.getClass(), verify(whole, phone).getClass());
    long now = GateScene.now();
    for (long index = 0; index <= phone.index + 8; index++) {
      assertEquals(
          whole.statuses().ask(1, index, now, now), after.statuses().ask(1, index, now, now));
    }
    // A later version than the gate's is no version; it is told everything.
    assertTrue(payload(gate.since(whole.version() + 1_000_000)).contains("\"items\""));
  }

  @Test
  void settingsAreFiledByTheOfficeAndReachTheGates() {
    String path = "/v1/venues/" + gate.venueId + "/gate-settings";
    String clerk = scene.officer(Role.CLERK, scene.city);
    assertEquals(300, scene.http.get(path, clerk).expect(200).number("onlineBudgetMillis"));
    GateBundle before = gate.fetch();
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("antiPassbackSeconds", 300);
    wanted.put("failOpen", true);
    wanted.put("dailyLimitPerGate", 0);
    wanted.put("dailyLimitPerHolder", 2);
    wanted.put("exitRequired", true);
    wanted.put("onlineBudgetMillis", 150);
    wanted.put("passageLabel", "ADMISSION");
    scene.http.put(path, clerk, wanted).expect(200);
    assertEquals(true, scene.http.get(path, clerk).expect(200).at("failOpen"));
    GateBundle after = gate.read(gate.since(before.version()), before);
    assertEquals(new GateSettings(300, true, 0, 2, true, 150, "ADMISSION"), after.settings());
    assertEquals(before.items(), after.items());
    scene.http.put(path, scene.officer(Role.CLERK, Scene.open().city), wanted).expect(404);
    scene.http.put(path, gate.token, wanted).expect(403);
    wanted.put("onlineBudgetMillis", 5001);
    scene.http.put(path, clerk, wanted).expect(400);
    assertEquals(
        1,
        Sql.number(
            "SELECT COUNT(*) AS n FROM journal_entry WHERE kind = 'GATE_SETTINGS_FILED' AND"
                + " subject_id = ?",
            gate.venueId));
  }

  @Test
  void aVersionStandsForItsContentOnAnyNumberOfCalls() {
    List<Callable<Long>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      calls.add(() -> gate.fetch().version());
    }
    // The very first version of this venue is asked for by eight at once. Other tests may revoke
    // somebody meanwhile, which is a change; without one there is one version.
    long changes = statusVersion();
    Set<Long> versions = new HashSet<>(Together.call(calls));
    if (changes == statusVersion()) {
      assertEquals(1, versions.size());
    }
    HttpResponse<byte[]> first = gate.get("");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> second = gate.get("", "If-None-Match", tag);
    assertTrue(
        second.statusCode() == 304
            || !tag.equals(second.headers().firstValue("ETag").orElseThrow()));
    Device.bind(scene, scene.register("VETERAN")).revoke("LOST_PHONE").expect(200);
    HttpResponse<byte[]> third = gate.get("", "If-None-Match", tag);
    assertEquals(200, third.statusCode());
    assertNotEquals(tag, third.headers().firstValue("ETag").orElseThrow());
  }

  @Test
  void whatIsOlderTamperedWithOrAnothersIsRefused() {
    byte[] old = gate.whole();
    Device.bind(scene, scene.register("VETERAN")).revoke("LOST_PHONE").expect(200);
    GateBundle held = gate.fetch();
    assertEquals(refused("OLDER"), gate.reader.read(old, held, GateScene.now()));
    GateScene other = GateScene.at(scene);
    assertEquals(refused("OTHER_TERMINAL"), gate.reader.read(other.whole(), held, GateScene.now()));
    byte[] whole = gate.whole();
    for (int at : new int[] {0, 40, whole.length / 2, whole.length - 1}) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      assertInstanceOf(
          BundleReading.Refused.class, gate.reader.read(changed, held, GateScene.now()));
    }
    assertEquals(refused("EXPIRED"), gate.reader.read(whole, held, held.expiresSeconds() + 3600));
  }

  @Test
  void theGatesOfASuspendedVenueStopAtTheirNextBundle() {
    GateBundle before = gate.fetch();
    scene
        .http
        .post(
            "/v1/venues/" + gate.venueId + "/events",
            scene.officer(Role.ADMIN, scene.city),
            Map.of("kind", "SUSPENDED", "reason", "场景测试"))
        .expect(201);
    GateBundle after = gate.read(gate.since(before.version()), before);
    assertFalse(after.venue().active());
    assertEquals(List.of(), after.items());
    assertTrue(after.isExpired(GateScene.now()));
    assertEquals(after.version(), gate.read(gate.since(after.version()), after).version());
  }

  /** Version 2 begins in three days, so that version 1 ends the day before. */
  @Test
  void itemsEndWithTheDayBeforeTheirWithdrawalOrTheirNextVersion() {
    LocalDate today = BusinessTime.dayOf(Scene.CLOCK.instant());
    String code = "scene-" + scene.city;
    String next =
        SceneCatalogue.withDinner(scene.city).replace("2020-01-01", today.plusDays(3).toString());
    scene.publish(next);
    GateBundle bundle = gate.fetch();
    assertEquals(4, bundle.items().size());
    for (Item item : bundle.items()) {
      LocalDate to = item.when().effectiveTo();
      assertEquals(item.version() == 1 ? today.plusDays(2) : null, to);
    }
    for (int day = 0; day < 7; day++) {
      int version = day < 3 ? 1 : 2;
      List<Item> items =
          bundle.listItems(today.plusDays(day).atTime(12, 0).atZone(BusinessTime.ZONE).toInstant());
      assertEquals(2, items.size());
      assertTrue(items.stream().allMatch(item -> item.version() == version), "day " + day);
    }
    scene
        .http
        .post(
            "/v1/catalogues/" + code + "/versions/1/withdrawals",
            scene.officer(Role.ADMIN, scene.city),
            Map.of("from", today.plusDays(1).toString(), "reason", "场景测试"))
        .expect(201);
    for (Item item : gate.fetch().items()) {
      assertEquals(item.version() == 1 ? today : null, item.when().effectiveTo());
    }
  }

  @Test
  void whatOnlyTheRegisterKnowsIsListedApart() {
    scene.publish(
        """
        {"code": "old-%1$s", "region": "%1$s", "title": {"zh": "高龄", "en": "Old age"},
         "source": {"title": "synthetic"}, "effectiveFrom": "2020-01-01", "items": [
         {"number": "1", "title": {"zh": "高龄", "en": "Old age"},
          "who": {"classes": ["VETERAN"], "origin": {"scope": "NATIONWIDE"},
                  "condition": {"kind": "AGE_AT_LEAST", "years": 90}},
          "where": {"kinds": ["SCENIC_SPOT"]},
          "parts": [{"label": "ADMISSION", "rule": {"kind": "FREE"}}], "synthetic": true}]}
        """
            .formatted(scene.city));
    GateBundle bundle = gate.fetch();
    assertEquals(2, bundle.items().size());
    assertEquals(
        List.of("old-" + scene.city + "/1"), bundle.onlineItems().stream().map(Item::id).toList());
  }

  private static BundleReading refused(String reason) {
    return new BundleReading.Refused(BundleReading.Reason.valueOf(reason));
  }

  private static List<String> ids(GateBundle bundle) {
    return bundle.items().stream().map(Item::id).toList();
  }

  private static CodeVerdict verify(GateBundle bundle, Device phone) {
    Views views = new Views(bundle.statuses(), (i, b, c) -> false, (i, tag, now) -> false);
    return new CodeVerifier(new Signatures(), bundle.keyList())
        .verify(phone.show(), Reader.UNATTENDED, views, GateScene.now());
  }

  private static long statusVersion() {
    return Sql.number("SELECT version FROM status_head WHERE issuer = 1");
  }

  private static String payload(byte[] jws) {
    String[] parts = new String(jws, StandardCharsets.US_ASCII).split("\\.");
    return new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
  }
}

package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.certificate.StatusLists;
import org.yongjun.pass.outside.OutsideTools;

/**
 * Goal: the published list and its deltas say what the database says. Method: revoke, suspend and
 * reinstate, partly at once; decode the list by a script, verify it by openssl, add each delta to
 * the list before, and compare with sets that SQL written here selects.
 */
class L05_TheStatusListIsTheDatabaseTest {
  private final Scene scene = Scene.open();

  @Test
  void theListDecodesOutsideAndEqualsTheDatabase() {
    Device lost = Device.bind(scene, scene.register("VETERAN"));
    Device kept = Device.bind(scene, scene.register("VETERAN"));
    lost.revoke("LOST_PHONE").expect(200);
    JsonNode list = Published.status(Published.STATUS);
    assertEquals(1, list.get("status_list").get("bits").intValue());
    assertEquals(1, list.get("issuer").intValue());
    assertTrue(list.get("exp").longValue() > list.get("iat").longValue());
    assertTrue(list.get("ttl").longValue() > 0);
    Set<Long> set = decode(list);
    assertTrue(set.contains(lost.index));
    assertTrue(!set.contains(kept.index));
    assertEquals(revokedInDatabase(), set);
    assertEquals(version(), list.get("version").longValue());
  }

  @Test
  void anUnchangedListIsSentOnceAndAChangedOneHasAnotherTag() {
    HttpResponse<byte[]> first = Published.get(Published.STATUS);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertEquals(304, Published.get(Published.STATUS, "If-None-Match", tag).statusCode());
    Device.bind(scene, scene.register("VETERAN")).revoke("LOST_PHONE").expect(200);
    HttpResponse<byte[]> second = Published.get(Published.STATUS, "If-None-Match", tag);
    assertEquals(200, second.statusCode());
    assertNotEquals(tag, second.headers().firstValue("ETag").orElseThrow());
  }

  @Test
  void deltasAddUpToTheList() {
    JsonNode before = Published.status(Published.STATUS);
    Set<Long> known = decode(before);
    long since = before.get("version").longValue();
    String paused = scene.register("VETERAN");
    Device.bind(scene, paused);
    Device.bind(scene, paused);
    List<Callable<StoryHttp.Reply>> changes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Device each = Device.bind(scene, scene.register("VETERAN"));
      changes.add(() -> each.revoke("LOST_PHONE"));
    }
    changes.add(() -> office(paused, "suspension", "UNDER_REVIEW"));
    Together.call(changes).forEach(each -> each.expect(200));
    since = add(known, since);
    assertEquals(revokedInDatabase(), known);
    office(paused, "reinstatement", "").expect(200);
    since = add(known, since);
    assertEquals(revokedInDatabase(), known);
    assertEquals(known, decode(Published.status(Published.STATUS)));
    assertEquals(since, add(known, since));
    assertEquals(400, Published.get(Published.STATUS + "?since=" + (since + 1)).statusCode());
  }

  @Test
  void aBitEndsFourDaysAfterItsLastCertificateExpired() {
    Device old = Device.bind(scene, scene.register("VETERAN"));
    old.revoke("LOST_PHONE").expect(200);
    long days =
        Sql.number(
            "SELECT TIMESTAMPDIFF(DAY, b.expires_at, s.clear_at) AS days FROM status_bit s"
                + " JOIN binding b ON b.issuer = s.issuer AND b.binding_index = s.binding_index"
                + " WHERE s.issuer = 1 AND s.binding_index = ?",
            old.index);
    assertEquals(4, days);
    Sql.update(
        "UPDATE status_bit SET clear_at = '2020-01-01' WHERE issuer = 1 AND binding_index = ?",
        old.index);
    JsonNode before = Published.status(Published.STATUS);
    PassServer.context().getBean(StatusLists.class).clearDue();
    Set<Long> known = decode(before);
    assertTrue(known.contains(old.index));
    add(known, before.get("version").longValue());
    assertTrue(!known.contains(old.index));
    assertTrue(!decode(Published.status(Published.STATUS)).contains(old.index));
    // The index stays revoked all the same.
    assertEquals(
        "REVOKED",
        scene.counter("PHARMACY").verify(old.show(), Map.of("GOODS", 100L)).text("reason"));
  }

  @Test
  void anotherIssuersListIsNotHere() {
    assertEquals(404, Published.get("/.well-known/yongjun-pass/status/65535").statusCode());
  }

  /** Applies the delta since a version; returns the version that it leads to. */
  private static long add(Set<Long> known, long since) {
    JsonNode delta = Published.status(Published.STATUS + "?since=" + since);
    assertEquals(since, delta.get("from").longValue());
    delta.get("set").forEach(index -> known.add(index.longValue()));
    delta.get("cleared").forEach(index -> known.remove(index.longValue()));
    return delta.get("to").longValue();
  }

  private static Set<Long> decode(JsonNode list) {
    String compressed = list.get("status_list").get("lst").textValue();
    List<Long> numbers =
        OutsideTools.run(
                compressed.getBytes(StandardCharsets.US_ASCII),
                "python3",
                OutsideTools.resource("/outside/status_list.py"))
            .text()
            .lines()
            .map(Long::valueOf)
            .toList();
    assertTrue(numbers.getFirst() >= Sql.number("SELECT next_index FROM issuer WHERE number = 1"));
    return new TreeSet<>(numbers.subList(1, numbers.size()));
  }

  /** From the bindings, not from the list's own tables, except for bits that have ended. */
  private static Set<Long> revokedInDatabase() {
    Set<Long> set = new TreeSet<>();
    Sql.query(
            "SELECT b.binding_index FROM binding b WHERE b.issuer = 1 AND b.state <> 'ACTIVE'"
                + " AND NOT EXISTS (SELECT 1 FROM status_change c WHERE c.issuer = b.issuer"
                + " AND c.binding_index = b.binding_index AND c.bit = 0 AND b.state = 'REVOKED'"
                + " AND c.version = (SELECT MAX(d.version) FROM status_change d"
                + " WHERE d.issuer = c.issuer AND d.binding_index = c.binding_index))")
        .forEach(row -> set.add(((Number) row.get("binding_index")).longValue()));
    return set;
  }

  private static long version() {
    return Sql.number("SELECT MAX(version) FROM status_change WHERE issuer = 1");
  }

  private StoryHttp.Reply office(String holder, String what, String reason) {
    String path = "/v1/holders/" + holder + "/" + what;
    String token = scene.officer(Role.ADMIN, scene.city);
    return reason.isEmpty()
        ? scene.http.post(path, token, "application/json", new byte[0])
        : scene.http.post(path, token, Map.of("reason", reason));
  }
}

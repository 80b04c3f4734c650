package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;

/**
 * Goal: an office finds what of late passages does not fit together, and a batch may be compressed.
 * Method: contradictions are told over HTTP and the flags read back; a site costs 30.00 and
 * veterans nothing.
 */
class T03_WhatDoesNotFitIsFlaggedTest {
  private static TapScene city;

  @BeforeAll
  static void open() {
    city = new TapScene();
  }

  @Test
  void aCardsUsesAreUnprovenAndBeyondItsDayConflicts() {
    TapScene.Gate gate = city.gate();
    String card = city.card(city.scene.register("VETERAN"));
    List<Map<String, Object>> taps = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Map<String, Object> tap = gate.pass(card, TapScene.now());
      tap.put("flags", List.of("STAFF_CHECKED"));
      taps.add(tap);
    }
    List<String> said = gate.tell(taps).stream().map(TapScene.Result::said).toList();
    assertEquals(4, Collections.frequency(said, "FLAGGED[UNPROVEN]"));
    assertEquals(2, Collections.frequency(said, "CONFLICT[LIMIT_REACHED, UNPROVEN]"));
    assertEquals(List.of(4L, 4L, 12_000L), city.figure(gate));
    Map<String, Object> sums = city.sums(gate);
    assertEquals(
        List.of(4, 2, 0), List.of(sums.get("passes"), sums.get("conflicts"), sums.get("rejected")));
    assertEquals(List.of(4, 12_000), List.of(sums.get("unproven"), sums.get("unprovenValueFen")));
    Map<String, Object> unchecked =
        gate.pass(city.card(city.scene.register("VETERAN")), TapScene.now());
    assertEquals("FLAGGED[STAFF_CHECK_MISSING, UNPROVEN]", gate.tell(unchecked).getFirst().said());
  }

  @Test
  void whatDoesNotFitTogetherIsFlagged() {
    TapScene.Gate gate = city.gate(city.siteAt(30, 110));
    TapScene.Gate far = city.gate(city.siteAt(40, 120));
    Device phone = city.phone();
    long now = TapScene.now();
    Map<String, Object> first = gate.pass(phone.show(), now);
    gate.tell(first);
    assertEquals(
        "FLAGGED[IMPOSSIBLE_TRAVEL]", far.tell(far.pass(phone.show(), now + 1)).getFirst().said());

    Device another = city.phone();
    Map<String, Object> clone = gate.pass(another.show(), now);
    clone.put("sequence", first.get("sequence"));
    assertEquals("FLAGGED[CLONED_TERMINAL]", gate.tell(clone).getFirst().said());

    Map<String, Object> dear = gate.pass(another.show(), now, "ADMISSION", 3_000, 100);
    assertEquals("FLAGGED[PRICE_DIFFERS]", gate.tell(dear).getFirst().said());

    Map<String, Object> other = gate.pass(another.show(), now);
    other.put("clientId", first.get("clientId"));
    assertEquals("CONFLICT[KEY_REUSED]", gate.tell(other).getFirst().said());

    Map<String, Object> ahead = gate.pass(another.show(), now + 55);
    assertEquals("FLAGGED[CLOCK_SUSPECT]", gate.tell(ahead).getFirst().said());
    Map<String, Object> open = gate.pass(another.show(), now);
    open.put("flags", List.of("FAIL_OPEN", "AGED_LIST"));
    assertEquals("FLAGGED[AGED_LIST, FAIL_OPEN]", gate.tell(open).getFirst().said());
  }

  @Test
  void flagsAreReadPageByPageByTheRegionsOfficeAlone() {
    TapScene.Gate gate = city.gate();
    Device phone = city.phone();
    List<Map<String, Object>> taps = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      taps.add(gate.pass(phone.show(), TapScene.now(), "ADMISSION", 3_000, 100));
    }
    gate.tell(taps);
    String reviewer = city.scene.officer(Role.REVIEWER, city.scene.city);
    Set<Object> seen = new TreeSet<>();
    String cursor = "";
    do {
      String path = "/v1/tap-flags?pageSize=2&region=" + city.scene.city + cursor;
      StoryHttp.Reply page = city.scene.http.get(path, reviewer).expect(200);
      page.list("flags").stream()
          .filter(flag -> gate.id.equals(flag.get("terminalId")))
          .forEach(flag -> seen.add(flag.get("flagId")));
      cursor = Boolean.TRUE.equals(page.at("hasMore")) ? "&cursor=" + page.text("next") : "";
    } while (!cursor.isEmpty());
    assertEquals(5, seen.size());
    String foreign = city.scene.officer(Role.REVIEWER, Scene.open().city);
    city.scene.http.get("/v1/tap-flags?region=" + city.scene.city, foreign).expect(403);
  }

  /** 253402300799 is in the year 10000 in China, which no column of a day takes. */
  @Test
  void aTimeBeyondEveryCalendarIsThatTapsOwnFault() {
    TapScene.Gate gate = city.gate(city.siteAt(31, 111));
    TapScene.Gate far = city.gate(city.siteAt(41, 121));
    Device phone = city.phone();
    long now = TapScene.now();
    gate.tell(gate.pass(phone.show(), now));
    List<TapScene.Result> told =
        far.tellInvalid(
            List.of(
                far.pass(phone.show(), 253_402_300_799L),
                far.pass(phone.show(), 0),
                far.pass(phone.show(), 2_145_916_800L),
                far.pass(phone.show(), 946_684_800L),
                far.pass(phone.show(), now + 1)));
    assertEquals(
        List.of(
            "REJECTED[INVALID_ITEM]",
            "REJECTED[INVALID_ITEM]",
            "REJECTED[EVENT_IN_FUTURE]",
            "REJECTED[EVENT_TOO_OLD]",
            "FLAGGED[IMPOSSIBLE_TRAVEL]"),
        told.stream().map(TapScene.Result::said).toList());
  }

  @Test
  void whatANewerGateSaysMoreIsPassedOverAndWhatCannotBeReadIsCountedAsRejected() {
    TapScene.Gate gate = city.gate();
    Device phone = city.phone();
    long now = TapScene.now();
    Map<String, Object> newer = gate.pass(phone.show(), now);
    newer.put("flags", List.of("BY_MOONLIGHT", "AGED_LIST"));
    Map<String, Object> unread = gate.pass(phone.show(), now);
    unread.put("listFen", "3000");
    Map<String, Object> noEvent = gate.pass(phone.show(), now);
    noEvent.remove("sequence");
    List<String> said = List.of("REJECTED[INVALID_ITEM]", "REJECTED[INVALID_ITEM]");
    assertEquals("FLAGGED[AGED_LIST]", gate.tellInvalid(List.of(newer)).getFirst().said());
    for (int i = 0; i < 2; i++) {
      List<TapScene.Result> told = gate.tellInvalid(List.of(unread, noEvent));
      assertEquals(said, told.stream().map(TapScene.Result::said).toList());
    }
    Map<String, Object> sums = city.sums(gate);
    assertEquals(List.of(1, 1), List.of(sums.get("passes"), sums.get("rejected")));
    assertEquals(List.of(1L, 1L, 3_000L), city.figure(gate));
  }

  /** Bytes that look like UTF-32 and hold a code point that does not exist. */
  @Test
  void whatIsNoTextIsRefusedAsNoBatch() throws IOException, InterruptedException {
    TapScene.Gate gate = city.gate();
    byte[] noText = {0, 0, 0, '{', 0x7f, 0x7f, 0x7f, 0x7f, 0, 0, 0, '}'};
    HttpResponse<String> answer = sendCompressed(gate, noText);
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("INVALID_REQUEST"), "the answer says what is wrong");
  }

  @Test
  void aBatchMayBeCompressedButNotWithoutBound() throws IOException, InterruptedException {
    TapScene.Gate gate = city.gate();
    String tap =
        """
        {"taps": [{"kind": "PASS", "clientId": "gz-1", "sequence": 1, "code": "%s", "eventTime": %d,
          "label": "ADMISSION", "listFen": 3000, "payableFen": 0, "valueFen": 3000}]}
        """
            .formatted(city.phone().show(), TapScene.now());
    HttpResponse<String> answer = sendCompressed(gate, tap.getBytes(StandardCharsets.UTF_8));
    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("RECORDED"), "the compressed tap is recorded");
    byte[] blanks = new byte[64 * 1024 * 1024];
    Arrays.fill(blanks, (byte) ' ');
    assertEquals(413, sendCompressed(gate, blanks).statusCode());
  }

  private static HttpResponse<String> sendCompressed(TapScene.Gate gate, byte[] body)
      throws IOException, InterruptedException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(body);
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(PassServer.url() + "/v1/taps"))
            .header("Authorization", "Bearer " + gate.token)
            .header("Content-Type", "application/json")
            .header("Content-Encoding", "gzip")
            .POST(HttpRequest.BodyPublishers.ofByteArray(packed.toByteArray()))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}

package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.redemption.TapPairs;

/**
 * Goal: what gates let in without network becomes the ledger's truth exactly once, whatever came in
 * between, and what should not have been let in is recorded too and found. Method: codes are shown
 * to no server, told later over HTTP, and read back over HTTP; a site costs 30.00 and veterans
 * nothing.
 */
class T01_WhatGatesTellLaterTest {
  private static TapScene city;

  @BeforeAll
  static void open() {
    city = new TapScene();
  }

  @Test
  void aPassageIsOneVisitAndARepeatIsToldSo() {
    TapScene.Gate gate = city.gate();
    Device phone = city.phone();
    Map<String, Object> tap = gate.pass(phone.show(), TapScene.now());
    TapScene.Result first = gate.tell(tap).getFirst();
    assertEquals("RECORDED[]", first.said());
    TapScene.Result again = gate.tell(List.of(tap, tap)).getLast();
    assertEquals("DUPLICATE[]", again.said());
    assertEquals(first.redemptionId(), again.redemptionId());
    // 30.00 − 0
    assertEquals(List.of(1L, 1L, 3_000L), city.figure(gate));
    assertTrue(city.holds());
    StoryHttp.Reply decided =
        city.scene.http.get(
            "/v1/redemptions/" + first.redemptionId() + "/re-evaluation",
            city.scene.officer(Role.AUDITOR, city.scene.city));
    assertEquals("SAME", decided.expect(200).text("result"));
  }

  @Test
  void ofOneCodeAtTwoGatesOneIsSettledAndTheOtherAConflictForReview() {
    TapScene.Gate one = city.gate();
    TapScene.Gate other = city.gate();
    TapScene.Gate third = city.gate();
    String code = city.phone().show();
    long now = TapScene.now();
    List<Map<String, Object>> ofOne = List.of(one.pass(code, now));
    List<Map<String, Object>> ofOther = List.of(other.pass(code, now + 1));
    List<List<TapScene.Result>> told =
        Together.call(
            List.<Callable<List<TapScene.Result>>>of(
                () -> one.tell(ofOne), () -> other.tell(ofOther)));
    Set<String> said = new TreeSet<>();
    told.forEach(each -> said.add(each.getFirst().said()));
    assertEquals(Set.of("RECORDED[]", "CONFLICT[REPLAYED]"), said);
    assertEquals(List.of(1L, 1L, 3_000L), city.figure(one, other));
    List<Map<String, Object>> flags = city.flags("CONFLICT", one, other);
    assertEquals(1, flags.size());
    String settled =
        told.stream()
            .map(each -> each.getFirst().redemptionId())
            .filter(id -> !id.isEmpty())
            .findFirst()
            .orElseThrow();
    assertEquals(
        city.scene
            .http
            .get(
                "/v1/redemptions/" + settled,
                one.token.isEmpty() ? "" : city.scene.officer(Role.AUDITOR, city.scene.city))
            .expect(200)
            .text("visitId"),
        flags.getFirst().get("visitId"));
    // A third gate uploads what it took over from the second: the same answer as the second's.
    assertEquals("CONFLICT[REPLAYED]", third.tell(third.pass(code, now)).getFirst().said());
    assertEquals(
        "CONFLICT[REPLAYED]",
        (told.getFirst().getFirst().outcome().equals("CONFLICT")
                ? one.tell(ofOne)
                : other.tell(ofOther))
            .getFirst()
            .said());
    assertEquals(List.of(1L, 1L, 3_000L), city.figure(one, other, third));
    assertTrue(city.holds());
  }

  @Test
  void whatWasRedeemedOnlineUnderTheSameKeyIsNoConflict() {
    TapScene.Gate gate = city.gate();
    String code = city.phone().show();
    Map<String, Object> tap = gate.pass(code, TapScene.now());
    StoryHttp.Reply online =
        city.scene.http.post(
            "/v1/redemptions",
            gate.token,
            Map.of("code", code, "bill", List.of(Map.of("label", "ADMISSION", "listFen", 3_000L))),
            "Idempotency-Key",
            String.valueOf(tap.get("clientId")));
    TapScene.Result told = gate.tell(tap).getFirst();
    assertEquals("DUPLICATE[]", told.said());
    assertEquals(online.expect(201).text("redemptionId"), told.redemptionId());
    assertEquals(List.of(1L, 1L, 3_000L), city.figure(gate));
  }

  /** Of 100 a day 100 are used online; then 20 passages of an offline gate are told. */
  @Test
  void factsBeyondAQuotaAreRecordedAndFlagged() {
    city.scene.publish(
        """
        {"code": "quota-%1$s", "region": "%1$s", "title": {"zh": "限量", "en": "Quota"},
         "source": {"title": "synthetic"}, "effectiveFrom": "2020-01-01", "items": [
          {"number": "1", "title": {"zh": "免票", "en": "Free"},
           "who": {"classes": ["VETERAN"], "origin": {"scope": "NATIONWIDE"}},
           "where": {"kinds": ["PARKING"]}, "parts": [{"label": "SEAT", "rule": {"kind": "FREE"}}],
           "limits": [{"subject": "ITEM", "period": "DAY", "unit": "USES", "max": 100}],
           "synthetic": true}]}
        """
            .formatted(city.scene.city));
    String venue = city.scene.venue("PARKING");
    TapScene.Gate online = city.counter(venue);
    Device phone = city.phone();
    for (int i = 0; i < 100; i++) {
      redeemSeat(online, phone).expect(201);
    }
    assertEquals("LIMIT_REACHED", redeemSeat(online, phone).expect(422).text("code"));
    TapScene.Gate gate = city.gate(venue);
    List<Map<String, Object>> late = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      late.add(gate.pass(phone.show(), TapScene.now(), "SEAT", 500, 0));
    }
    List<TapScene.Result> results = gate.tell(late);
    assertEquals(20, results.stream().filter(r -> r.said().equals("FLAGGED[OVER_LIMIT]")).count());
    assertEquals(20, city.flags("OVER_LIMIT", gate).size());
    // 120 × 5.00
    assertEquals(List.of(120L, 120L, 60_000L), city.figure(gate));
    assertTrue(city.holds());
    // The counter tells the truth: one annulled leaves 119, far from room for another.
    gate.tell(gate.about("ANNUL", late.getFirst(), TapScene.now()));
    assertEquals("LIMIT_REACHED", redeemSeat(online, phone).expect(422).text("code"));
    assertEquals(
        119,
        Sql.number(
            "SELECT used FROM limit_counter WHERE scope = ? AND unit = 'USES'",
            "quota-" + city.scene.city + "/1"));
  }

  private StoryHttp.Reply redeemSeat(TapScene.Gate till, Device phone) {
    return city.scene.http.post(
        "/v1/redemptions",
        till.token,
        Map.of("code", phone.show(), "bill", List.of(Map.of("label", "SEAT", "listFen", 500L))),
        "Idempotency-Key",
        Scene.key());
  }

  @Test
  void aShopThatWasDelistedMeanwhileHasItsPassagesOfBefore() throws InterruptedException {
    TapScene.Gate gate = city.gate();
    Device phone = city.phone();
    Map<String, Object> before = gate.pass(phone.show(), TapScene.now());
    Thread.sleep(1_100);
    city.venues.step(gate.venueId, "DELISTED").expect(201);
    Thread.sleep(1_100);
    Map<String, Object> after = gate.pass(phone.show(), TapScene.now());
    List<TapScene.Result> results = gate.tell(List.of(after, before));
    assertEquals("FLAGGED[VENUE_NOT_ACTIVE, NOT_ENTITLED]", results.get(0).said());
    assertEquals("", results.get(0).redemptionId());
    assertEquals("FLAGGED[DELISTED_MEANWHILE]", results.get(1).said());
    assertEquals(List.of(1L, 1L, 3_000L), city.figure(gate));
  }

  @Test
  void whoWasRevokedMeanwhileIsRecordedAndFlagged() {
    TapScene.Gate gate = city.gate();
    Device phone = city.phone();
    Map<String, Object> tap = gate.pass(phone.show(), TapScene.now());
    phone.revoke("LOST_PHONE").expect(200);
    assertEquals("FLAGGED[REVOKED_MEANWHILE]", gate.tell(tap).getFirst().said());
    assertEquals(List.of(1L, 1L, 3_000L), city.figure(gate));
  }

  @Test
  void aBadTapSpoilsNoneOfItsNeighbours() {
    TapScene.Gate gate = city.gate();
    Device phone = city.phone();
    long now = TapScene.now();
    String code = phone.show();
    String otherByte = code.endsWith("00") ? "10" : "00";
    Map<String, Object> noCode = gate.pass(phone.show(), now);
    noCode.remove("code");
    Map<String, Object> wrongType = gate.pass(phone.show(), now);
    wrongType.put("listFen", "3000");
    List<Map<String, Object>> taps =
        List.of(
            gate.pass(phone.show(), now),
            noCode,
            wrongType,
            gate.pass(code.substring(0, code.length() - 2) + otherByte, now),
            gate.pass("YJ1:0000", now),
            gate.pass(phone.show(), now + 70),
            gate.pass(phone.show(), now + 3_600),
            gate.pass(phone.show(), now - 40L * 86_400),
            gate.pass(phone.show(), now));
    List<String> said = gate.tellInvalid(taps).stream().map(TapScene.Result::said).toList();
    assertEquals("RECORDED[]", said.get(0));
    assertEquals("REJECTED[INVALID_ITEM]", said.get(1));
    assertEquals("REJECTED[INVALID_ITEM]", said.get(2));
    assertTrue(
        Set.of("REJECTED[BAD_DEVICE_SIGNATURE]", "REJECTED[MALFORMED]").contains(said.get(3)));
    assertEquals("REJECTED[MALFORMED]", said.get(4));
    assertEquals("REJECTED[STALE_CODE]", said.get(5));
    assertEquals("REJECTED[EVENT_IN_FUTURE]", said.get(6));
    assertEquals("REJECTED[EVENT_TOO_OLD]", said.get(7));
    assertEquals("RECORDED[]", said.get(8));
    assertEquals(said.get(7), gate.tell(taps.get(7)).getFirst().said());
    assertEquals(
        Set.of(),
        new TreeSet<>(
            Sql.query(
                    "SELECT id FROM tap WHERE outcome = 'REJECTED' AND terminal_id = ? AND (person"
                        + " <> '' OR redemption_id <> '')",
                    gate.id)
                .stream()
                .map(Object::toString)
                .toList()));
    assertEquals(List.of(2L, 2L, 6_000L), city.figure(gate));
  }

  @Test
  void anAnnulledPassageIsTakenBackWhicheverIsToldFirst() {
    TapScene.Gate gate = city.gate();
    Device phone = city.phone();
    long now = TapScene.now();
    Map<String, Object> first = gate.pass(phone.show(), now);
    Map<String, Object> second = gate.pass(phone.show(), now);
    Map<String, Object> third = gate.pass(phone.show(), now);
    Map<String, Object> annulFirst = gate.about("ANNUL", first, now + 2);
    Map<String, Object> annulSecond = gate.about("ANNUL", second, now + 3);
    Map<String, Object> late = gate.about("ANNUL", third, now + 901);
    assertEquals("RECORDED[]", gate.tell(annulSecond).getFirst().said());
    List<TapScene.Result> told = gate.tell(List.of(annulFirst, second, first, third));
    assertEquals(
        List.of("RECORDED", "RECORDED", "RECORDED", "RECORDED"),
        told.stream().map(TapScene.Result::outcome).toList());
    assertEquals("REJECTED[EVENT_IN_FUTURE]", gate.tell(late).getFirst().said());
    assertEquals("DUPLICATE[]", gate.tell(annulFirst).getFirst().said());
    assertEquals(List.of(1L, 1L, 3_000L), city.figure(gate));
    assertEquals(
        2,
        Sql.number(
            "SELECT COUNT(*) FROM ledger_entry WHERE terminal_id = ? AND direction = -1", gate.id));
    assertEquals(0, Sql.number("SELECT COUNT(*) FROM tap_pending WHERE terminal_id = ?", gate.id));
    assertTrue(city.holds());
  }

  @Test
  void entryAndExitMakeAStayAndTheNightEndsTheRest() {
    TapScene.Gate gate = city.gate();
    Device phone = city.phone();
    Device other = city.phone();
    long now = TapScene.now();
    Map<String, Object> entry = gate.pass(phone.show(), now);
    entry.put("flags", List.of("EXIT_DUE"));
    Map<String, Object> forgotten = gate.pass(other.show(), now);
    forgotten.put("flags", List.of("EXIT_DUE"));
    Map<String, Object> exit = gate.about("EXIT", entry, now + 7);
    exit.put("code", phone.show());
    gate.tell(List.of(entry, forgotten, exit));
    assertEquals(
        7,
        Sql.number(
            "SELECT seconds FROM tap_stay s JOIN tap t ON t.id = s.pass_tap_id"
                + " WHERE t.client_id = ? AND closed_by = 'EXIT'",
            entry.get("clientId")));
    String ofForgotten =
        "UPDATE tap_stay SET business_day = '2026-01-01' WHERE closed_by = '' AND venue_id = ?";
    assertEquals(1, Sql.update(ofForgotten, gate.venueId));
    Together.call(
        Collections.nCopies(
            3,
            () -> {
              PassServer.context().getBean(TapPairs.class).sweep();
              return 0;
            }));
    assertEquals(
        1,
        Sql.number(
            "SELECT COUNT(*) FROM tap_stay WHERE venue_id = ? AND closed_by = 'NIGHT'"
                + " AND seconds IS NULL",
            gate.venueId));
    // A leave that is told late is better than the night's guess; by another gate, without a name.
    TapScene.Gate out = city.gate(gate.venueId);
    Map<String, Object> left = out.event("EXIT", now + 9);
    left.put("code", other.show());
    out.tell(left);
    assertEquals(
        9,
        Sql.number(
            "SELECT seconds FROM tap_stay s JOIN tap t ON t.id = s.pass_tap_id"
                + " WHERE t.client_id = ? AND closed_by = 'EXIT'",
            forgotten.get("clientId")));
  }
}

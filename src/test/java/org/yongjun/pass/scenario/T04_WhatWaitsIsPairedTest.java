package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.redemption.TapPairs;

/**
 * Goal: an annulment takes back its passage at once, however many exits wait that nobody can pair,
 * and an exit behind those is paired too. Method: more exits than one page of the sweep are told of
 * somebody whose entrance no gate has seen; a site costs 30.00 and veterans nothing.
 */
class T04_WhatWaitsIsPairedTest {
  /** One more than the sweep reads at once. */
  private static final int UNPAIRABLE = 501;

  private static TapScene city;

  @BeforeAll
  static void open() {
    city = new TapScene();
  }

  /** Exits of somebody who came in with a paper ticket. */
  private static void tellUnpairable(TapScene.Gate gate) {
    String code = city.phone().show();
    List<Map<String, Object>> exits = new ArrayList<>();
    for (int i = 0; i < UNPAIRABLE; i++) {
      Map<String, Object> exit = gate.event("EXIT", TapScene.now());
      exit.put("code", code);
      exits.add(exit);
    }
    gate.tell(exits);
    assertEquals(UNPAIRABLE, waiting(gate));
  }

  private static long waiting(TapScene.Gate gate) {
    return Sql.number("SELECT COUNT(*) FROM tap_pending WHERE terminal_id = ?", gate.id);
  }

  @Test
  void anAnnulmentDoesNotStandBehindExitsThatNobodyCanPair() {
    TapScene.Gate gate = city.gate();
    tellUnpairable(gate);
    Map<String, Object> pass = gate.pass(city.phone().show(), TapScene.now());
    gate.tell(pass);
    assertEquals(List.of(1L, 1L, 3_000L), city.figure(gate));
    gate.tell(gate.about("ANNUL", pass, TapScene.now()));
    assertEquals(List.of(0L, 0L, 0L), city.figure(gate));
    assertEquals(UNPAIRABLE, waiting(gate));
  }

  @Test
  void theSweepReachesAnExitBehindThose() {
    TapScene.Gate out = city.gate();
    tellUnpairable(out);
    TapScene.Gate in = city.gate(out.venueId);
    Device phone = city.phone();
    long now = TapScene.now();
    Map<String, Object> left = out.event("EXIT", now + 9);
    left.put("code", phone.show());
    out.tell(left);
    Map<String, Object> entry = in.pass(phone.show(), now);
    entry.put("flags", List.of("EXIT_DUE"));
    in.tell(entry);
    // The sweep leaves the last minute to the requests: each row is replaced by an older one.
    assertEquals(
        2 * (UNPAIRABLE + 1),
        Sql.update(
            "REPLACE INTO tap_pending SELECT id, terminal_id, '2026-01-01 00:00:00' FROM tap"
                + " WHERE terminal_id = ? AND kind = 'EXIT'",
            out.id));
    PassServer.context().getBean(TapPairs.class).sweep();
    assertEquals(
        9,
        Sql.number(
            "SELECT seconds FROM tap_stay s JOIN tap t ON t.id = s.pass_tap_id"
                + " WHERE t.client_id = ? AND closed_by = 'EXIT'",
            entry.get("clientId")));
    assertEquals(UNPAIRABLE, waiting(out));
  }
}

package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.ServerProcess;
import org.yongjun.pass.TestFolders;
import org.yongjun.pass.offline.bundle.JsonObject;

/**
 * Goal: whatever gates live through, their journals and the server's figures are the same story.
 * Method: a simulation of gates × riders × rounds, seeded: spells without a network, clocks that
 * are wrong, one code at two gates, kills, turnstiles that did not turn, lost phones, and at the
 * end every gate comes back from a backup and tells everything again. {@code infra/load/gates} runs
 * it with other numbers; what it finds is printed.
 */
class G03_ManyGatesAndRidersTest {
  private static final int GATES = Integer.getInteger("gates", 2);
  private static final int RIDERS = Integer.getInteger("riders", 8);
  private static final int ROUNDS = Integer.getInteger("rounds", 3);
  private static final long SEED = Long.getLong("seed", 20_261_122L);

  private final Path folder = TestFolders.create("many-gates");
  private final Random random = new Random(SEED);
  private final Scene scene = Scene.open();
  private final List<GateStation.Turnstile> gates = new ArrayList<>();
  private final List<Rider> riders = new ArrayList<>();
  private final Set<Rider> lost = new HashSet<>();
  private int kills;
  private int offlineSpells;

  /** A rider's phone; its clock is wrong by so much. */
  private record Rider(Device phone, long skewSeconds) {}

  @AfterEach
  void end() {
    gates.forEach(GateStation.Turnstile::close);
    TestFolders.delete(folder);
  }

  @Test
  void journalsAndFiguresTellTheSameStory() {
    GateStation station = new GateStation(scene, PassServer.url(), PassServer.data(), folder);
    for (int i = 0; i < GATES; i++) {
      gates.add(station.gate(random.nextInt(5) - 2));
    }
    for (int i = 0; i < RIDERS; i++) {
      riders.add(new Rider(Device.bind(scene, scene.register("VETERAN")), skew(i)));
    }
    gates.forEach(gate -> assertEquals("OK", gate.sync().text("bundle")));
    Map<String, Integer> opened = new HashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (Rider rider : riders) {
        ride(rider, opened);
      }
      Rider unlucky = riders.get(random.nextInt(riders.size()));
      if (lost.add(unlucky)) {
        unlucky.phone().revoke("LOST_PHONE").expect(200);
      }
      endOfRound();
    }
    riders.forEach(rider -> ride(rider, opened));
    List<Path> backups = gates.stream().map(GateStation.Turnstile::backup).toList();
    gates.forEach(GateStation.Turnstile::sync);
    reconcile(opened);
    long duplicates = tellAgain(backups);
    assertTrue(duplicates > 0);
    reconcile(opened);
  }

  /** Mostly good clocks; every fifth is slow or fast beyond what a gate takes. */
  private long skew(int rider) {
    if (rider % 5 == 3) {
      return -90;
    }
    return rider % 5 == 4 ? 40 : random.nextInt(9) - 4;
  }

  private void ride(Rider rider, Map<String, Integer> opened) {
    long shownAt = Scene.CLOCK.instant().getEpochSecond() + rider.skewSeconds();
    String code = rider.phone().show(shownAt);
    GateStation.Turnstile gate = pick();
    if (lost.contains(rider)) {
      // What an old list lets in is recorded and flagged, but is no visit: that is told elsewhere.
      gate.sync();
      count(gate.show(code), code, opened);
      return;
    }
    JsonObject decision = gate.show(code);
    count(decision, code, opened);
    int what = random.nextInt(10);
    if (what == 0 && decision.flag("opens")) {
      assertTrue(gate.annul(decision.text("clientId")).flag("annulled"));
    } else if (what <= 3) {
      count(pick().show(code, "second reader"), code, opened);
    } else if (what == 4) {
      gate.kill();
      kills++;
      count(gate.show(code, "third reader"), code, opened);
    }
  }

  private static void count(JsonObject decision, String code, Map<String, Integer> opened) {
    if (decision.flag("opens")) {
      opened.merge(code, 1, Integer::sum);
    }
  }

  private GateStation.Turnstile pick() {
    return gates.get(random.nextInt(gates.size()));
  }

  /** Every other gate has a network now and then. */
  private void endOfRound() {
    for (GateStation.Turnstile gate : gates) {
      if (random.nextBoolean()) {
        assertEquals("OK", gate.sync().text("upload"));
      } else {
        offlineSpells++;
      }
    }
  }

  private long tellAgain(List<Path> backups) {
    long duplicates = 0;
    for (int i = 0; i < gates.size(); i++) {
      GateStation.Turnstile gate = gates.get(i);
      long before = gate.answered("duplicate");
      gate.restore(backups.get(i));
      assertEquals("OK", gate.sync().text("upload"));
      duplicates += gate.answered("duplicate") - before;
    }
    return duplicates;
  }

  private void reconcile(Map<String, Integer> opened) {
    long admitted = sum("admissions");
    long annulled = sum("annulled");
    Map<String, Long> refused = new TreeMap<>();
    long conflicts = 0;
    long rejected = 0;
    for (GateStation.Turnstile gate : gates) {
      JsonObject tally = gate.tally();
      tally.object("refused").members().forEach((k, v) -> refused.merge(k, (Long) v, Long::sum));
      conflicts += tally.object("answered").number("conflict");
      rejected += tally.object("answered").number("rejected");
    }
    long twice = opened.values().stream().mapToLong(times -> times - 1).sum();
    System.out.printf(
        "%d gates, %d riders, %d rounds, seed %d: %d kills, %d offline spells%n"
            + "admitted %d, annulled %d, refused %s%nopened twice %d, conflicts %d, rejected %d%n",
        GATES,
        RIDERS,
        ROUNDS,
        SEED,
        kills,
        offlineSpells,
        admitted,
        annulled,
        refused,
        twice,
        conflicts,
        rejected);
    ServerProcess.await(
        Duration.ofSeconds(60),
        () -> Totals.ofFigure(scene).visits() == admitted - annulled - twice);
    Totals figure = Totals.ofFigure(scene);
    System.out.printf(
        "settled %d visits, payable %d fen, value %d fen%n",
        figure.visits(), figure.payableFen(), figure.valueFen());
    assertEquals(opened.values().stream().mapToLong(Integer::longValue).sum(), admitted);
    assertEquals(0, rejected);
    assertEquals(figure, Totals.ofLedger(scene.city), "the ledger is the figure");
    assertEquals(figure.visits() * GateStation.VALUE_FEN, figure.valueFen());
    assertEquals(figure.visits() * GateStation.PAYABLE_FEN, figure.payableFen());
  }

  private long sum(String name) {
    return gates.stream().mapToLong(gate -> gate.tally().number(name)).sum();
  }
}

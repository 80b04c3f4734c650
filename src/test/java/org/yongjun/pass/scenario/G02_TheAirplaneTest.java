package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.ServerProcess;
import org.yongjun.pass.TestFolders;
import org.yongjun.pass.access.AccessTokens;
import org.yongjun.pass.access.adapter.NimbusAccessTokens;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.offline.bundle.JsonObject;
import org.yongjun.pass.platform.adapter.MasterKey;

/**
 * Goal: with nothing at either end of the wire, gates decide, remember and prove. Method: the
 * server, its database and its Redis are processes that end; phones sign and gates decide in
 * processes of their own; the server comes back and is told. Sums by hand at the end of the test.
 */
class G02_TheAirplaneTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path data = TestFolders.create("airplane");
  private final Path folder = TestFolders.create("airplane-gates");

  @AfterEach
  void deleteFolders() {
    TestFolders.delete(data);
    TestFolders.delete(folder);
  }

  @Test
  void gatesGoOnAloneAndTheirJournalsBecomeTheFigures() throws Exception {
    String port = freePort();
    ServerProcess server = start(port);
    Scene scene = Scene.open(server.url(), tokens(), Scene.EXCHANGE);
    GateStation station = new GateStation(scene, server.url(), data, folder);
    List<StoryPhone> phones = scene.veterans(8);
    String slowHolder = scene.register("VETERAN");
    StoryPhone slow = scene.phone(slowHolder, Clock.offset(Scene.CLOCK, Duration.ofSeconds(-90)));
    StoryPhone fast = scene.phone(slowHolder, Clock.offset(Scene.CLOCK, Duration.ofSeconds(60)));
    Device lost = Device.bind(scene, scene.register("VETERAN"));
    lost.revoke("LOST_PHONE").expect(200);
    try (GateStation.Turnstile north = station.gate(0);
        GateStation.Turnstile south = station.gate(0)) {
      assertEquals("OK", north.sync().text("bundle"));
      assertEquals("OK", south.sync().text("bundle"));
      server.close();
      assertThrows(IOException.class, () -> ServerProcess.status(station(port)));
      assertEquals(0, serverProcesses(), "neither database nor Redis is left");

      for (StoryPhone phone : phones.subList(0, 5)) {
        assertAdmitted(north.show(phone.show()));
      }
      assertRefused("STALE_CODE", north.show(slow.show()));
      assertRefused("CLOCK_AHEAD", north.show(fast.show()));
      assertRefused("REVOKED", north.show(lost.show()));
      Forger forger = new Forger(phones.get(0).show());
      assertRefused("BAD_ISSUER_SIGNATURE", north.show(forger.inTheNameOfTheIssuer(nowSeconds())));
      assertRefused("BAD_DEVICE_SIGNATURE", north.show(forger.withAnotherCounter()));
      assertEquals("NO_CONNECTION", north.sync().text("upload"));

      String stopped = north.show(phones.get(5).show()).text("clientId");
      assertTrue(north.annul(stopped).flag("annulled"), "the turnstile did not turn");

      String shared = phones.get(6).show();
      assertAdmitted(north.show(shared));
      assertRefused("REPLAYED", north.show(shared, "the next reader"));
      north.kill();
      assertRefused("REPLAYED", north.show(shared, "after a power cut"));
      assertAdmitted(south.show(shared));
      assertAdmitted(north.show(phones.get(7).show()));
      assertAdmitted(south.show(phones.get(0).show()));

      tell(port, scene, north, south);
    }
  }

  private void tell(
      String port, Scene scene, GateStation.Turnstile north, GateStation.Turnstile south)
      throws IOException {
    Path backup = north.backup();
    try (ServerProcess server = start(port)) {
      assertTrue(server.url().endsWith(":" + port));
      // Eight let in and one annulled: nine taps.
      assertEquals(9, north.sync().number("uploaded"));
      assertEquals(2, south.sync().number("uploaded"));
      assertEquals(0, north.sync().number("uploaded"), "nothing is told twice");
      assertEquals(9, north.answered("recorded"));
      assertEquals(1, south.answered("recorded"));
      assertEquals(1, south.answered("conflict"), "the shared code was settled at the other gate");

      // 8 at the one gate and 2 at the other, less 1 annulled and 1 settled twice.
      long rides = 8;
      assertEquals(7, north.tally().number("standing"));
      assertEquals(2, south.tally().number("standing"));
      Totals expected =
          new Totals(
              rides,
              rides,
              rides * GateStation.LIST_FEN,
              rides * GateStation.LIST_FEN,
              rides * GateStation.PAYABLE_FEN,
              rides * GateStation.VALUE_FEN);
      assertFigure(expected, scene);
      assertEquals(
          expected.valueFen() + GateStation.VALUE_FEN,
          north.tally().number("valueFen") + south.tally().number("valueFen"),
          "the journals' sum is the figure and the one conflict");

      // A gate that comes back from a backup tells everything again, and nothing changes.
      north.restore(backup);
      assertEquals(9, north.sync().number("uploaded"));
      assertEquals(9, north.answered("duplicate"));
      assertFigure(expected, scene);
      assertEquals(true, scene.office.conservation(scene.city.toString()).at("holds"));
    }
  }

  private static void assertFigure(Totals expected, Scene scene) {
    ServerProcess.await(PATIENCE, () -> expected.equals(Totals.ofFigure(scene)));
    assertEquals(expected, Totals.ofFigure(scene));
  }

  private static void assertAdmitted(JsonObject decision) {
    assertTrue(decision.flag("opens"), () -> decision.members().toString());
    assertEquals(GateStation.PAYABLE_FEN, decision.number("payableFen"));
  }

  private static void assertRefused(String reason, JsonObject decision) {
    assertFalse(decision.flag("opens"));
    assertEquals(reason, decision.findText("reason"), () -> decision.members().toString());
  }

  private ServerProcess start(String port) throws IOException {
    return ServerProcess.start(Map.of("PASS_DATA", data.toString(), "PASS_PORT", port));
  }

  private static String station(String port) {
    return "http://localhost:" + port + "/health";
  }

  /** Who names the data folder, besides the gates: the server, its database, Redis and guards. */
  private long serverProcesses() {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.map(each -> each.info().commandLine().orElse(""))
          .filter(command -> command.contains(data.toString()))
          .filter(command -> !command.contains("offline.gate.Main"))
          .count();
    }
  }

  private static String freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return Integer.toString(socket.getLocalPort());
    }
  }

  private static long nowSeconds() {
    return Scene.CLOCK.instant().getEpochSecond();
  }

  private AccessTokens tokens() {
    MasterKey master = MasterKey.read(data.resolve(MasterKey.FILE));
    return new NimbusAccessTokens(
        master.derive(NimbusAccessTokens.KEY_LABEL, NimbusAccessTokens.KEY_BYTES), Scene.CLOCK);
  }
}

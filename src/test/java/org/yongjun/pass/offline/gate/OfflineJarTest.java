package org.yongjun.pass.offline.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yongjun.pass.offline.gate.TestGate.NOW;
import static org.yongjun.pass.offline.gate.TestGate.SETTINGS;
import static org.yongjun.pass.offline.gate.TestGate.item;
import static org.yongjun.pass.offline.gate.TestGate.phone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yongjun.pass.offline.bundle.JsonObject;
import org.yongjun.pass.offline.bundle.TestBundles;
import org.yongjun.pass.offline.token.CodeText;
import org.yongjun.pass.offline.token.TokenSamples;

/** The offline jar as a gate runs it, alone and on the machine's own Java. */
class OfflineJarTest {
  @TempDir Path folder;

  private final TestBundles bundles = new TestBundles();

  /** The gate's clock stands where the samples' certificates live. */
  private final long offset = NOW + 1000 - Clock.systemUTC().instant().getEpochSecond();

  @Test
  void aGateAdmitsRefusesAndRemembersOverAKill() throws IOException {
    prepare();
    TokenSamples.Fields phone = phone(1);
    String code = show(phone, 1);
    String clientId;
    try (GateProcess gate = GateProcess.start(gate("--bundle", file("bundle.jws")))) {
      JsonObject admitted = gate.say(code);
      assertTrue(admitted.flag("opens"), gate::errors);
      assertEquals(2000, admitted.number("payableFen"));
      clientId = admitted.text("clientId");
      assertTrue(gate.say(code).flag("repeat"));
      assertEquals("MALFORMED", gate.say("nonsense").text("reason"));
      assertEquals("MALFORMED", gate.say("Y".repeat(100_000)).text("reason"));
      assertEquals("WRONG_COMMAND", gate.say("{\"code\": 1}").text("fault"));
      gate.kill();
    }
    try (GateProcess gate = GateProcess.start(gate())) {
      assertEquals("REPLAYED", gate.say(code).text("reason"));
      JsonObject out = gate.say("{\"code\": \"" + show(phone, 2) + "\", \"direction\": \"OUT\"}");
      assertTrue(out.flag("opens"));
      assertTrue(gate.say("{\"annul\": \"" + clientId + "\"}").flag("annulled"));
      JsonObject tally = gate.say("{\"tally\": true}");
      assertEquals(1, tally.number("admissions"));
      assertEquals(0, tally.number("standing"));
      assertEquals(Map.of("MALFORMED", 2L, "REPLAYED", 1L), tally.object("refused").members());
      assertEquals(List.of(), gate.end());
      assertEquals(0, gate.status());
    }
  }

  @Test
  void aGateWithoutABundleStaysClosedAndASecondProcessIsSentAway() throws IOException {
    prepare();
    try (GateProcess gate = GateProcess.start(gate())) {
      JsonObject answer = gate.say(show(phone(1), 1));
      assertEquals("NO_BUNDLE", answer.text("fault"));
      assertFalse(answer.flag("opens"));
      assertEquals("NO_NETWORK", gate.say("{\"sync\": true}").text("fault"));
      try (GateProcess second = GateProcess.start(gate())) {
        assertEquals(3, second.status());
      }
    }
  }

  @Test
  void codesAreVerifiedByABundleWithoutState() throws IOException {
    prepare();
    List<String> command =
        new ArrayList<>(List.of("verify", "--time", Long.toString(NOW + 1000), "--bundle"));
    command.add(file("bundle.jws"));
    command.addAll(where());
    try (GateProcess verify = GateProcess.start(command)) {
      String code = CodeText.encode(phone(1).code(NOW + 1000, 1));
      assertTrue(verify.say(code).flag("accepted"), verify::errors);
      assertTrue(verify.say(code).flag("accepted"), "there is no state");
      assertEquals("STALE_CODE", verify.say(CodeText.encode(phone(1).code(NOW, 1))).text("reason"));
      assertEquals(List.of(), verify.end());
    }
  }

  @Test
  void theBenchPrintsItsFiguresAndAWrongCommandItsUsage() throws IOException {
    try (GateProcess bench = GateProcess.start(List.of("bench", "--seconds", "1"))) {
      assertEquals(6, bench.end().size(), bench::errors);
    }
    try (GateProcess wrong = GateProcess.start(List.of("fly"))) {
      assertEquals(2, wrong.status());
      assertTrue(wrong.errors().contains("bench"));
    }
  }

  private void prepare() throws IOException {
    Files.write(folder.resolve("root.json"), bundles.rootJwk());
    Files.write(
        folder.resolve("bundle.jws"),
        bundles.whole(NOW, NOW, TestGate.sections(SETTINGS, item("t/1"))));
  }

  private String show(TokenSamples.Fields phone, long counter) {
    long now = Clock.systemUTC().instant().getEpochSecond() + offset;
    return CodeText.encode(phone.code(now, counter));
  }

  private List<String> gate(String... more) {
    List<String> command = new ArrayList<>(List.of("gate", "--state", file("state")));
    command.addAll(where());
    command.addAll(List.of("--clock-offset", Long.toString(offset)));
    command.addAll(List.of(more));
    return command;
  }

  private List<String> where() {
    return List.of(
        "--root",
        file("root.json"),
        "--venue",
        TestBundles.VENUE,
        "--terminal",
        TestBundles.TERMINAL);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }
}

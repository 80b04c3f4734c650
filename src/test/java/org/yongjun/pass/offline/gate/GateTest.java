package org.yongjun.pass.offline.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yongjun.pass.offline.gate.TestGate.NOW;
import static org.yongjun.pass.offline.gate.TestGate.SETTINGS;
import static org.yongjun.pass.offline.gate.TestGate.assertAdmitted;
import static org.yongjun.pass.offline.gate.TestGate.assertRefused;
import static org.yongjun.pass.offline.gate.TestGate.phone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.offline.bundle.BundleReading;
import org.yongjun.pass.offline.bundle.GateSettings;

/** What a gate remembers, forgets and survives. */
class GateTest {
  private static final long SEED = 7_211_122L;
  private static final long DAY = 86_400;

  @TempDir Path folder;

  @Test
  void anAdmissionSaysItemMoneyAndNothingUnusual() throws IOException {
    try (TestGate gate = TestGate.with(folder, SETTINGS)) {
      GateDecision decision = gate.in(gate.show(phone(1)));
      assertAdmitted(decision);
      assertTrue(decision.opens());
      assertEquals(new GateEntry.Grant("t/1", 1, "ADMISSION", 8000, 2000, 6000), decision.grant());
      assertEquals(Set.of(), decision.flags());
      assertEquals("请通行，应付 20.00 元", decision.explanation().zh());
    }
  }

  @Test
  void theSameCodeWithinFiveSecondsIsToldTheFirstDecisionAndOpensNothing() throws IOException {
    try (TestGate gate = TestGate.with(folder, SETTINGS)) {
      String code = gate.show(phone(1));
      GateDecision first = gate.in(code);
      gate.pass(5);
      GateDecision again = gate.in(code);
      assertTrue(again.repeat());
      assertFalse(again.opens());
      assertEquals(first.clientId(), again.clientId());
      assertEquals(1, gate.gate.tally().admitted(), "one entry");
      gate.pass(1);
      assertRefused(ReasonCode.REPLAYED, gate.in(code));
    }
  }

  @Test
  void aRefusalIsRepeatedTooAndAnotherReaderDecidesForItself() throws IOException {
    try (TestGate gate = TestGate.with(folder, SETTINGS)) {
      String code = gate.code(phone(1), NOW - 61);
      assertRefused(ReasonCode.STALE_CODE, gate.in(code));
      assertTrue(gate.in(code).repeat());
      assertEquals(Map.of(ReasonCode.STALE_CODE, 1L), gate.gate.tally().refused());
      String good = gate.show(phone(1));
      assertAdmitted(gate.in(good));
      assertRefused(ReasonCode.REPLAYED, gate.gate.decide(good, Passage.in("B")));
    }
  }

  /** Codes at random, restarts at random: each code opens once, whatever happened between. */
  @Test
  void noCodeOpensTwiceWhateverTheGateLivesThrough() throws IOException {
    Random random = new Random(SEED);
    try (TestGate gate = TestGate.with(folder, SETTINGS)) {
      List<String> shown = new ArrayList<>();
      Map<String, Integer> opened = new HashMap<>();
      Set<String> clientIds = new HashSet<>();
      for (int i = 0; i < 400; i++) {
        int what = random.nextInt(10);
        if (what == 0) {
          gate.restart();
        } else if (what == 1) {
          gate.clock.seconds -= random.nextInt(100);
        } else if (what == 2) {
          gate.pass(random.nextInt(30));
        } else {
          if (shown.isEmpty() || random.nextBoolean()) {
            shown.add(gate.show(phone(random.nextInt(5))));
          }
          String code = shown.get(random.nextInt(shown.size()));
          GateDecision decision = gate.in(code);
          if (decision.opens()) {
            opened.merge(code, 1, Integer::sum);
            assertTrue(clientIds.add(decision.clientId()), "a client id is drawn once");
          }
        }
      }
      assertTrue(opened.size() > 50, "the trial opens often: " + opened.size());
      assertEquals(Set.of(1), Set.copyOf(opened.values()));
      assertEquals(opened.size(), gate.gate.tally().admitted());
    }
  }

  @Test
  void anOlderBundleIsRefusedAndTheLastGoodOneStays() throws IOException {
    try (TestGate gate = TestGate.with(folder, SETTINGS)) {
      BundleReading older =
          gate.gate.take(gate.bundles.whole(NOW - 1, NOW - 1, TestGate.sections(SETTINGS)));
      assertInstanceOf(BundleReading.Refused.class, older);
      gate.restart();
      assertAdmitted(gate.in(gate.show(phone(1))));
    }
  }

  @Test
  void whoIsInsideIsToldWhereUntilAnExitOrTheNight() throws IOException {
    GateSettings pairs = new GateSettings(0, false, 0, 0, true, 0, null);
    try (TestGate gate = TestGate.with(folder, pairs)) {
      GateDecision in = gate.gate.decide(gate.show(phone(1)), Passage.in("北一口"));
      assertEquals(Set.of(GateFlag.EXIT_DUE), in.flags());
      gate.restart();
      GateDecision second = gate.in(gate.show(phone(1)));
      assertRefused(ReasonCode.TOO_SOON, second);
      assertEquals("已在“北一口”入场，尚未出场", second.explanation().zh());
      GateDecision out = gate.out(gate.show(phone(1)));
      assertAdmitted(out);
      assertEquals(null, out.grant());
      assertAdmitted(gate.in(gate.show(phone(1))));
      assertRefused(ReasonCode.TOO_SOON, gate.in(gate.show(phone(1))));
      // 09:00 in Shanghai; at 03:00 nobody is inside any more.
      gate.pass(18 * 3600 - 1);
      assertRefused(ReasonCode.TOO_SOON, gate.in(gate.show(phone(1))));
      gate.pass(1);
      assertAdmitted(gate.in(gate.show(phone(1))));
      String json = new String(gate.gate.nextUpload(100).json(), StandardCharsets.UTF_8);
      assertTrue(json.contains("\"kind\":\"EXIT\""));
      assertTrue(json.contains("\"names\":\"" + in.clientId() + "\""), "the pair is named");
    }
  }

  @Test
  void anAnnulmentWithinFifteenMinutesTakesEverythingBackButTheCode() throws IOException {
    GateSettings strict = new GateSettings(600, false, 0, 1, true, 0, null);
    try (TestGate gate = TestGate.with(folder, strict)) {
      String code = gate.show(phone(1));
      GateDecision in = gate.in(code);
      gate.restart();
      assertInstanceOf(Annulment.Done.class, gate.gate.annul(in.clientId()));
      assertInstanceOf(Annulment.Refused.class, gate.gate.annul(in.clientId()), "once");
      gate.pass(6);
      assertRefused(ReasonCode.REPLAYED, gate.in(code));
      GateDecision again = gate.in(gate.show(phone(1)));
      assertAdmitted(again);
      assertEquals(1, gate.gate.tally().annulled());
      assertEquals(2000, gate.gate.tally().payableFen());
      gate.pass(GateMemory.ANNUL_SECONDS + 1);
      assertInstanceOf(Annulment.Refused.class, gate.gate.annul(again.clientId()), "too late");
    }
  }

  @Test
  void aGateHasADailyLimitOfItsOwn() throws IOException {
    try (TestGate gate = TestGate.with(folder, new GateSettings(0, false, 2, 0, false, 0, null))) {
      assertAdmitted(gate.in(gate.show(phone(1))));
      assertAdmitted(gate.in(gate.show(phone(2))));
      gate.restart();
      assertRefused(ReasonCode.LIMIT_REACHED, gate.in(gate.show(phone(3))));
      assertAdmitted(gate.gate.decide(gate.show(phone(3)), Passage.in("B")));
      gate.pass(DAY);
      assertAdmitted(gate.in(gate.show(phone(3))));
    }
  }

  @Test
  void aListOfADayIsFlaggedAndAnEndedBundleClosesOrOpensAsTheOperatorSaid() throws IOException {
    try (TestGate gate = TestGate.with(folder.resolve("closed"), SETTINGS)) {
      gate.pass(DAY);
      assertEquals(Set.of(), gate.in(gate.show(phone(1))).flags());
      gate.pass(1);
      assertEquals(Set.of(GateFlag.AGED_LIST), gate.in(gate.show(phone(1))).flags());
      gate.pass(7 * DAY);
      assertRefused(ReasonCode.NEEDS_NETWORK, gate.in(fresh(gate)));
    }
    GateSettings open = new GateSettings(0, true, 0, 0, false, 0, null);
    try (TestGate gate = TestGate.with(folder.resolve("open"), open)) {
      gate.pass(8 * DAY);
      GateDecision decision = gate.in(fresh(gate));
      assertAdmitted(decision);
      assertEquals(Set.of(GateFlag.AGED_LIST, GateFlag.FAIL_OPEN), decision.flags());
    }
  }

  @Test
  void aGateWhoseJournalFailsClosesOrOpensAsTheOperatorSaid() throws IOException {
    for (boolean failOpen : List.of(false, true)) {
      GateSettings settings = new GateSettings(0, failOpen, 0, 0, false, 0, null);
      TestGate gate = TestGate.with(folder.resolve("fail-open " + failOpen), settings);
      String code = gate.show(phone(1));
      gate.gate.close();
      if (failOpen) {
        assertEquals(Set.of(GateFlag.FAIL_OPEN), gate.in(code).flags());
        gate.pass(6);
        assertRefused(ReasonCode.REPLAYED, gate.in(code));
      } else {
        assertThrows(IOException.class, () -> gate.in(code));
      }
    }
  }

  @Test
  void oneProcessAtATimeHasAFolder() throws IOException {
    try (TestGate gate = TestGate.with(folder, SETTINGS)) {
      assertThrows(Exception.class, () -> new TestGate(folder));
      assertAdmitted(gate.in(gate.show(phone(1))));
    }
  }

  @Test
  void anOnlineGateTakesTheServersWordAndFallsBackWithinItsBudget() throws IOException {
    GateSettings online = new GateSettings(0, false, 0, 0, false, 250, null);
    GateEntry.Grant grant = new GateEntry.Grant("s/1", 9, "ADMISSION", 8000, 0, 8000);
    List<String> asked = new ArrayList<>();
    OnlineDesk.Answer[] answer = {new OnlineDesk.Answer.Recorded(grant)};
    try (TestGate gate = TestGate.with(folder, online)) {
      gate.desk =
          (code, clientId, bill, budget) -> {
            assertEquals(250, budget.toMillis());
            asked.add(clientId);
            return answer[0];
          };
      gate.restart();
      GateDecision decision = gate.in(gate.show(phone(1)));
      assertEquals(grant, decision.grant());
      assertEquals(asked.get(0), decision.clientId(), "one key online and in the upload");
      assertEquals(Set.of(), decision.flags());

      answer[0] =
          new OnlineDesk.Answer.Refused(ReasonCode.LIMIT_REACHED, new Text("已用完", "used up"));
      assertRefused(ReasonCode.LIMIT_REACHED, gate.in(gate.show(phone(1))));

      answer[0] = OnlineDesk.Answer.Unanswered.INSTANCE;
      GateDecision fellBack = gate.in(gate.show(phone(1)));
      assertAdmitted(fellBack);
      assertEquals("t/1", fellBack.grant().itemId());
      assertEquals(Set.of(GateFlag.FELL_BACK), fellBack.flags());

      int before = asked.size();
      assertRefused(ReasonCode.MALFORMED, gate.in("x"));
      assertEquals(before, asked.size(), "nobody is asked about what is certain");
    }
  }

  @Test
  void whatWasAnsweredIsNotUploadedAgainAndTheRestIsInItsOrder() throws IOException {
    try (TestGate gate = TestGate.with(folder, SETTINGS)) {
      List<String> clientIds = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        clientIds.add(gate.in(gate.show(phone(i))).clientId());
        assertRefused(ReasonCode.MALFORMED, gate.in("x" + i));
      }
      UploadBatch first = gate.gate.nextUpload(3);
      assertEquals(clientIds.subList(0, 3), first.clientIds());
      gate.restart();
      assertEquals(
          new String(first.json(), StandardCharsets.UTF_8),
          new String(gate.gate.nextUpload(3).json(), StandardCharsets.UTF_8),
          "the same bytes at each try");
      assertThrows(
          IllegalArgumentException.class,
          () -> gate.gate.acknowledge(first, new UploadCounts(2, 0, 0, 0, 0)));
      gate.gate.acknowledge(first, new UploadCounts(2, 0, 1, 0, 0));
      gate.restart();
      assertEquals(clientIds.subList(3, 5), gate.gate.nextUpload(3).clientIds());
      assertEquals(new UploadCounts(2, 0, 1, 0, 0), gate.gate.tally().answered());
    }
  }

  @Test
  void nothingOfAHolderAndNoCodeIsPrinted() throws IOException {
    try (TestGate gate = TestGate.with(folder, SETTINGS)) {
      String code = gate.show(phone(1));
      String printed = gate.in(code).toString();
      assertFalse(printed.contains("YJ1"), printed);
    }
    try (GateJournal journal = GateJournal.open(folder.resolve("journal"), Flush.EACH)) {
      journal.read((number, entry) -> assertFalse(entry.toString().contains("YJ1")));
    }
    assertTrue(Files.exists(folder.resolve("bundle")));
  }

  /** A code of a certificate that is young enough for any list. */
  private static String fresh(TestGate gate) {
    var phone = phone(1);
    phone.issuedAtSeconds = gate.gate.nowSeconds() - 60;
    return gate.show(phone);
  }
}

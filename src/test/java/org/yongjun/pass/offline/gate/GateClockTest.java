package org.yongjun.pass.offline.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.yongjun.pass.offline.gate.TestGate.NOW;
import static org.yongjun.pass.offline.gate.TestGate.SETTINGS;
import static org.yongjun.pass.offline.gate.TestGate.assertAdmitted;
import static org.yongjun.pass.offline.gate.TestGate.assertRefused;
import static org.yongjun.pass.offline.gate.TestGate.item;
import static org.yongjun.pass.offline.gate.TestGate.phone;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.offline.bundle.GateSettings;

/** What a gate makes of a machine's clock that anybody may set. */
class GateClockTest {
  private static final long DAY = 86_400;

  @TempDir Path folder;

  @Test
  void theClockIsNeverBehindTheJournalAndANewerBundleAloneSetsItBack() throws IOException {
    try (TestGate gate = TestGate.with(folder, SETTINGS)) {
      gate.clock.seconds += 3600;
      String code = gate.show(phone(1));
      assertAdmitted(gate.in(code));
      gate.clock.seconds -= 3600;
      assertEquals(NOW + 3600, gate.gate.nowSeconds());
      gate.restart();
      assertEquals(NOW + 3600, gate.gate.nowSeconds(), "over a restart too");
      gate.take(NOW + 10, TestGate.sections(SETTINGS, item("t/1")));
      assertEquals(NOW + 10, gate.gate.nowSeconds());
      gate.restart();
      assertEquals(NOW + 10, gate.gate.nowSeconds());
      gate.clock.seconds = NOW + 3600;
      assertRefused(ReasonCode.REPLAYED, gate.in(code));
    }
  }

  /** A clock a month ahead finds every bundle over, and must still be set right by one. */
  @Test
  void aClockFarAheadIsSetRightByANewerBundle() throws IOException {
    try (TestGate gate = TestGate.with(folder, SETTINGS)) {
      gate.clock.seconds += 40 * DAY;
      assertRefused(ReasonCode.MALFORMED, gate.in("x"));
      gate.clock.seconds = NOW + 100;
      gate.take(NOW + 100, TestGate.sections(SETTINGS, item("t/1")));
      assertEquals(NOW + 100, gate.gate.nowSeconds());
      assertAdmitted(gate.in(gate.show(phone(1))));
    }
  }

  @Test
  void aCodeStaysSpentAfterTheClockWasSetBackByABundle() throws IOException {
    try (TestGate gate = TestGate.with(folder, SETTINGS)) {
      String before = gate.show(phone(1));
      assertAdmitted(gate.in(before));
      gate.clock.seconds += 40 * DAY;
      assertRefused(ReasonCode.MALFORMED, gate.in("x"));
      gate.clock.seconds = NOW + 6;
      gate.take(NOW + 6, TestGate.sections(SETTINGS, item("t/1")));
      assertEquals(NOW + 6, gate.gate.nowSeconds());
      assertRefused(ReasonCode.REPLAYED, gate.in(before));
      String after = gate.show(phone(2));
      assertAdmitted(gate.in(after));
      gate.pass(6);
      assertRefused(ReasonCode.REPLAYED, gate.in(after));
      gate.restart();
      assertRefused(ReasonCode.REPLAYED, gate.in(after));
      assertRefused(ReasonCode.REPLAYED, gate.in(before));
    }
  }

  @Test
  void presenceAndLimitsOfTheDayHoldAfterTheClockWasSetBackByABundle() throws IOException {
    GateSettings once = new GateSettings(600, false, 0, 1, false, 0, null);
    try (TestGate gate = TestGate.with(folder, once)) {
      gate.clock.seconds += 40 * DAY;
      assertRefused(ReasonCode.MALFORMED, gate.in("x"));
      gate.clock.seconds = NOW + 6;
      gate.take(NOW + 6, TestGate.sections(once, item("t/1")));
      GateDecision in = gate.in(gate.show(phone(1)));
      assertAdmitted(in);
      gate.restart();
      assertRefused(ReasonCode.TOO_SOON, gate.in(gate.show(phone(1))));
      gate.pass(600);
      assertRefused(ReasonCode.LIMIT_REACHED, gate.in(gate.show(phone(1))));
      assertInstanceOf(Annulment.Done.class, gate.gate.annul(in.clientId()));
      assertAdmitted(gate.in(gate.show(phone(1))));
    }
  }

  @Test
  void aCodeStaysSpentOverARestartAtAMachineTimeThatIsTakenBack() throws IOException {
    try (TestGate gate = TestGate.with(folder, SETTINGS)) {
      String code = gate.show(phone(1));
      assertAdmitted(gate.in(code));
      gate.clock.seconds += 40 * DAY;
      gate.restart();
      gate.clock.seconds = NOW + 6;
      assertRefused(ReasonCode.REPLAYED, gate.in(code));
    }
  }

  @Test
  void theClockGoesOnUnderTrafficWhileTheMachinesIsBehind() throws IOException {
    try (TestGate gate = TestGate.with(folder, SETTINGS)) {
      gate.restart();
      gate.clock.seconds = 0;
      for (int i = 1; i <= 200; i++) {
        gate.passSteadyMillis(i % 2 == 0 ? 1500 : 500);
        assertRefused(ReasonCode.MALFORMED, gate.in("x" + i));
      }
      assertEquals(NOW + 200, gate.gate.nowSeconds());
      assertAdmitted(gate.in(gate.code(phone(1), NOW + 200)));
      assertRefused(ReasonCode.STALE_CODE, gate.in(gate.code(phone(2), NOW + 100)));
    }
  }
}

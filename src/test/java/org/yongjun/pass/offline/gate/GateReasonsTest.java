package org.yongjun.pass.offline.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yongjun.pass.offline.gate.TestGate.NOW;
import static org.yongjun.pass.offline.gate.TestGate.SETTINGS;
import static org.yongjun.pass.offline.gate.TestGate.START;
import static org.yongjun.pass.offline.gate.TestGate.item;
import static org.yongjun.pass.offline.gate.TestGate.phone;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.bundle.BundleSections;
import org.yongjun.pass.offline.bundle.GateSettings;
import org.yongjun.pass.offline.rule.Condition;
import org.yongjun.pass.offline.rule.Origin;
import org.yongjun.pass.offline.rule.When;
import org.yongjun.pass.offline.token.CodeText;
import org.yongjun.pass.offline.token.KeyId;
import org.yongjun.pass.offline.token.TokenSamples;

/** Every reason of the verification order, as a gate gives it, and that it is journalled. */
class GateReasonsTest {
  private static final long DAY = 86_400;
  private static final HolderClass VETERAN = HolderClass.VETERAN;
  private static final Origin ANYWHERE = new Origin.Nationwide();

  @TempDir Path folder;

  /** What a gate is asked that gives the reason. */
  @FunctionalInterface
  private interface Asked {
    GateDecision by(TestGate gate) throws IOException;
  }

  private static final Map<ReasonCode, Asked> ASKED = new EnumMap<>(ReasonCode.class);

  static {
    ASKED.put(ReasonCode.MALFORMED, gate -> gate.in("YJ1:ABC"));
    ASKED.put(
        ReasonCode.UNKNOWN_KEY,
        changed(phone -> phone.keyId = new KeyId(TokenSamples.KEY_ID.issuer(), 99)));
    ASKED.put(ReasonCode.BAD_ISSUER_SIGNATURE, flipped(129));
    ASKED.put(ReasonCode.NOT_YET_VALID, changed(phone -> phone.issuedAtSeconds = NOW + 16));
    ASKED.put(ReasonCode.EXPIRED, changed(phone -> phone.lifetimeHours = 1));
    ASKED.put(ReasonCode.CLOCK_AHEAD, gate -> gate.in(gate.code(phone(1), NOW + 16)));
    ASKED.put(ReasonCode.STALE_CODE, gate -> gate.in(gate.code(phone(1), NOW - 61)));
    ASKED.put(ReasonCode.BAD_DEVICE_SIGNATURE, flipped(202));
    ASKED.put(
        ReasonCode.REVOKED,
        gate -> {
          gate.gate.take(
              gate.bundles.whole(
                  NOW + 1,
                  NOW,
                  TestGate.sections(SETTINGS, item("t/1")),
                  gate.bundles.status(NOW, NOW, 8000, 1)));
          return gate.in(gate.show(phone(1)));
        });
    ASKED.put(
        ReasonCode.STATUS_TOO_OLD,
        gate -> {
          gate.pass(3 * DAY + 1);
          return gate.in(gate.show(phone(1)));
        });
    ASKED.put(
        ReasonCode.REPLAYED,
        gate -> {
          String code = gate.show(phone(1));
          TestGate.assertAdmitted(gate.in(code));
          gate.pass(6);
          return gate.in(code);
        });
    ASKED.put(
        ReasonCode.TOO_SOON,
        gate -> {
          gate.take(
              NOW + 1,
              TestGate.sections(new GateSettings(300, false, 0, 0, false, 0, null), item("t/1")));
          TestGate.assertAdmitted(gate.in(gate.show(phone(1))));
          gate.pass(298);
          return gate.in(gate.show(phone(1)));
        });
    ASKED.put(ReasonCode.STAFF_CHECK_REQUIRED, changed(phone -> phone.photoCheckRequired = true));
    ASKED.put(ReasonCode.VENUE_NOT_ACTIVE, by(TestGate.inactive()));
    ASKED.put(ReasonCode.CLASS_NOT_ENTITLED, by(HolderClass.FIREFIGHTER, ANYWHERE, null));
    ASKED.put(
        ReasonCode.REGION_NOT_ENTITLED,
        by(VETERAN, new Origin.Local(RegionCode.of("130400")), null));
    ASKED.put(
        ReasonCode.NOT_NOW,
        by(
            TestGate.sections(
                SETTINGS,
                item(
                    "t/1",
                    VETERAN,
                    ANYWHERE,
                    new When(START, LocalDate.of(2023, 9, 1), List.of(), Set.of(), List.of()),
                    null,
                    false))));
    ASKED.put(
        ReasonCode.CONDITION_FAILED, by(VETERAN, ANYWHERE, new Condition.ChannelIs("BANK_CARD")));
    ASKED.put(
        ReasonCode.LIMIT_REACHED,
        gate -> {
          gate.take(
              NOW + 1,
              TestGate.sections(new GateSettings(0, false, 0, 1, false, 0, null), item("t/1")));
          TestGate.assertAdmitted(gate.in(gate.show(phone(1))));
          return gate.in(gate.show(phone(1)));
        });
    ASKED.put(
        ReasonCode.NEEDS_NETWORK,
        by(
            TestGate.online(
                item(
                    "t/1",
                    VETERAN,
                    ANYWHERE,
                    When.from(START),
                    new Condition.MemberOf("garrison"),
                    false))));
    ASKED.put(ReasonCode.NOT_PRICED, by(TestGate.unpriced()));
  }

  @Test
  void everyReasonIsGivenByAGateAndJournalledWithoutTheCode() throws IOException {
    assertEquals(EnumSet.allOf(ReasonCode.class), ASKED.keySet(), "a case for every reason");
    for (Map.Entry<ReasonCode, Asked> each : ASKED.entrySet()) {
      ReasonCode reason = each.getKey();
      Path state = folder.resolve(reason.name());
      try (TestGate gate = TestGate.with(state, SETTINGS)) {
        GateDecision decision = each.getValue().by(gate);
        TestGate.assertRefused(reason, decision);
        assertFalse(decision.opens());
        assertFalse(decision.explanation().zh().isEmpty());
        assertEquals(Map.of(reason, 1L), gate.gate.tally().refused());
      }
    }
  }

  @Test
  void aCardIsForStaffAndForFourUsesADay() throws IOException {
    try (TestGate gate = TestGate.with(folder, SETTINGS)) {
      String card = TestGate.card(7);
      TestGate.assertRefused(ReasonCode.STAFF_CHECK_REQUIRED, gate.in(card));
      for (int i = 0; i < GateChecks.CARD_USES_PER_DAY; i++) {
        GateDecision use = gate.gate.decide(card, Passage.in("gate " + i).confirmed());
        TestGate.assertAdmitted(use);
        assertEquals(Set.of(GateFlag.STAFF_CHECKED), use.flags());
        gate.pass(60);
      }
      GateDecision fifth = gate.gate.decide(card, Passage.in("gate 9").confirmed());
      TestGate.assertRefused(ReasonCode.LIMIT_REACHED, fifth);
      assertTrue(fifth.explanation().en().contains("4 use(s) a day"));
      gate.pass(DAY);
      TestGate.assertAdmitted(gate.gate.decide(card, Passage.in("gate 9").confirmed()));
    }
  }

  @Test
  void anItemThatAsksForAPhotoNeedsStaffToo() throws IOException {
    try (TestGate gate = TestGate.with(folder, SETTINGS)) {
      gate.take(
          NOW + 1,
          TestGate.sections(
              SETTINGS, item("t/1", VETERAN, ANYWHERE, When.from(START), null, true)));
      TestGate.assertRefused(ReasonCode.STAFF_CHECK_REQUIRED, gate.in(gate.show(phone(1))));
      GateDecision looked =
          gate.gate.decide(gate.show(phone(1)), Passage.in(TestGate.GATE).confirmed());
      TestGate.assertAdmitted(looked);
      assertEquals(Set.of(GateFlag.STAFF_CHECKED), looked.flags());
    }
  }

  @FunctionalInterface
  private interface Change {
    void in(TokenSamples.Fields phone);
  }

  private static Asked changed(Change change) {
    return gate -> {
      TokenSamples.Fields phone = phone(1);
      change.in(phone);
      return gate.in(gate.code(phone, NOW));
    };
  }

  /** A code of which one byte was changed on the way. */
  private static Asked flipped(int offset) {
    return gate -> {
      byte[] bytes = phone(1).code(NOW, 1);
      bytes[offset] ^= 1;
      return gate.in(CodeText.encode(bytes));
    };
  }

  private static Asked by(BundleSections sections) {
    return gate -> {
      gate.take(NOW + 1, sections);
      return gate.in(gate.show(phone(1)));
    };
  }

  private static Asked by(HolderClass wanted, Origin origin, Condition condition) {
    return by(
        TestGate.sections(
            SETTINGS, item("t/1", wanted, origin, When.from(START), condition, false)));
  }
}

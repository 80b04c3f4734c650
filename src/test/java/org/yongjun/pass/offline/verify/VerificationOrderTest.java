package org.yongjun.pass.offline.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.yongjun.pass.offline.verify.TestReader.NOW;

import org.junit.jupiter.api.Test;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.offline.token.Algorithm;
import org.yongjun.pass.offline.token.KeyPurpose;
import org.yongjun.pass.offline.token.RawPublicKey;
import org.yongjun.pass.offline.token.TokenSamples;
import org.yongjun.pass.offline.token.TokenSamples.Fields;

/** A code begins with every fault at once; they are mended in the order of their reasons. */
class VerificationOrderTest {
  private static final RawPublicKey LISTED = TokenSamples.issuer(Algorithm.SM2).raw();
  private static final RawPublicKey STRANGER = TokenSamples.device(Algorithm.SM2).raw();
  private static final int CODE_FLAGS = 130;
  private static final int LAST = 202;

  private final TestReader reader = new TestReader();
  private final Fields fields = Fields.deviceBound(Algorithm.SM2, Algorithm.P256);

  /** Everything that looks beyond the code says no. */
  private void refuseEveryUse() {
    reader.place = Reader.UNATTENDED;
    reader.status = StatusView.Status.REVOKED;
    reader.seen.add(new ReplayKey(fields.keyId.issuer(), fields.bindingIndex, 1));
    reader.tooSoon.add(fields.holderTag);
    fields.photoCheckRequired = true;
  }

  @Test
  void theFirstFaultOfADynamicCodeIsTheOneReported() {
    refuseEveryUse();
    fields.issuedAtSeconds = NOW + 16;
    byte[] code = tampered(NOW + 16);
    code[CODE_FLAGS] = 1;
    assertReason(ReasonCode.MALFORMED, code);
    assertReason(ReasonCode.UNKNOWN_KEY, tampered(NOW + 16));
    reader.list(STRANGER, KeyPurpose.DYNAMIC);
    assertReason(ReasonCode.BAD_ISSUER_SIGNATURE, tampered(NOW + 16));
    reader.list(LISTED, KeyPurpose.DYNAMIC);
    assertReason(ReasonCode.NOT_YET_VALID, tampered(NOW + 16));
    fields.issuedAtSeconds = NOW - 3600;
    fields.lifetimeHours = 1;
    assertReason(ReasonCode.EXPIRED, tampered(NOW + 16));
    fields.lifetimeHours = 2;
    assertReason(ReasonCode.CLOCK_AHEAD, tampered(NOW + 16));
    assertReason(ReasonCode.STALE_CODE, tampered(NOW - 61));
    assertReason(ReasonCode.BAD_DEVICE_SIGNATURE, tampered(NOW));
    assertEquals(0, reader.questions, "no view is asked before the signatures hold");
    assertReason(ReasonCode.REVOKED, fields.code(NOW, 1));
    reader.status = StatusView.Status.TOO_OLD;
    assertReason(ReasonCode.STATUS_TOO_OLD, fields.code(NOW, 1));
    reader.status = StatusView.Status.GOOD;
    assertReason(ReasonCode.REPLAYED, fields.code(NOW, 1));
    assertReason(ReasonCode.TOO_SOON, fields.code(NOW, 2));
    reader.tooSoon.clear();
    assertReason(ReasonCode.STAFF_CHECK_REQUIRED, fields.code(NOW, 2));
    reader.place = Reader.ATTENDED;
    assertEquals("ACCEPTED", reader.outcome(fields.code(NOW, 2), NOW));
  }

  @Test
  void theFirstFaultOfAStaticCardIsTheOneReported() {
    Fields card = Fields.staticCard(Algorithm.SM2);
    refuseEveryUse();
    card.issuedAtSeconds = NOW + 16;
    byte[] malformed = card.sign().bytes();
    malformed[22] = 60;
    assertReason(ReasonCode.MALFORMED, malformed);
    assertReason(ReasonCode.UNKNOWN_KEY, card.sign().bytes());
    reader.list(STRANGER, KeyPurpose.STATIC);
    assertReason(ReasonCode.BAD_ISSUER_SIGNATURE, card.sign().bytes());
    reader.list(LISTED, KeyPurpose.STATIC);
    assertReason(ReasonCode.NOT_YET_VALID, card.sign().bytes());
    card.issuedAtSeconds = NOW - 3600;
    card.lifetimeHours = 1;
    assertReason(ReasonCode.EXPIRED, card.sign().bytes());
    card.lifetimeHours = 2;
    assertEquals(0, reader.questions, "no view is asked before the signature holds");
    assertReason(ReasonCode.REVOKED, card.sign().bytes());
    reader.status = StatusView.Status.TOO_OLD;
    assertReason(ReasonCode.STATUS_TOO_OLD, card.sign().bytes());
    reader.status = StatusView.Status.GOOD;
    assertReason(ReasonCode.TOO_SOON, card.sign().bytes());
    reader.tooSoon.clear();
    assertReason(ReasonCode.STAFF_CHECK_REQUIRED, card.sign().bytes());
    reader.place = Reader.ATTENDED;
    assertEquals("ACCEPTED", reader.outcome(card.sign().bytes(), NOW));
  }

  /** A code whose issuer signature holds and whose device signature does not. */
  private byte[] tampered(long timeSeconds) {
    byte[] code = fields.code(timeSeconds, 1);
    code[LAST] ^= 1;
    return code;
  }

  private void assertReason(ReasonCode reason, byte[] code) {
    assertEquals(reason.name(), reader.outcome(code, NOW));
  }
}

package org.yongjun.pass.offline.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yongjun.pass.offline.verify.TestReader.DAY;
import static org.yongjun.pass.offline.verify.TestReader.NOW;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.token.Algorithm;
import org.yongjun.pass.offline.token.KeyPurpose;
import org.yongjun.pass.offline.token.ListedKey;
import org.yongjun.pass.offline.token.RawPublicKey;
import org.yongjun.pass.offline.token.TokenSamples;
import org.yongjun.pass.offline.token.TokenSamples.Fields;

class CodeVerifierTest {
  private static final RawPublicKey SM2_KEY = TokenSamples.issuer(Algorithm.SM2).raw();
  private static final HolderClasses ALL = HolderClasses.of(HolderClass.values());

  private final TestReader reader = TestReader.listing(Algorithm.SM2, KeyPurpose.DYNAMIC);
  private final Fields fields = Fields.deviceBound(Algorithm.SM2, Algorithm.P256);

  static Stream<Arguments> allPairs() {
    return Stream.of(Algorithm.values())
        .flatMap(
            issuer -> Stream.of(Algorithm.values()).map(device -> Arguments.of(issuer, device)));
  }

  @ParameterizedTest
  @MethodSource("allPairs")
  void everyPairOfAlgorithmsIsAccepted(Algorithm issuer, Algorithm device) {
    TestReader anyReader = TestReader.listing(issuer, KeyPurpose.DYNAMIC);
    Fields anyFields = Fields.deviceBound(issuer, device);
    CodeVerdict verdict = anyReader.verify(anyFields.code(NOW, 9), NOW);
    VerifiedCode code = assertInstanceOf(CodeVerdict.Accepted.class, verdict).code();
    assertEquals(anyFields.build(), code.fields());
    assertEquals(OptionalLong.of(NOW), code.timeSeconds());
    assertEquals(new ReplayKey(3301, 4_000_000_001L, 9), code.replayKey().orElseThrow());
    assertFalse(code.needsStaffCheck());
    assertFalse(code.toString().contains("4000000001"));
  }

  @ParameterizedTest
  @EnumSource
  void aStaticCardOfEveryAlgorithmIsAcceptedWhereStaffStand(Algorithm issuer) {
    TestReader anyReader = TestReader.listing(issuer, KeyPurpose.STATIC);
    byte[] card = Fields.staticCard(issuer).sign().bytes();
    CodeVerdict verdict = anyReader.verify(card, NOW);
    VerifiedCode code = assertInstanceOf(CodeVerdict.Accepted.class, verdict).code();
    assertTrue(code.isStaticCard() && code.needsStaffCheck());
    assertTrue(code.replayKey().isEmpty() && code.timeSeconds().isEmpty());
    anyReader.place = Reader.UNATTENDED;
    assertEquals("STAFF_CHECK_REQUIRED", anyReader.outcome(card, NOW));
  }

  @ParameterizedTest
  @CsvSource({
    "1772323185, ACCEPTED",
    "1772323184, NOT_YET_VALID",
    "1772409599, ACCEPTED",
    "1772409600, EXPIRED"
  })
  void theLifetimeEndsExactly(long now, String outcome) {
    fields.lifetimeHours = 24;
    assertEquals(outcome, reader.outcome(fields.code(now, 1), now));
  }

  @ParameterizedTest
  @CsvSource({"15, ACCEPTED", "16, CLOCK_AHEAD", "-60, ACCEPTED", "-61, STALE_CODE"})
  void theWindowOfACodeEndsExactly(long codeMinusNow, String outcome) {
    assertEquals(outcome, reader.outcome(fields.code(NOW + codeMinusNow, 1), NOW));
  }

  @Test
  void theWindowIsTheOneInTheBlock() {
    fields.windowSeconds = 255;
    assertEquals("ACCEPTED", reader.outcome(fields.code(NOW - 255, 1), NOW));
    assertEquals("STALE_CODE", reader.outcome(fields.code(NOW - 256, 1), NOW));
  }

  @ParameterizedTest
  @CsvSource({"0, 0, ACCEPTED", "1, 1, UNKNOWN_KEY", "-1, -1, UNKNOWN_KEY"})
  void theIssuedAtMustLieWithinTheSigningTimesOfTheKey(
      long notBeforeLater, long signUntilLater, String outcome) {
    long notBefore = TokenSamples.ISSUED_AT + notBeforeLater;
    long signUntil = TokenSamples.ISSUED_AT + signUntilLater;
    reader.listTimes(SM2_KEY, KeyPurpose.DYNAMIC, ALL, RegionCode.NATION, notBefore, signUntil);
    assertEquals(outcome, reader.outcome(fields.code(NOW, 1), NOW));
  }

  @ParameterizedTest
  @CsvSource({"-1, UNKNOWN_KEY", "0, ACCEPTED"})
  void theReadersTimeMustNotLieBeforeTheKey(long nowMinusNotBefore, String outcome) {
    fields.issuedAtSeconds = NOW;
    reader.listTimes(SM2_KEY, KeyPurpose.DYNAMIC, ALL, RegionCode.NATION, NOW, NOW + DAY);
    long now = NOW + nowMinusNotBefore;
    assertEquals(outcome, reader.outcome(fields.code(now, 1), now));
  }

  @ParameterizedTest
  @CsvSource({"0, ACCEPTED", "1, UNKNOWN_KEY"})
  void theReadersTimeMustNotLieBehindTheKey(long nowMinusExpires, String outcome) {
    fields.lifetimeHours = 65_535;
    reader.list(SM2_KEY, KeyPurpose.DYNAMIC);
    long now = TokenSamples.ISSUED_AT + 150 * DAY + nowMinusExpires;
    assertEquals(outcome, reader.outcome(fields.code(now, 1), now));
  }

  @Test
  void aKeyOfAnotherPurposeIsUnknown() {
    byte[] code = fields.code(NOW, 1);
    byte[] card = Fields.staticCard(Algorithm.SM2).sign().bytes();
    for (KeyPurpose purpose : KeyPurpose.values()) {
      reader.list(SM2_KEY, purpose);
      assertEquals(
          purpose == KeyPurpose.DYNAMIC ? "ACCEPTED" : "UNKNOWN_KEY", reader.outcome(code, NOW));
      assertEquals(
          purpose == KeyPurpose.STATIC ? "ACCEPTED" : "UNKNOWN_KEY", reader.outcome(card, NOW));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "000000, ACCEPTED",
    "330000, ACCEPTED",
    "330100, ACCEPTED",
    "330102, UNKNOWN_KEY",
    "330200, UNKNOWN_KEY",
    "320000, UNKNOWN_KEY"
  })
  void aHomeRegionOutsideTheKeysScopeIsAnUnknownKey(String scope, String outcome) {
    reader.list(SM2_KEY, KeyPurpose.DYNAMIC, ALL, RegionCode.of(scope));
    assertEquals(outcome, reader.outcome(fields.code(NOW, 1), NOW));
  }

  @Test
  void everyClassOfTheCodeMustLieInTheKeysScope() {
    HolderClasses veterans = HolderClasses.of(HolderClass.VETERAN);
    reader.list(SM2_KEY, KeyPurpose.DYNAMIC, veterans, RegionCode.NATION);
    assertEquals("UNKNOWN_KEY", reader.outcome(fields.code(NOW, 1), NOW));
    fields.classes = veterans;
    assertEquals("ACCEPTED", reader.outcome(fields.code(NOW, 1), NOW));
  }

  @Test
  void aNibbleThatDiffersFromTheListedKeysIsABadIssuerSignature() {
    reader.list(TokenSamples.issuer(Algorithm.P256).raw(), KeyPurpose.DYNAMIC);
    assertEquals("BAD_ISSUER_SIGNATURE", reader.outcome(fields.code(NOW, 1), NOW));
  }

  @Test
  void aListedKeyOffTheCurveIsABadIssuerSignature() {
    reader.list(offCurve(Algorithm.SM2), KeyPurpose.DYNAMIC);
    assertEquals("BAD_ISSUER_SIGNATURE", reader.outcome(fields.code(NOW, 1), NOW));
  }

  @ParameterizedTest
  @EnumSource
  void aDeviceKeyOffTheCurveIsABadDeviceSignatureAfterTheTimes(Algorithm device) {
    fields.deviceKey = offCurve(device);
    assertEquals("BAD_DEVICE_SIGNATURE", reader.outcome(fields.code(NOW, 1), NOW));
    assertEquals("STALE_CODE", reader.outcome(fields.code(NOW - 61, 1), NOW));
  }

  @Test
  void aVehicleCardPassesAnUnattendedBarrierOnlyByItsPlate() {
    reader.list(SM2_KEY, KeyPurpose.STATIC);
    reader.place = Reader.UNATTENDED;
    reader.plateMatches = true;
    Fields card = Fields.staticCard(Algorithm.SM2);
    assertEquals("STAFF_CHECK_REQUIRED", reader.outcome(card.sign().bytes(), NOW));
    card.classes = HolderClasses.of(HolderClass.VEHICLE, HolderClass.VETERAN);
    assertEquals("STAFF_CHECK_REQUIRED", reader.outcome(card.sign().bytes(), NOW));
    card.classes = HolderClasses.of(HolderClass.VEHICLE);
    assertEquals("ACCEPTED", reader.outcome(card.sign().bytes(), NOW));
    reader.plateMatches = false;
    assertEquals("STAFF_CHECK_REQUIRED", reader.outcome(card.sign().bytes(), NOW));
  }

  @Test
  void thePhotoCheckFlagNeedsStaffOnADynamicCodeToo() {
    fields.photoCheckRequired = true;
    assertEquals("ACCEPTED", reader.outcome(fields.code(NOW, 1), NOW));
    reader.place = Reader.UNATTENDED;
    assertEquals("STAFF_CHECK_REQUIRED", reader.outcome(fields.code(NOW, 1), NOW));
    fields.photoCheckRequired = false;
    assertEquals("ACCEPTED", reader.outcome(fields.code(NOW, 1), NOW));
  }

  @Test
  void aRefusalCannotCarryAnUnprovenCode() {
    CodeVerdict verdict = reader.verify(fields.code(NOW, 1), NOW);
    VerifiedCode code = assertInstanceOf(CodeVerdict.Accepted.class, verdict).code();
    assertThrows(
        IllegalArgumentException.class,
        () -> new CodeVerdict.Refused(ReasonCode.EXPIRED, Optional.of(code)));
  }

  @Test
  void aRememberedBlockNeverChangesTheVerdict() {
    byte[] code = fields.code(NOW, 1);
    assertEquals("ACCEPTED", reader.outcome(code, NOW));
    assertEquals("ACCEPTED", reader.outcome(fields.code(NOW, 2), NOW));
    ListedKey listed = reader.keys.remove(TokenSamples.KEY_ID);
    assertEquals("UNKNOWN_KEY", reader.outcome(code, NOW));
    reader.list(TokenSamples.device(Algorithm.SM2).raw(), KeyPurpose.DYNAMIC);
    assertEquals("BAD_ISSUER_SIGNATURE", reader.outcome(code, NOW));
    reader.keys.put(TokenSamples.KEY_ID, listed);
    reader.status = StatusView.Status.REVOKED;
    assertEquals("REVOKED", reader.outcome(code, NOW));
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2"})
  void aSmallMemoryOfBlocksForgetsAndStillDecides(int remembered) {
    TestReader small = new TestReader(remembered);
    small.list(SM2_KEY, KeyPurpose.DYNAMIC);
    for (int round = 0; round < 2; round++) {
      for (long index = 0; index < 4; index++) {
        fields.bindingIndex = index;
        assertEquals("ACCEPTED", small.outcome(fields.code(NOW, round), NOW));
      }
    }
  }

  @Test
  void theMemoryIsBoundedAndForgetsWhatWasNotAskedForLongest() {
    Recent<String, Integer> recent = new Recent<>(2);
    recent.put("first", 1);
    recent.put("second", 2);
    assertEquals(Optional.of(1), recent.find("first"));
    recent.put("third", 3);
    assertEquals(Optional.of(1), recent.find("first"));
    assertEquals(Optional.empty(), recent.find("second"));
    assertEquals(Optional.of(3), recent.find("third"));
  }

  /** The first key of the algorithm, counting x up, that has no point on its curve. */
  private static RawPublicKey offCurve(Algorithm algorithm) {
    byte[] raw = new byte[33];
    raw[0] = (byte) (algorithm == Algorithm.ED25519 ? 0 : 2);
    while (true) {
      raw[20]++;
      RawPublicKey key = new RawPublicKey(algorithm, raw);
      if (TokenSamples.SIGNATURES.keys().findPublicKey(key).isEmpty()) {
        return key;
      }
    }
  }
}

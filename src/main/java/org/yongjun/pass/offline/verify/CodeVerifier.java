package org.yongjun.pass.offline.verify;

import java.util.Optional;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.offline.token.CertificateBlock;
import org.yongjun.pass.offline.token.CertificateFields;
import org.yongjun.pass.offline.token.CodeText;
import org.yongjun.pass.offline.token.DynamicPart;
import org.yongjun.pass.offline.token.KeyList;
import org.yongjun.pass.offline.token.ListedKey;
import org.yongjun.pass.offline.token.Parsed;
import org.yongjun.pass.offline.token.RawPublicKey;
import org.yongjun.pass.offline.token.Signatures;
import org.yongjun.pass.offline.token.TokenParser;
import org.yongjun.pass.offline.token.UnverifiedCode;

/**
 * Decides a shown code in the order of the token specification, “Verification order”, and stops at
 * the first step that fails. Thread-safe; the server and the gates run this class.
 */
public final class CodeVerifier {
  /** How far a phone's or an issuer's clock may be ahead of the reader's. */
  public static final long CLOCK_TOLERANCE_SECONDS = 15;

  /** How many issuer-verified blocks are remembered by default, about 4 MB. */
  public static final int REMEMBERED_BLOCKS = 4096;

  private final Signatures signatures;
  private final KeyList keyList;
  private final IssuerSignatures issuerSignatures;

  public CodeVerifier(Signatures signatures, KeyList keyList) {
    this(signatures, keyList, REMEMBERED_BLOCKS);
  }

  /**
   * @param rememberedBlocks how many issuer-verified blocks to remember; 0 checks every signature
   *     every time, with the same verdicts
   */
  public CodeVerifier(Signatures signatures, KeyList keyList, int rememberedBlocks) {
    this.signatures = signatures;
    this.keyList = keyList;
    this.issuerSignatures = new IssuerSignatures(signatures, rememberedBlocks);
  }

  /**
   * Decides the text of one QR code.
   *
   * @param text as the scanner read it; of any length
   * @param reader where the code is shown
   * @param views asked only when every signature held
   * @param nowSeconds the reader's time, or for an upload the event's, in Unix seconds
   */
  public CodeVerdict verify(String text, Reader reader, Views views, long nowSeconds) {
    Optional<Parsed> parsed = CodeText.decode(text).map(TokenParser::parse);
    if (parsed.isEmpty() || !(parsed.get() instanceof UnverifiedCode code)) {
      return new CodeVerdict.Refused(ReasonCode.MALFORMED, Optional.empty());
    }
    Optional<ReasonCode> unproven =
        refuseIssuer(code.unverifiedBlock(), nowSeconds)
            .or(() -> refuseTimes(code, nowSeconds))
            .or(() -> refuseDevice(code));
    if (unproven.isPresent()) {
      return new CodeVerdict.Refused(unproven.get(), Optional.empty());
    }
    VerifiedCode verified = new VerifiedCode(code);
    Optional<ReasonCode> refusal = refuseUse(verified, reader, views, nowSeconds);
    return refusal.isPresent()
        ? new CodeVerdict.Refused(refusal.get(), Optional.of(verified))
        : new CodeVerdict.Accepted(verified);
  }

  /** Steps 2 and 3. */
  private Optional<ReasonCode> refuseIssuer(CertificateBlock block, long nowSeconds) {
    CertificateFields fields = block.unverifiedFields();
    Optional<ListedKey> listed = keyList.find(fields.keyId());
    if (listed.isEmpty() || !listed.get().covers(fields, nowSeconds)) {
      return Optional.of(ReasonCode.UNKNOWN_KEY);
    }
    RawPublicKey key = listed.get().publicKey();
    if (key.algorithm() == fields.issuerAlgorithm() && issuerSignatures.holds(key, block)) {
      return Optional.empty();
    }
    return Optional.of(ReasonCode.BAD_ISSUER_SIGNATURE);
  }

  /** Steps 4 to 7; a static card has only the first two. */
  private static Optional<ReasonCode> refuseTimes(UnverifiedCode code, long nowSeconds) {
    CertificateFields fields = code.unverifiedBlock().unverifiedFields();
    if (fields.issuedAtSeconds() > nowSeconds + CLOCK_TOLERANCE_SECONDS) {
      return Optional.of(ReasonCode.NOT_YET_VALID);
    }
    if (nowSeconds >= fields.expiresSeconds()) {
      return Optional.of(ReasonCode.EXPIRED);
    }
    return code.unverifiedDynamicPart()
        .flatMap(part -> refuseCodeTime(part.timeSeconds(), fields.windowSeconds(), nowSeconds));
  }

  private static Optional<ReasonCode> refuseCodeTime(
      long codeSeconds, int windowSeconds, long nowSeconds) {
    if (codeSeconds > nowSeconds + CLOCK_TOLERANCE_SECONDS) {
      return Optional.of(ReasonCode.CLOCK_AHEAD);
    }
    return nowSeconds > codeSeconds + windowSeconds
        ? Optional.of(ReasonCode.STALE_CODE)
        : Optional.empty();
  }

  /** Step 8; a static card has none. */
  private Optional<ReasonCode> refuseDevice(UnverifiedCode code) {
    RawPublicKey deviceKey = code.unverifiedBlock().unverifiedFields().deviceKey();
    Optional<DynamicPart> part = code.unverifiedDynamicPart();
    if (deviceKey == null || part.isEmpty()) {
      return Optional.empty();
    }
    boolean holds =
        signatures.verify(deviceKey, part.get().signedMessage(), part.get().signature());
    return holds ? Optional.empty() : Optional.of(ReasonCode.BAD_DEVICE_SIGNATURE);
  }

  /** Steps 9 to 13, which look beyond the code. */
  private static Optional<ReasonCode> refuseUse(
      VerifiedCode code, Reader reader, Views views, long nowSeconds) {
    CertificateFields fields = code.fields();
    StatusView.Status status =
        views
            .status()
            .ask(code.issuer(), fields.bindingIndex(), fields.issuedAtSeconds(), nowSeconds);
    if (status != StatusView.Status.GOOD) {
      return Optional.of(
          status == StatusView.Status.REVOKED ? ReasonCode.REVOKED : ReasonCode.STATUS_TOO_OLD);
    }
    Optional<ReplayKey> replayKey = code.replayKey();
    if (replayKey.isPresent() && isSeen(views.replay(), replayKey.get())) {
      return Optional.of(ReasonCode.REPLAYED);
    }
    if (views.passback().tooSoon(code.issuer(), fields.holderTag(), nowSeconds)) {
      return Optional.of(ReasonCode.TOO_SOON);
    }
    return isStaffMissing(code, reader, views.plate())
        ? Optional.of(ReasonCode.STAFF_CHECK_REQUIRED)
        : Optional.empty();
  }

  private static boolean isSeen(ReplayView replay, ReplayKey key) {
    return replay.seen(key.issuer(), key.bindingIndex(), key.counter());
  }

  private static boolean isStaffMissing(VerifiedCode code, Reader reader, PlateView plate) {
    if (reader.attended() || !code.needsStaffCheck()) {
      return false;
    }
    return !code.isVehicleOnlyCard() || !plate.matches(code.issuer(), code.fields().bindingIndex());
  }
}

package org.yongjun.pass.verification;

import java.time.Instant;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.certificate.Binding;
import org.yongjun.pass.certificate.Certificates;
import org.yongjun.pass.certificate.ShortCodeText;
import org.yongjun.pass.certificate.ShortCodes;
import org.yongjun.pass.kernel.Plate;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.offline.token.CertificateFields;
import org.yongjun.pass.offline.token.KeyList;
import org.yongjun.pass.offline.verify.CodeVerdict;
import org.yongjun.pass.offline.verify.CodeVerifier;
import org.yongjun.pass.offline.verify.Reader;
import org.yongjun.pass.offline.verify.StatusView;
import org.yongjun.pass.offline.verify.VerifiedCode;
import org.yongjun.pass.offline.verify.Views;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;

/** Reads what is shown: the text of a QR code, or the digits of a short code. It spends nothing. */
public final class CodeReader {
  private final CodeVerifier verifier;
  private final KeyList keys;
  private final Certificates certificates;
  private final ShortCodes shortCodes;
  private final Guesses guesses;
  private final UsedCodes usedCodes;
  private final Plates plates;
  private final SurvivorClaims claims;
  private final Views views;

  public CodeReader(
      CodeVerifier verifier,
      KeyList keys,
      Certificates certificates,
      ShortCodes shortCodes,
      Guesses guesses,
      UsedCodes usedCodes,
      Plates plates,
      SurvivorClaims claims) {
    this.verifier = verifier;
    this.keys = keys;
    this.certificates = certificates;
    this.shortCodes = shortCodes;
    this.guesses = guesses;
    this.usedCodes = usedCodes;
    this.plates = plates;
    this.claims = claims;
    this.views =
        new Views(
            (issuer, index, issuedAt, now) ->
                certificates.isActive(issuer, index)
                    ? StatusView.Status.GOOD
                    : StatusView.Status.REVOKED,
            (issuer, index, counter) ->
                usedCodes.isUsed(issuer, index, new ShownAs.Dynamic(counter)),
            (issuer, tag, now) -> false);
  }

  /**
   * Refused with TOO_MANY_REQUESTS where short codes are locked at the terminal.
   *
   * @param plate what a barrier sees beside the code
   */
  Outcome<Reading> read(Caller terminal, String text, Optional<Plate> plate, Instant now) {
    if (ShortCodeText.isDigits(text)) {
      return readDigits(terminal, text, now);
    }
    Reader reader = terminal.role() == Role.GATE ? Reader.UNATTENDED : Reader.ATTENDED;
    CodeVerdict verdict = verifier.verify(text, reader, viewsBeside(plate), now.getEpochSecond());
    return Outcome.done(
        switch (verdict) {
          case CodeVerdict.Accepted(VerifiedCode code) -> new Reading.Good(ShownCode.of(code));
          case CodeVerdict.Refused(ReasonCode reason, Optional<VerifiedCode> code) ->
              new Reading.Bad(reason, code.map(ShownCode::of));
        });
  }

  private Views viewsBeside(Optional<Plate> plate) {
    return new Views(views.status(), views.replay(), views.passback(), plates.viewOf(plate));
  }

  /** A survivor's claim; NOT_FOUND anywhere but at the counter of its venue. */
  Outcome<Reading> readClaim(Caller terminal, String claimId, Instant now) {
    return claims
        .find(terminal, claimId)
        .map(
            standing ->
                Outcome.done(
                    now.isBefore(standing.claim().expiresAt())
                        ? readAgain(
                            ShownCode.of(
                                certificates.ownIssuer(), standing.claim(), standing.deceased()))
                        : new Reading.Bad(ReasonCode.EXPIRED, Optional.empty())))
        .orElseGet(() -> Outcome.refused(ProblemCode.NOT_FOUND));
  }

  /** Reads again what was good a moment ago: it may have been revoked or spent since. */
  Reading readAgain(ShownCode code) {
    return refuseUse(code)
        .<Reading>map(reason -> new Reading.Bad(reason, Optional.of(code)))
        .orElseGet(() -> new Reading.Good(code));
  }

  /** Whose certificate it is; empty for an index that was never given. */
  Optional<String> findHolderId(int issuer, long bindingIndex) {
    return certificates.findHolderId(issuer, bindingIndex);
  }

  /**
   * Whether the code's certificate is active; if so, it cannot be revoked before the caller's
   * transaction has ended.
   */
  boolean holdActive(ShownCode code) {
    return code.isClaim() || certificates.holdActive(code.issuer(), code.bindingIndex());
  }

  private Outcome<Reading> readDigits(Caller terminal, String text, Instant now) {
    if (!ShortCodeText.isSound(text)) {
      return Outcome.done(new Reading.Bad(ReasonCode.MALFORMED, Optional.empty()));
    }
    Optional<String> ticket = guesses.take(terminal.id(), now);
    if (ticket.isEmpty()) {
      return Outcome.refused(
          Problem.of(
              ProblemCode.TOO_MANY_REQUESTS,
              "本终端数字码输入错误过多，十分钟内请扫描二维码",
              "Too many wrong digits at this terminal; scan the QR code for the next ten minutes"));
    }
    Optional<ShortCodes.Live> live = shortCodes.find(text);
    if (live.isEmpty()) {
      // The same for digits that never were and for digits that have expired.
      return Outcome.done(new Reading.Bad(ReasonCode.STALE_CODE, Optional.empty()));
    }
    guesses.giveBack(terminal.id(), ticket.get());
    return Outcome.done(judge(live.get(), now));
  }

  private Reading judge(ShortCodes.Live live, Instant now) {
    CertificateFields fields = live.certificate().block().unverifiedFields();
    ShownCode code = ShownCode.of(live);
    boolean isCovered =
        keys.find(fields.keyId()).filter(k -> k.covers(fields, now.getEpochSecond())).isPresent();
    if (!isCovered) {
      return new Reading.Bad(ReasonCode.UNKNOWN_KEY, Optional.empty());
    }
    if (!now.isBefore(live.certificate().expiresAt())) {
      return new Reading.Bad(ReasonCode.EXPIRED, Optional.empty());
    }
    return live.certificate().binding().state() == Binding.State.ACTIVE
        ? readAgain(code)
        : new Reading.Bad(ReasonCode.REVOKED, Optional.of(code));
  }

  private Optional<ReasonCode> refuseUse(ShownCode code) {
    if (!code.isClaim() && !certificates.isActive(code.issuer(), code.bindingIndex())) {
      return Optional.of(ReasonCode.REVOKED);
    }
    boolean isSpent =
        code.isSpentByUse() && usedCodes.isUsed(code.issuer(), code.bindingIndex(), code.shownAs());
    return isSpent ? Optional.of(ReasonCode.REPLAYED) : Optional.empty();
  }
}

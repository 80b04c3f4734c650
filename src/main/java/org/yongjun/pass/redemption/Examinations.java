package org.yongjun.pass.redemption;

import java.time.Clock;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.venue.Venue;
import org.yongjun.pass.verification.Attempt;
import org.yongjun.pass.verification.Examination;
import org.yongjun.pass.verification.Examiner;
import org.yongjun.pass.verification.Presented;
import org.yongjun.pass.verification.Verification;
import org.yongjun.pass.verification.VerificationStore;
import org.yongjun.pass.verification.Verifications;

/** Examines what a terminal asks to redeem; the price is always the server's own evaluation. */
public final class Examinations {
  private final Verifications verifications;
  private final VerificationStore store;
  private final Examiner examiner;
  private final Clock clock;

  public Examinations(
      Verifications verifications, VerificationStore store, Examiner examiner, Clock clock) {
    this.verifications = verifications;
    this.store = store;
    this.examiner = examiner;
    this.clock = clock;
  }

  Outcome<Examination> examine(Caller terminal, RedeemCommand command) {
    return verifications
        .placeOf(terminal)
        .then(
            venue ->
                switch (command) {
                  case RedeemCommand.OfBill(String key, Presented presented) ->
                      ofBill(terminal, venue, presented);
                  case RedeemCommand.OfVerification(String key, String id) ->
                      ofVerification(terminal, venue, id);
                });
  }

  /** As {@link Examiner#reevaluate}. */
  Examination reevaluate(Examination.Granted earlier) {
    return examiner.reevaluate(earlier);
  }

  private Outcome<Examination> ofBill(Caller terminal, Venue venue, Presented presented) {
    return verifications.examine(terminal, Attempt.Kind.REDEEM, venue, presented);
  }

  private Outcome<Examination> ofVerification(Caller terminal, Venue venue, String id) {
    Verification found =
        store.findById(id).filter(v -> v.terminalId().equals(terminal.id())).orElse(null);
    if (found == null) {
      return refuse(terminal, venue, ProblemCode.NOT_FOUND);
    }
    if (!clock.instant().isBefore(found.expiresAt())) {
      return refuse(terminal, venue, ProblemCode.VERIFICATION_EXPIRED);
    }
    return verifications
        .price(terminal, Attempt.Kind.REDEEM, venue, found.bill())
        .then(
            bill ->
                verifications.keepRefused(
                    terminal,
                    Attempt.Kind.REDEEM,
                    venue,
                    examiner.examineAgain(found, venue, bill)))
        .then(examination -> asQuoted(terminal, venue, found, examination));
  }

  /** A till has told the customer a sum: where it has changed since, the till must tell anew. */
  private Outcome<Examination> asQuoted(
      Caller terminal, Venue venue, Verification quoted, Examination examination) {
    boolean isOther =
        examination instanceof Examination.Granted granted
            && granted.evaluation().payableFen() != quoted.payableFen();
    return isOther
        ? refuse(terminal, venue, ProblemCode.VERIFICATION_EXPIRED)
        : Outcome.done(examination);
  }

  private Outcome<Examination> refuse(Caller terminal, Venue venue, ProblemCode code) {
    return verifications.refuse(terminal, Attempt.Kind.REDEEM, venue, Problem.of(code));
  }
}

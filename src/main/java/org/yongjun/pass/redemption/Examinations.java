package org.yongjun.pass.redemption;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.venue.Venue;
import org.yongjun.pass.verification.Approval;
import org.yongjun.pass.verification.Approvals;
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
  private final Approvals approvals;
  private final Clock clock;

  public Examinations(
      Verifications verifications,
      VerificationStore store,
      Examiner examiner,
      Approvals approvals,
      Clock clock) {
    this.verifications = verifications;
    this.store = store;
    this.examiner = examiner;
    this.approvals = approvals;
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

  /**
   * As {@link Examiner#reevaluate}. What was approved is redeemed as it was approved or not at all,
   * and what came in its place waits for an approval where it needs one.
   */
  Outcome<Examination> reevaluate(
      Caller terminal, RedeemCommand command, Examination.Granted earlier) {
    Examination now = examiner.reevaluate(earlier);
    if (!(now instanceof Examination.Granted granted)) {
      return Outcome.done(now);
    }
    if (earlier.approval().isPresent()) {
      return Outcome.done(asApproved(earlier.approval().get(), granted));
    }
    if (!granted.evaluation().isApprovalNeeded()) {
      return Outcome.done(granted);
    }
    return switch (command) {
      case RedeemCommand.OfBill(String key, Presented presented) ->
          askForApproval(terminal, presented, granted);
      // What was verified asked for none: the till has to verify what is left, and tell it.
      case RedeemCommand.OfVerification(String key, String id) ->
          refuse(terminal, granted.venue(), ProblemCode.VERIFICATION_EXPIRED);
    };
  }

  private static Examination asApproved(Approval approval, Examination.Granted granted) {
    return covers(approval, granted)
        ? granted.approvedBy(approval)
        : new Examination.Refused(
            ReasonCode.LIMIT_REACHED,
            ReasonCode.LIMIT_REACHED.text(),
            Optional.of(granted.code()),
            granted.evaluation().trace(),
            granted.at());
  }

  private Outcome<Examination> ofBill(Caller terminal, Venue venue, Presented presented) {
    return verifications
        .examine(terminal, Attempt.Kind.REDEEM, venue, presented)
        .then(
            examination ->
                examination instanceof Examination.Granted granted
                        && granted.evaluation().isApprovalNeeded()
                    ? askForApproval(terminal, presented, granted)
                    : Outcome.done(examination));
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
                    examiner.examineAgain(terminal, found, venue, bill)))
        .then(examination -> asQuoted(terminal, venue, found, examination))
        .then(examination -> asApproved(terminal, venue, found, examination));
  }

  /** The approval holds for the sums that were approved, and for no others. */
  private Outcome<Examination> asApproved(
      Caller terminal, Venue venue, Verification quoted, Examination examination) {
    if (!(examination instanceof Examination.Granted granted)
        || !granted.evaluation().isApprovalNeeded()) {
      return Outcome.done(examination);
    }
    return approvals
        .find(quoted.id())
        .<Outcome<Examination>>map(
            approval ->
                covers(approval, granted)
                    ? Outcome.done(granted.approvedBy(approval))
                    : refuse(terminal, venue, ProblemCode.VERIFICATION_EXPIRED))
        .orElseGet(() -> askForApproval(terminal, venue, quoted.id()));
  }

  private static boolean covers(Approval approval, Examination.Granted granted) {
    return approval.payableFen() == granted.evaluation().payableFen()
        && approval.benefitValueFen() == granted.evaluation().benefitValueFen()
        && granted.evaluation().approvals().stream()
            .allMatch(each -> approval.itemIds().contains(each.itemId()));
  }

  /** Keeps what was presented as a verification that waits. */
  private Outcome<Examination> askForApproval(
      Caller terminal, Presented presented, Examination.Granted granted) {
    String id = verifications.accept(terminal, presented, granted).verification().id();
    return askForApproval(terminal, granted.venue(), id);
  }

  /** Names the verification that waits, as what was wrong with the request. */
  private Outcome<Examination> askForApproval(Caller terminal, Venue venue, String verificationId) {
    Problem problem = Problem.of(ProblemCode.APPROVAL_REQUIRED);
    return verifications.refuse(
        terminal,
        Attempt.Kind.REDEEM,
        venue,
        new Problem(
            problem.code(),
            problem.detail(),
            List.of(
                new Problem.FieldError(
                    "/verificationId", new Text(verificationId, verificationId)))));
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

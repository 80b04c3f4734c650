package org.yongjun.pass.redemption;

import java.util.Objects;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.verification.Attempt;
import org.yongjun.pass.verification.Attempts;
import org.yongjun.pass.verification.Examination;

/**
 * Redeems (核销): examines, records, and keeps every refusal as an attempt. What is read first only
 * prices the bill; the {@link Recorder}'s transaction decides.
 */
public final class Redemptions {
  /**
   * How often a bill is evaluated before the caller is asked to come again: each further time, some
   * other redemption took of the same limit within milliseconds.
   */
  private static final int TRIES = 8;

  private final Examinations examinations;
  private final Recorder recorder;
  private final Ledger ledger;
  private final InFlight inFlight;
  private final Attempts attempts;
  private final Transactions transactions;

  public Redemptions(
      Examinations examinations,
      Recorder recorder,
      Ledger ledger,
      InFlight inFlight,
      Attempts attempts,
      Transactions transactions) {
    this.examinations = examinations;
    this.recorder = recorder;
    this.ledger = ledger;
    this.inFlight = inFlight;
    this.attempts = attempts;
    this.transactions = transactions;
  }

  /** A redemption, and whether this answer is a repeat of an earlier one. */
  public record Recorded(Redemption redemption, boolean isReplay) {}

  public Outcome<Recorded> redeem(Caller terminal, RedeemCommand command) {
    byte[] hash = RequestHash.of(terminal, command);
    if (!inFlight.enter(terminal.id(), command.idempotencyKey())) {
      return Outcome.refused(ProblemCode.IN_FLIGHT);
    }
    try {
      Optional<Claim> known = ledger.findClaim(terminal.id(), command.idempotencyKey());
      if (known.isPresent()) {
        return replay(known.get(), hash);
      }
      Outcome<Examination> examined = examinations.examine(terminal, command);
      if (examined instanceof Outcome.Refused<Examination>(Problem problem)) {
        return lastWord(terminal, command, hash, problem);
      }
      return examined.then(
          examination ->
              switch (examination) {
                case Examination.Granted granted -> record(terminal, command, hash, granted);
                case Examination.Refused refused -> refuse(terminal, command, hash, refused);
              });
    } finally {
      inFlight.leave(terminal.id(), command.idempotencyKey());
    }
  }

  private Outcome<Recorded> replayEarlier(Caller terminal, RedeemCommand command, byte[] hash) {
    return replay(ledger.findClaim(terminal.id(), command.idempotencyKey()).orElseThrow(), hash);
  }

  private Outcome<Recorded> replay(Claim claim, byte[] hash) {
    if (!claim.isFor(hash)) {
      return Outcome.refused(ProblemCode.KEY_REUSED);
    }
    return switch (claim.answer()) {
      case Answer.Redeemed(Redemption redemption) -> Outcome.done(new Recorded(redemption, true));
      case Answer.Refused(ReasonCode reason, var explanation) ->
          Outcome.refused(Problem.of(reason, explanation));
      case Answer.Reversed reversed -> Outcome.refused(ProblemCode.KEY_REUSED);
    };
  }

  /**
   * Records what was granted. Where others used up a limit in between, the bill is evaluated again
   * on what is left, so that the holder gets the rest or is told which limit is reached.
   */
  private Outcome<Recorded> record(
      Caller terminal, RedeemCommand command, byte[] hash, Examination.Granted granted) {
    Examination.Granted current = granted;
    for (int i = 0; i < TRIES; i++) {
      Recorder.Result result = recorder.record(terminal, command, hash, current);
      if (result instanceof Recorder.Result.Written(Redemption redemption)) {
        return Outcome.done(new Recorded(redemption, false));
      }
      switch (((Recorder.Result.Lost) result).race()) {
        case KEY_TAKEN -> {
          return replayEarlier(terminal, command, hash);
        }
        case KEY_UNDER_WAY -> {
          return Outcome.refused(ProblemCode.IN_FLIGHT);
        }
        case CODE_USED -> {
          return refuse(terminal, command, hash, lost(current, ReasonCode.REPLAYED));
        }
        case CODE_REVOKED -> {
          return refuse(terminal, command, hash, lost(current, ReasonCode.REVOKED));
        }
        case CARD_USED_UP -> {
          return refuse(terminal, command, hash, lost(current, ReasonCode.LIMIT_REACHED));
        }
        case PART_TAKEN -> {
          return lost(terminal, command, hash, current, ProblemCode.PART_REDEEMED);
        }
        case STAY_REDEEMED -> {
          return lost(terminal, command, hash, current, ProblemCode.STAY_REDEEMED);
        }
        case VERIFICATION_USED -> {
          return lost(terminal, command, hash, current, ProblemCode.VERIFICATION_USED);
        }
        case LIMIT_TAKEN -> {
          switch (examinations.reevaluate(terminal, command, current)) {
            case Outcome.Refused<Examination>(Problem problem) -> {
              return lastWord(terminal, command, hash, problem);
            }
            case Outcome.Done<Examination>(Examination.Refused refused) -> {
              return refuse(terminal, command, hash, refused);
            }
            case Outcome.Done<Examination>(Examination.Granted less) -> current = less;
          }
        }
      }
    }
    return Outcome.refused(ProblemCode.UNAVAILABLE);
  }

  private Outcome<Recorded> refuse(
      Caller terminal, RedeemCommand command, byte[] hash, Examination.Refused refused) {
    ReasonCode reason = refused.reason();
    boolean isFinal = !reason.isRetryable() && reason != ReasonCode.MALFORMED;
    Ledger.Taking taking =
        transactions.write(
            () -> {
              keepAttempt(terminal, reason.name(), refused);
              return isFinal
                  ? ledger.claim(
                      new Claim(
                          terminal.id(),
                          command.idempotencyKey(),
                          hash,
                          new Answer.Refused(reason, refused.explanation()),
                          refused.at()))
                  : Ledger.Taking.TAKEN;
            });
    return switch (taking) {
      case TAKEN -> lastWord(terminal, command, hash, Problem.of(reason, refused.explanation()));
      // Another request with the same key got its answer in between: that answer is the one.
      case TAKEN_BEFORE -> replayEarlier(terminal, command, hash);
      case UNDER_WAY -> Outcome.refused(ProblemCode.IN_FLIGHT);
    };
  }

  private void keepAttempt(Caller terminal, String why, Examination.Refused refused) {
    attempts.append(
        new Attempt(
            Attempt.Kind.REDEEM,
            terminal.id(),
            Objects.requireNonNull(terminal.venueId()),
            terminal.region(),
            why,
            refused.code(),
            refused.trace(),
            terminal.requestId(),
            refused.at()));
  }

  /** What another redemption has taken; a repetition of that one has its answer and no attempt. */
  private Outcome<Recorded> lost(
      Caller terminal,
      RedeemCommand command,
      byte[] hash,
      Examination.Granted granted,
      ProblemCode code) {
    Outcome<Recorded> last = lastWord(terminal, command, hash, Problem.of(code));
    if (last instanceof Outcome.Refused<Recorded>(Problem problem) && problem.code() == code) {
      Examination.Refused refused = lost(granted, ReasonCode.REPLAYED);
      transactions.writeOnly(() -> keepAttempt(terminal, code.name(), refused));
    }
    return last;
  }

  /**
   * A refusal that is not kept, unless the same request has got its answer in between, perhaps by
   * using up what this one then lacked: that answer is the one.
   */
  private Outcome<Recorded> lastWord(
      Caller terminal, RedeemCommand command, byte[] hash, Problem problem) {
    return ledger
        .findClaim(terminal.id(), command.idempotencyKey())
        .filter(claim -> claim.isFor(hash))
        .map(claim -> replay(claim, hash))
        .orElseGet(() -> Outcome.refused(problem));
  }

  private static Examination.Refused lost(Examination.Granted granted, ReasonCode reason) {
    return new Examination.Refused(
        reason,
        reason.text(),
        Optional.of(granted.code()),
        granted.evaluation().trace(),
        granted.at());
  }
}

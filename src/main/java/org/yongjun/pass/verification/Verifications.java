package org.yongjun.pass.verification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Terminals;
import org.yongjun.pass.holder.Holders;
import org.yongjun.pass.offline.rule.BillPart;
import org.yongjun.pass.offline.rule.Trace;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.venue.Venue;
import org.yongjun.pass.venue.Venues;

/** Verifies without redeeming (核验): the verdict, the quote, and why. */
public final class Verifications {
  /** How long a quote holds. */
  public static final Duration LIFETIME = Duration.ofMinutes(5);

  private final Examiner examiner;
  private final Venues venues;
  private final Terminals terminals;
  private final Holders holders;
  private final VerificationStore store;
  private final Attempts attempts;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  public Verifications(
      Examiner examiner,
      Venues venues,
      Terminals terminals,
      Holders holders,
      VerificationStore store,
      Attempts attempts,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.examiner = examiner;
    this.venues = venues;
    this.terminals = terminals;
    this.holders = holders;
    this.store = store;
    this.attempts = attempts;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /** The verdict of a verification. */
  public sealed interface Verdict {
    /**
     * @param holderName surname and 某, for the eye of staff; empty where it was erased
     */
    record Accepted(
        Verification verification, Examination.Granted examination, Optional<String> holderName)
        implements Verdict {}

    record Refused(Examination.Refused examination) implements Verdict {}
  }

  public Outcome<Verdict> verify(Caller terminal, Presented presented) {
    return placeOf(terminal)
        .then(
            venue ->
                price(terminal, Attempt.Kind.VERIFY, venue, presented.bill())
                    .map(bill -> verify(terminal, venue, presented, bill)));
  }

  /** The venue of a terminal that may still work; its state is the rules' to judge. */
  public Outcome<Venue> placeOf(Caller terminal) {
    String venueId = terminal.venueId();
    if (venueId == null || !terminals.isActive(terminal.id())) {
      return Outcome.refused(ProblemCode.NOT_ALLOWED);
    }
    return venues.find(venueId);
  }

  /** Prices a bill by the venue's tariff; a bill that has no price is an attempt all the same. */
  public Outcome<List<BillPart>> price(
      Caller terminal, Attempt.Kind kind, Venue venue, List<BillLine> bill) {
    Outcome<List<BillPart>> priced = Bills.price(venue, bill);
    return priced instanceof Outcome.Refused<List<BillPart>>(Problem problem)
        ? refuse(terminal, kind, venue, problem)
        : priced;
  }

  /** Refuses before any code was examined, and keeps that as an attempt. */
  public <T> Outcome<T> refuse(Caller terminal, Attempt.Kind kind, Venue venue, Problem problem) {
    transactions.writeOnly(
        () ->
            attempts.append(
                new Attempt(
                    kind,
                    terminal.id(),
                    venue.id(),
                    venue.region(),
                    problem.code().name(),
                    Optional.empty(),
                    new Trace(List.of()),
                    terminal.requestId(),
                    clock.instant())));
    return Outcome.refused(problem);
  }

  private Verdict verify(Caller terminal, Venue venue, Presented presented, List<BillPart> bill) {
    Examination examination = examiner.examine(terminal, venue, presented, bill);
    return switch (examination) {
      case Examination.Granted granted -> accept(terminal, presented, granted);
      case Examination.Refused refused -> {
        transactions.writeOnly(
            () ->
                attempts.append(
                    new Attempt(
                        Attempt.Kind.VERIFY,
                        terminal.id(),
                        venue.id(),
                        venue.region(),
                        refused.reason().name(),
                        refused.code(),
                        refused.trace(),
                        terminal.requestId(),
                        refused.at())));
        yield new Verdict.Refused(refused);
      }
    };
  }

  private Verdict accept(Caller terminal, Presented presented, Examination.Granted granted) {
    Instant at = granted.at();
    Verification verification =
        new Verification(
            ids.next(),
            terminal.id(),
            granted.code(),
            presented.bill(),
            presented.channel(),
            at,
            at.plus(LIFETIME));
    transactions.writeOnly(
        () -> {
          store.insert(verification);
          attempts.append(
              new Attempt(
                  Attempt.Kind.VERIFY,
                  terminal.id(),
                  granted.venue().id(),
                  granted.venue().region(),
                  Attempt.ACCEPTED,
                  Optional.of(granted.code()),
                  granted.evaluation().trace(),
                  terminal.requestId(),
                  at));
        });
    return new Verdict.Accepted(verification, granted, holders.findMaskedName(granted.holderId()));
  }
}

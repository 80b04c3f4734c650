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
import org.yongjun.pass.offline.rule.Evaluation;
import org.yongjun.pass.offline.rule.Trace;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.venue.Terminal;
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
                admit(terminal, Attempt.Kind.VERIFY, venue, presented)
                    .then(
                        admitted ->
                            examineAdmitted(terminal, Attempt.Kind.VERIFY, venue, admitted)
                                .map(found -> keep(terminal, venue, admitted, found))));
  }

  /** Examines a code and a bill; what is refused as a problem is an attempt all the same. */
  public Outcome<Examination> examine(
      Caller terminal, Attempt.Kind kind, Venue venue, Presented presented) {
    return admit(terminal, kind, venue, presented)
        .then(admitted -> examineAdmitted(terminal, kind, venue, admitted));
  }

  /** What the terminal may state at all, with its one channel and its plate's hash filled in. */
  private Outcome<Presented> admit(
      Caller terminal, Attempt.Kind kind, Venue venue, Presented presented) {
    if (presented.plate().isPresent() && !Plates.areReadAt(venue)) {
      return refuse(
          terminal,
          kind,
          venue,
          Problem.invalid("/plate", "本场所不查验号牌", "Plates are no business of this venue"));
    }
    List<String> channels =
        venues.findTerminal(terminal.id()).map(Terminal::channels).orElse(List.of());
    if (channels.isEmpty() || channels.contains(presented.channel())) {
      return Outcome.done(examiner.identified(presented));
    }
    boolean isUnsaid = presented.channel().equals(Presented.CHANNEL_UNSPECIFIED);
    return isUnsaid && channels.size() == 1
        ? Outcome.done(examiner.identified(presented.withChannel(channels.getFirst())))
        : refuse(
            terminal,
            kind,
            venue,
            Problem.of(
                ProblemCode.NOT_ALLOWED,
                "本终端只能使用渠道：" + String.join("、", channels),
                "This terminal may only state the channel " + String.join(" or ", channels)));
  }

  private Outcome<Examination> examineAdmitted(
      Caller terminal, Attempt.Kind kind, Venue venue, Presented presented) {
    return price(terminal, kind, venue, presented.bill())
        .then(
            bill ->
                keepRefused(
                    terminal, kind, venue, examiner.examine(terminal, venue, presented, bill)));
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
    return keepRefused(terminal, kind, venue, Bills.price(venue, bill, clock.instant()));
  }

  /** Refuses before any code was examined, and keeps that as an attempt. */
  public <T> Outcome<T> refuse(Caller terminal, Attempt.Kind kind, Venue venue, Problem problem) {
    return keepRefused(terminal, kind, venue, Outcome.refused(problem));
  }

  /** Passes an outcome on; what is refused as a problem is an attempt all the same. */
  public <T> Outcome<T> keepRefused(
      Caller terminal, Attempt.Kind kind, Venue venue, Outcome<T> outcome) {
    if (outcome instanceof Outcome.Refused<T>(Problem problem)) {
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
    }
    return outcome;
  }

  private Verdict keep(Caller terminal, Venue venue, Presented presented, Examination examination) {
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

  /** Keeps what was granted as a verification of that terminal. */
  public Verdict.Accepted accept(
      Caller terminal, Presented presented, Examination.Granted granted) {
    Instant at = granted.at();
    Verification verification =
        new Verification(
            ids.next(),
            terminal.id(),
            granted.code(),
            examiner.identified(presented).bill(),
            granted.channel(),
            granted.evaluation().payableFen(),
            at,
            at.plus(granted.evaluation().isApprovalNeeded() ? Approvals.LIFETIME : LIFETIME),
            granted.venue().id(),
            granted.venue().region(),
            granted.evaluation().benefitValueFen(),
            granted.evaluation().approvals().stream().map(Evaluation.Approval::itemId).toList());
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

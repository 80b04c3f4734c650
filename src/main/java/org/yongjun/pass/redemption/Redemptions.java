package org.yongjun.pass.redemption;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.offline.rule.PartQuote;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.verification.Attempt;
import org.yongjun.pass.verification.Attempts;
import org.yongjun.pass.verification.Examination;
import org.yongjun.pass.verification.Examiner;
import org.yongjun.pass.verification.Pseudonyms;

/**
 * Redeems (核销). Who wins a code and who owns an idempotency key is decided by unique keys of the
 * database inside one transaction; nothing is read first and written on the strength of it.
 */
public final class Redemptions {
  private final Examinations examinations;
  private final Ledger ledger;
  private final InFlight inFlight;
  private final Attempts attempts;
  private final Pseudonyms pseudonyms;
  private final Journal journal;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  public Redemptions(
      Examinations examinations,
      Ledger ledger,
      InFlight inFlight,
      Attempts attempts,
      Pseudonyms pseudonyms,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.examinations = examinations;
    this.ledger = ledger;
    this.inFlight = inFlight;
    this.attempts = attempts;
    this.pseudonyms = pseudonyms;
    this.journal = journal;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
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
      return examinations
          .examine(terminal, command)
          .then(
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

  /** How the transaction ended that was to record a redemption. */
  private enum Race {
    KEY_TAKEN,
    KEY_UNDER_WAY,
    CODE_USED
  }

  /** Leaves the transaction with everything in it undone. */
  private static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Race race;

    Lost(Race race) {
      super(race.name(), null, false, false);
      this.race = race;
    }
  }

  private Outcome<Recorded> record(
      Caller terminal, RedeemCommand command, byte[] hash, Examination.Granted granted) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Visit visit =
        new Visit(
            ids.next(),
            granted.code(),
            granted.venue().id(),
            LocalDate.ofInstant(granted.at(), Examiner.BUSINESS_ZONE),
            openingItem(granted));
    Redemption redemption =
        new Redemption(
            ids.next(),
            visit.id(),
            granted.venue().id(),
            terminal.id(),
            granted.evaluation().parts(),
            granted.evaluation().photoCheck(),
            granted.at().truncatedTo(ChronoUnit.MICROS),
            now);
    Claim claim =
        new Claim(
            terminal.id(), command.idempotencyKey(), hash, new Answer.Redeemed(redemption), now);
    try {
      transactions.writeOnly(() -> write(terminal, granted, visit, redemption, claim));
      return Outcome.done(new Recorded(redemption, false));
    } catch (Lost lost) {
      return switch (lost.race) {
        case KEY_TAKEN -> replayEarlier(terminal, command, hash);
        case KEY_UNDER_WAY -> Outcome.refused(ProblemCode.IN_FLIGHT);
        case CODE_USED -> refuse(terminal, command, hash, used(granted));
      };
    }
  }

  private void write(
      Caller terminal,
      Examination.Granted granted,
      Visit visit,
      Redemption redemption,
      Claim claim) {
    Ledger.Taking taking = ledger.claim(claim);
    if (taking != Ledger.Taking.TAKEN) {
      throw new Lost(taking == Ledger.Taking.UNDER_WAY ? Race.KEY_UNDER_WAY : Race.KEY_TAKEN);
    }
    if (!ledger.open(visit)) {
      throw new Lost(Race.CODE_USED);
    }
    if (!ledger.append(entries(terminal, granted, visit, redemption))) {
      throw new IllegalStateException("a new visit has no entries");
    }
    journal.append(
        new JournalEntry(
            JournalKind.REDEMPTION_RECORDED,
            redemption.id(),
            granted.venue().region(),
            terminal.id(),
            terminal.requestId(),
            redemption.bookedAt(),
            Map.of(
                "venue", redemption.venueId(),
                "visit", redemption.visitId(),
                "payableFen", Long.toString(redemption.payableFen()),
                "benefitValueFen", Long.toString(redemption.benefitValueFen()))));
  }

  private List<LedgerEntry> entries(
      Caller terminal, Examination.Granted granted, Visit visit, Redemption redemption) {
    LedgerEntry.Place place =
        new LedgerEntry.Place(
            granted.venue().id(), granted.venue().kind(), granted.venue().region(), terminal.id());
    LedgerEntry.Person person =
        new LedgerEntry.Person(
            pseudonyms.of(granted.code().issuer(), granted.code().holderTag()),
            granted.code().classes(),
            granted.code().homeRegion());
    Map<String, Object> facts = Facts.of(granted);
    List<LedgerEntry> entries = new ArrayList<>();
    for (PartQuote part : benefitted(granted)) {
      entries.add(
          new LedgerEntry(
              ids.next(),
              redemption.id(),
              1,
              new LedgerEntry.OfVisit(visit.id(), visit.openedBy()),
              0,
              entries.isEmpty() ? 1 : 0,
              place,
              person,
              part,
              facts,
              granted.evaluation().trace(),
              terminal.id(),
              "",
              redemption.occurredAt(),
              redemption.bookedAt(),
              terminal.requestId()));
    }
    return entries;
  }

  private Outcome<Recorded> refuse(
      Caller terminal, RedeemCommand command, byte[] hash, Examination.Refused refused) {
    ReasonCode reason = refused.reason();
    boolean isFinal = !reason.isRetryable() && reason != ReasonCode.MALFORMED;
    Ledger.Taking taking =
        transactions.write(
            () -> {
              attempts.append(
                  new Attempt(
                      Attempt.Kind.REDEEM,
                      terminal.id(),
                      Objects.requireNonNull(terminal.venueId()),
                      terminal.region(),
                      reason.name(),
                      refused.code(),
                      refused.trace(),
                      terminal.requestId(),
                      refused.at()));
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
      case TAKEN -> Outcome.refused(Problem.of(reason, refused.explanation()));
      // Another request with the same key got its answer in between: that answer is the one.
      case TAKEN_BEFORE -> replayEarlier(terminal, command, hash);
      case UNDER_WAY -> Outcome.refused(ProblemCode.IN_FLIGHT);
    };
  }

  private static Examination.Refused used(Examination.Granted granted) {
    return new Examination.Refused(
        ReasonCode.REPLAYED,
        ReasonCode.REPLAYED.text(),
        Optional.of(granted.code()),
        granted.evaluation().trace(),
        granted.at());
  }

  private static List<PartQuote> benefitted(Examination.Granted granted) {
    return granted.evaluation().parts().stream().filter(p -> !p.layers().isEmpty()).toList();
  }

  private static String openingItem(Examination.Granted granted) {
    return benefitted(granted).getFirst().layers().getFirst().itemId();
  }
}

package org.yongjun.pass.redemption;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.limit.Charge;
import org.yongjun.pass.offline.rule.PartQuote;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.verification.Examination;

/**
 * Writes a redemption whole or not at all. Who wins a code, who owns an idempotency key and whose
 * use still fits a limit is decided by the database inside the one transaction.
 */
public final class Recorder {
  private final Ledger ledger;
  private final Spending spending;
  private final LimitBook limits;
  private final Journal journal;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  public Recorder(
      Ledger ledger,
      Spending spending,
      LimitBook limits,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.ledger = ledger;
    this.spending = spending;
    this.limits = limits;
    this.journal = journal;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /** What became of a redemption that was to be written. */
  sealed interface Result {
    record Written(Redemption redemption) implements Result {}

    /** Nothing was written. */
    record Lost(Race race) implements Result {}
  }

  /** What another request was faster at. */
  enum Race {
    KEY_TAKEN,
    KEY_UNDER_WAY,
    CODE_REVOKED,
    VERIFICATION_USED,
    CODE_USED,
    CARD_USED_UP,
    LIMIT_TAKEN
  }

  /** Leaves the transaction with everything in it undone. */
  private static final class Undo extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Race race;

    Undo(Race race) {
      super(race.name(), null, false, false);
      this.race = race;
    }
  }

  /** What one transaction writes. */
  private record Draft(
      Caller terminal,
      RedeemCommand command,
      Examination.Granted granted,
      Visit visit,
      Redemption redemption,
      Claim claim,
      String pseudonym,
      List<Charge> charges) {}

  Result record(
      Caller terminal, RedeemCommand command, byte[] requestHash, Examination.Granted granted) {
    Draft draft = draft(terminal, command, requestHash, granted);
    limits.prepare(draft.charges());
    try {
      transactions.writeOnly(() -> write(draft));
      return new Result.Written(draft.redemption());
    } catch (Undo undo) {
      return new Result.Lost(undo.race);
    }
  }

  private Draft draft(
      Caller terminal, RedeemCommand command, byte[] requestHash, Examination.Granted granted) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Visit visit =
        new Visit(
            ids.next(),
            granted.code(),
            Spending.useKey(terminal, command, granted.code()),
            granted.venue().id(),
            BusinessTime.dayOf(granted.at()),
            openingItem(granted));
    Redemption redemption =
        new Redemption(
            ids.next(),
            visit.id(),
            granted.venue().id(),
            terminal.id(),
            granted.evaluation().parts(),
            granted.photoCheck(),
            granted.at().truncatedTo(ChronoUnit.MICROS),
            now);
    Claim claim =
        new Claim(
            terminal.id(),
            command.idempotencyKey(),
            requestHash,
            new Answer.Redeemed(redemption),
            now);
    String pseudonym = granted.subjects().person();
    List<Charge> charges =
        limits.chargesOf(redemption.parts(), granted.subjects(), redemption.occurredAt());
    return new Draft(terminal, command, granted, visit, redemption, claim, pseudonym, charges);
  }

  /** In this order, which everyone keeps who locks any of these; counters that many share last. */
  private void write(Draft draft) {
    Ledger.Taking taking = ledger.claim(draft.claim());
    if (taking != Ledger.Taking.TAKEN) {
      throw new Undo(taking == Ledger.Taking.UNDER_WAY ? Race.KEY_UNDER_WAY : Race.KEY_TAKEN);
    }
    Optional<Race> lost = spending.take(draft.command(), draft.visit());
    if (lost.isPresent()) {
      throw new Undo(lost.get());
    }
    if (!ledger.append(entries(draft))) {
      throw new IllegalStateException("a new visit has no entries");
    }
    journal.append(journalEntry(draft));
    if (!limits.take(draft.charges())) {
      throw new Undo(Race.LIMIT_TAKEN);
    }
  }

  private static JournalEntry journalEntry(Draft draft) {
    Redemption redemption = draft.redemption();
    return new JournalEntry(
        JournalKind.REDEMPTION_RECORDED,
        redemption.id(),
        draft.granted().venue().region(),
        draft.terminal().id(),
        draft.terminal().requestId(),
        redemption.bookedAt(),
        Map.of(
            "venue", redemption.venueId(),
            "visit", redemption.visitId(),
            "payableFen", Long.toString(redemption.payableFen()),
            "benefitValueFen", Long.toString(redemption.benefitValueFen())));
  }

  private List<LedgerEntry> entries(Draft draft) {
    Examination.Granted granted = draft.granted();
    Redemption redemption = draft.redemption();
    String terminalId = draft.terminal().id();
    LedgerEntry.Place place =
        new LedgerEntry.Place(
            granted.venue().id(), granted.venue().kind(), granted.venue().region(), terminalId);
    LedgerEntry.Person person =
        new LedgerEntry.Person(
            draft.pseudonym(), granted.code().classes(), granted.code().homeRegion());
    Map<String, Object> facts = Facts.of(granted, draft.charges());
    List<LedgerEntry> entries = new ArrayList<>();
    for (PartQuote part : benefitted(granted)) {
      entries.add(
          new LedgerEntry(
              ids.next(),
              redemption.id(),
              1,
              new LedgerEntry.OfVisit(draft.visit().id(), draft.visit().openedBy()),
              0,
              entries.isEmpty() ? 1 : 0,
              place,
              person,
              part,
              facts,
              granted.evaluation().trace(),
              terminalId,
              "",
              redemption.occurredAt(),
              redemption.bookedAt(),
              draft.terminal().requestId()));
    }
    return entries;
  }

  private static List<PartQuote> benefitted(Examination.Granted granted) {
    return granted.evaluation().parts().stream().filter(p -> !p.layers().isEmpty()).toList();
  }

  private static String openingItem(Examination.Granted granted) {
    return benefitted(granted).getFirst().layers().getFirst().itemId();
  }
}

package org.yongjun.pass.redemption;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.limit.Charge;
import org.yongjun.pass.limit.Reservation;
import org.yongjun.pass.limit.ReservationBook;
import org.yongjun.pass.offline.rule.PartQuote;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.venue.Venue;
import org.yongjun.pass.verification.Examination;
import org.yongjun.pass.verification.SealedFacts;
import org.yongjun.pass.verification.ShownAs;
import org.yongjun.pass.verification.ShownCode;

/**
 * Writes a redemption whole or not at all. Who wins a code, who owns an idempotency key and whose
 * use still fits a limit is decided by the database inside the one transaction.
 */
public final class Recorder {
  private final Ledger ledger;
  private final Spending spending;
  private final LimitBook limits;
  private final ReservationBook reservations;
  private final SealedFacts seals;
  private final Journal journal;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  public Recorder(
      Ledger ledger,
      Spending spending,
      LimitBook limits,
      ReservationBook reservations,
      SealedFacts seals,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.ledger = ledger;
    this.spending = spending;
    this.limits = limits;
    this.reservations = reservations;
    this.seals = seals;
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
    PART_TAKEN,
    STAY_REDEEMED,
    LIMIT_TAKEN
  }

  /** Leaves the transaction with everything in it undone. */
  static final class Undo extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Race race;

    Undo(Race race) {
      super(race.name(), null, false, false);
      this.race = race;
    }
  }

  /**
   * Where in the ledger a redemption stands.
   *
   * @param before the entries that the visit has, in the order of booking; none where it opens
   */
  private record Place(Visit visit, List<LedgerEntry> before) {
    /**
     * Counts the reversals of that part: while one stands, this is its own number, which the unique
     * key refuses; and so it does where another request takes the next one first.
     */
    int attempt(String key) {
      return (int)
          before.stream()
              .filter(each -> each.direction() < 0 && each.part().key().equals(key))
              .count();
    }
  }

  /** What one transaction writes. */
  private record Draft(
      Caller terminal,
      RedeemCommand command,
      Examination.Granted granted,
      Place place,
      Redemption redemption,
      Claim claim,
      String pseudonym,
      List<Charge> charges,
      List<Reservation> held,
      Map<String, Object> facts) {
    List<Charge> heldCharges() {
      return held.stream().flatMap(each -> each.charges().stream()).toList();
    }
  }

  Result record(
      Caller terminal, RedeemCommand command, byte[] requestHash, Examination.Granted granted) {
    Place place = place(terminal, command, granted);
    Draft draft = draft(terminal, command, requestHash, granted, place);
    limits.prepare(draft.charges());
    try {
      transactions.writeOnly(() -> write(draft));
      return new Result.Written(draft.redemption());
    } catch (Undo undo) {
      return new Result.Lost(undo.race);
    }
  }

  /** The visit that the code opens, or the one that it continues with what that has already. */
  private Place place(Caller terminal, RedeemCommand command, Examination.Granted granted) {
    ShownCode code = granted.code();
    boolean isJoined = code.shownAs() instanceof ShownAs.Visit;
    List<LedgerEntry> before =
        code.shownAs() instanceof ShownAs.Visit(String id) ? ledger.listOfVisit(id) : List.of();
    Visit visit =
        new Visit(
            isJoined ? before.getFirst().visit().id() : ids.next(),
            code,
            isJoined ? "" : Spending.useKey(terminal, command, code),
            granted.venue().id(),
            BusinessTime.dayOf(granted.at()),
            isJoined ? before.getFirst().visit().openedBy() : openingItem(granted));
    return new Place(visit, before);
  }

  private Draft draft(
      Caller terminal,
      RedeemCommand command,
      byte[] requestHash,
      Examination.Granted granted,
      Place place) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Visit visit = place.visit();
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
        limits.chargesOf(
            redemption.parts(), granted.subjects(), visit.id(), redemption.occurredAt());
    return new Draft(
        terminal,
        command,
        granted,
        place,
        redemption,
        claim,
        pseudonym,
        charges,
        charges.isEmpty() ? List.of() : reservations.listHeld(pseudonym, itemsOf(redemption)),
        facts(granted, redemption, charges));
  }

  private Map<String, Object> facts(
      Examination.Granted granted, Redemption redemption, List<Charge> charges) {
    Map<String, Object> facts = Facts.of(granted, charges);
    seals
        .seal(
            granted.holderId(), granted.holder(), granted.items(), Facts.purposeOf(redemption.id()))
        .ifPresent(text -> facts.put(Facts.SEALED, text));
    return facts;
  }

  /** In this order, which everyone keeps who locks any of these; counters that many share last. */
  private void write(Draft draft) {
    Ledger.Taking taking = ledger.claim(draft.claim());
    if (taking != Ledger.Taking.TAKEN) {
      throw new Undo(taking == Ledger.Taking.UNDER_WAY ? Race.KEY_UNDER_WAY : Race.KEY_TAKEN);
    }
    int standing =
        spending.take(draft.command(), draft.place().visit(), draft.redemption().parts());
    if (!ledger.append(entries(draft, standing == 1))) {
      throw new Undo(Race.PART_TAKEN);
    }
    journal.append(journalEntry(draft));
    if (!redeemReservations(draft) || !limits.exchange(draft.heldCharges(), draft.charges())) {
      throw new Undo(Race.LIMIT_TAKEN);
    }
  }

  /** What the holder has reserved of the items is charged once: here. */
  private boolean redeemReservations(Draft draft) {
    return reservations.redeem(
        draft.held(),
        draft.redemption().id(),
        draft.terminal().id(),
        draft.terminal().requestId(),
        draft.redemption().bookedAt());
  }

  private static Set<String> itemsOf(Redemption redemption) {
    return redemption.parts().stream()
        .flatMap(part -> part.layers().stream())
        .map(PartQuote.Layer::itemId)
        .collect(Collectors.toSet());
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

  /**
   * The entries that are to be added. A visit is counted under what it was opened with, so that it
   * is taken back from where it was counted, whichever part of it goes last.
   */
  private List<LedgerEntry> entries(Draft draft, boolean opens) {
    Examination.Granted granted = draft.granted();
    Redemption redemption = draft.redemption();
    Place place = draft.place();
    String terminalId = draft.terminal().id();
    LedgerEntry.Place where = where(granted, place, terminalId);
    LedgerEntry.Person person =
        new LedgerEntry.Person(
            draft.pseudonym(), granted.code().classes(), granted.code().homeRegion());
    Map<String, Object> facts = draft.facts();
    List<LedgerEntry> entries = new ArrayList<>();
    for (PartQuote part : benefitted(granted)) {
      entries.add(
          new LedgerEntry(
              ids.next(),
              redemption.id(),
              1,
              new LedgerEntry.OfVisit(place.visit().id(), place.visit().openedBy()),
              place.attempt(part.key()),
              opens && entries.isEmpty() ? 1 : 0,
              where,
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

  private static LedgerEntry.Place where(
      Examination.Granted granted, Place place, String terminalId) {
    if (place.before().isEmpty()) {
      Venue venue = granted.venue();
      return new LedgerEntry.Place(venue.id(), venue.kind(), venue.region(), terminalId);
    }
    LedgerEntry.Place opened = place.before().getFirst().place();
    return new LedgerEntry.Place(opened.venueId(), opened.venueKind(), opened.region(), terminalId);
  }

  private static List<PartQuote> benefitted(Examination.Granted granted) {
    return granted.evaluation().parts().stream().filter(p -> !p.layers().isEmpty()).toList();
  }

  private static String openingItem(Examination.Granted granted) {
    return benefitted(granted).getFirst().layers().getFirst().itemId();
  }
}

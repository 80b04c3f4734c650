package org.yongjun.pass.limit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.platform.Transactions;

/**
 * Makes reservations and ends each exactly once: redeemed, released or expired, whichever one
 * conditional UPDATE was first. Whoever ends one without redeeming gives its charges back in the
 * same transaction.
 *
 * <p>Reservations are locked after the ledger's rows and before any counter, in the order of their
 * ids; see {@link Limits}.
 */
public final class ReservationBook {
  /** So many that ran out are ended before a quote is made; the schedule ends the rest. */
  public static final int EXPIRED_PER_TURN = 50;

  private static final String SYSTEM = "system";

  private final ReservationStore store;
  private final Limits limits;
  private final Journal journal;
  private final Transactions transactions;

  public ReservationBook(
      ReservationStore store, Limits limits, Journal journal, Transactions transactions) {
    this.store = store;
    this.limits = limits;
    this.journal = journal;
    this.transactions = transactions;
  }

  /** What became of a reservation that was to be made. */
  public enum Making {
    MADE,
    /** The key is used, the person holds the item, or another attempt was faster. */
    TAKEN_BEFORE,
    /** What it was to keep no longer fits a limit. */
    LIMIT_TAKEN
  }

  /** Leaves the transaction with everything in it undone. */
  private static final class Undo extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Making why;

    Undo(Making why) {
      super(why.name(), null, false, false);
      this.why = why;
    }
  }

  /** Keeps a reservation and takes its charges, or does nothing. */
  public Making make(Reservation reservation, String requestId) {
    limits.prepare(reservation.charges());
    try {
      transactions.writeOnly(() -> write(reservation, requestId));
      return Making.MADE;
    } catch (Undo undo) {
      return undo.why;
    }
  }

  private void write(Reservation reservation, String requestId) {
    if (!store.insert(reservation)) {
      throw new Undo(Making.TAKEN_BEFORE);
    }
    String actor = reservation.request().actor();
    journal(JournalKind.RESERVATION_MADE, reservation, actor, requestId, reservation.madeAt());
    if (!limits.take(reservation.charges())) {
      throw new Undo(Making.LIMIT_TAKEN);
    }
  }

  public Optional<Reservation> findById(String id) {
    return transactions.read(() -> store.findById(id));
  }

  public Optional<Reservation> findByKey(String actor, String key) {
    return transactions.read(() -> store.findByKey(actor, key));
  }

  public List<Reservation> listOfDay(String person, LocalDate day, int limit) {
    return transactions.read(() -> store.listOfDay(person, day, limit));
  }

  public int countOfDay(String person, String itemId, LocalDate day) {
    return store.countOfDay(person, itemId, day);
  }

  /** What a person holds of these items, in the order of locking. */
  public List<Reservation> listHeld(String person, Set<String> itemIds) {
    return itemIds.isEmpty()
        ? List.of()
        : transactions.read(() -> store.listHeld(person)).stream()
            .filter(each -> itemIds.contains(each.itemId()))
            .toList();
  }

  /** Gives up what is held; false where it has ended before. */
  public boolean release(Reservation reservation, String requestId, Instant now) {
    String actor = reservation.request().actor();
    return transactions.write(
        () -> giveUp(reservation, Reservation.State.RELEASED, actor, requestId, now));
  }

  /**
   * Ends what ran out, each in a transaction of its own, however many do the same at once.
   *
   * @return how many ran out; {@link #EXPIRED_PER_TURN} where there may be more
   */
  public int endExpired(Instant now) {
    List<String> expired = store.listExpired(now, EXPIRED_PER_TURN);
    for (String id : expired) {
      Reservation reservation = findById(id).orElseThrow();
      transactions.writeOnly(
          () -> giveUp(reservation, Reservation.State.EXPIRED, SYSTEM, SYSTEM, now));
    }
    return expired.size();
  }

  private boolean giveUp(
      Reservation reservation, Reservation.State how, String actor, String requestId, Instant now) {
    if (!store.end(reservation.id(), how, "")) {
      return false;
    }
    JournalKind kind =
        how == Reservation.State.EXPIRED
            ? JournalKind.RESERVATION_EXPIRED
            : JournalKind.RESERVATION_RELEASED;
    journal(kind, reservation, actor, requestId, now);
    limits.giveBack(reservation.charges());
    return true;
  }

  /**
   * Ends reservations by a redemption, in the caller's transaction, which has to give their charges
   * back beside what it takes, and must be rolled back where the answer is false: one of them has
   * ended before.
   *
   * @param held of {@link #listHeld}, in that order
   * @param actor the terminal
   */
  public boolean redeem(
      List<Reservation> held, String redemptionId, String actor, String requestId, Instant now) {
    for (Reservation reservation : held) {
      if (!store.end(reservation.id(), Reservation.State.REDEEMED, redemptionId)) {
        return false;
      }
      journal(JournalKind.RESERVATION_REDEEMED, reservation, actor, requestId, now);
    }
    return true;
  }

  /** An auditor finds the rest in the reservation's row, which no longer changes. */
  private void journal(
      JournalKind kind, Reservation reservation, String actor, String requestId, Instant at) {
    journal.append(
        new JournalEntry(
            kind,
            reservation.id(),
            reservation.region(),
            actor,
            requestId,
            at,
            Map.of("item", reservation.itemId(), "venue", reservation.venueId())));
  }
}

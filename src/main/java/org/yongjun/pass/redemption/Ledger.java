package org.yongjun.pass.redemption;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.verification.ShownCode;
import org.yongjun.pass.verification.Stay;

/**
 * The append-only ledger with the mutable state around it; everything in the caller's transaction.
 */
public interface Ledger {
  /** How taking an idempotency key ended. */
  enum Taking {
    TAKEN,
    /** Somebody took it before; that claim can be found. */
    TAKEN_BEFORE,
    /** Somebody is taking it and does not come to an end; nothing can be found yet. */
    UNDER_WAY
  }

  /** Takes an idempotency key; waits a little for whoever holds it uncommitted. */
  Taking claim(Claim claim);

  Optional<Claim> findClaim(String actor, String idempotencyKey);

  /** Opens a visit with one standing redemption; false when the code has opened one already. */
  boolean open(Visit visit);

  /** The same for many; where it answers false, the transaction must be rolled back. */
  default boolean openAll(List<Visit> visits) {
    return visits.stream().allMatch(this::open);
  }

  /**
   * Adds one standing redemption to an open visit, whose row stays locked until the transaction
   * ends. The first one added to a card's visit takes a use of the card again.
   *
   * @return how many stand now; 0 where the card's uses of that day are used up
   */
  int join(Visit visit, int cardUsesPerDay);

  /** Takes a vehicle's stay for a visit; false where it was redeemed before, by whomever. */
  boolean takeStay(Visit visit, Stay stay);

  /** Locks a visit's state until the transaction ends, and changes nothing of it. */
  void hold(String visitId);

  /** Counts a use of a card; false when it has had {@code most} on that day. */
  boolean takeCardUse(ShownCode card, LocalDate day, int most);

  /**
   * Takes one standing redemption off a visit, whose row stays locked until the transaction ends.
   *
   * <p>The last one taken off gives the stays of the visit back, and of a card's visit the card's
   * use of that day.
   *
   * @return how many still stand
   */
  int takeBack(String visitId);

  /** False when one of the entries is there already. */
  boolean append(List<LedgerEntry> entries);

  /** Both directions, in the order of booking. */
  List<LedgerEntry> listEntries(String redemptionId);

  /** Both directions, in the order of booking. */
  List<LedgerEntry> listOfVisit(String visitId);

  /** A venue's entries of a booking day with an id after {@code afterId}, in the order of ids. */
  List<LedgerEntry> listByVenue(String venueId, LocalDate day, String afterId, int limit);
}

package org.yongjun.pass.redemption;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yongjun.pass.limit.Charge;

/**
 * A tap as it was judged, before anything is written.
 *
 * @param flags what is known beforehand
 * @param booking the redemption that it is to become; empty where it becomes none
 */
record TapDraft(RecordedTap recorded, Set<TapFlag> flags, Optional<Booking> booking) {
  /** What the ledger and the counters get. */
  record Booking(
      Visit visit, Redemption redemption, List<LedgerEntry> entries, List<Charge> charges) {}

  /** Whether it goes with others in one transaction; a card's uses are counted one by one. */
  boolean isGroupable() {
    return booking.isEmpty() || !booking.get().visit().code().isCard();
  }

  TapDraft asTwin(int number) {
    return number == 0
        ? new TapDraft(recorded.asTwin(0), flags, booking)
        : new TapDraft(recorded.asTwin(number), with(TapFlag.CLONED_TERMINAL), booking);
  }

  /** The same as no passage of its own, because of another one. */
  TapDraft asConflict(String reason, String settledVisitId) {
    return new TapDraft(
        recorded.as(
            RecordedTap.Standing.CONFLICT,
            reason,
            new RecordedTap.Settlement("", settledVisitId, 0, 0)),
        with(TapFlag.CONFLICT),
        Optional.empty());
  }

  /** The same as what was redeemed online under the same key, whose answer the gate did not get. */
  TapDraft asRedeemed(Redemption redemption) {
    return new TapDraft(
        recorded.as(RecordedTap.Standing.SETTLED, "", TapJudge.settlementOf(redemption)),
        flags,
        Optional.empty());
  }

  private Set<TapFlag> with(TapFlag flag) {
    EnumSet<TapFlag> all = EnumSet.of(flag);
    all.addAll(flags);
    return all;
  }
}

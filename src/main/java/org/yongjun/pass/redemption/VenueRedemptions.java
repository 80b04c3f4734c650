package org.yongjun.pass.redemption;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.venue.Venues;

/** What a venue redeemed and reversed, for its owner and its office. */
public final class VenueRedemptions {
  public static final int PAGE_SIZE_MAX = 200;

  private final Ledger ledger;
  private final Venues venues;
  private final Clock clock;

  public VenueRedemptions(Ledger ledger, Venues venues, Clock clock) {
    this.ledger = ledger;
    this.venues = venues;
    this.clock = clock;
  }

  /**
   * The entries of a booking day with an id after {@code afterId}, in the order of booking;
   * NOT_FOUND to strangers.
   *
   * @param day today if null
   * @param limit at most one more than {@link #PAGE_SIZE_MAX}
   */
  public Outcome<List<LedgerEntry>> list(
      Caller caller, String venueId, @Nullable LocalDate day, String afterId, int limit) {
    LocalDate booked = day == null ? BusinessTime.dayOf(clock.instant()) : day;
    return venues
        .findById(venueId)
        .filter(venue -> caller.manages(venueId, venue.region()))
        .map(
            venue ->
                Outcome.done(
                    ledger.listByVenue(
                        venueId, booked, afterId, Math.min(limit, PAGE_SIZE_MAX + 1))))
        .orElseGet(() -> Outcome.refused(ProblemCode.NOT_FOUND));
  }
}

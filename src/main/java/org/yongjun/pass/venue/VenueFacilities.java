package org.yongjun.pass.venue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;

/** The inventory of priority lanes, windows and signs, venue by venue. */
public final class VenueFacilities {
  public static final int PER_VENUE_MAX = 200;

  private final Venues venues;
  private final VenueFacilityStore store;
  private final Journal journal;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  public VenueFacilities(
      Venues venues,
      VenueFacilityStore store,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.venues = venues;
    this.store = store;
    this.journal = journal;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /** What a manager of the venue states. */
  public record NewFacility(
      VenueFacility.Kind kind, int quantity, Optional<LocalDate> since, Optional<String> note) {}

  /** Refuses: NOT_FOUND to strangers, INVALID_REQUEST, CONFLICT where the venue has too many. */
  public Outcome<VenueFacility> add(Caller caller, String venueId, NewFacility wanted) {
    return venues.findForManager(caller, venueId).then(venue -> add(caller, venue, wanted));
  }

  private Outcome<VenueFacility> add(Caller caller, Venue venue, NewFacility wanted) {
    LocalDate since = wanted.since().orElseGet(this::today);
    if (since.isAfter(today())) {
      return Outcome.refused(
          Problem.invalid("/since", "日期不得在将来", "The day may not be in the future"));
    }
    if (store.countStanding(venue.id()) >= PER_VENUE_MAX) {
      return Outcome.refused(ProblemCode.CONFLICT);
    }
    VenueFacility facility =
        new VenueFacility(
            ids.next(),
            venue.id(),
            wanted.kind(),
            wanted.quantity(),
            since,
            Optional.empty(),
            wanted.note());
    transactions.writeOnly(
        () -> {
          store.insert(facility, venue.region(), caller, clock.instant());
          record(caller, venue, facility, "added", since);
        });
    return Outcome.done(facility);
  }

  /** Refuses: NOT_FOUND, CONFLICT where they were removed before, INVALID_REQUEST. */
  public Outcome<VenueFacility> remove(
      Caller caller, String venueId, String facilityId, Optional<LocalDate> on) {
    return venues
        .findForManager(caller, venueId)
        .then(
            venue ->
                store
                    .find(venueId, facilityId)
                    .map(found -> remove(caller, venue, found, on.orElseGet(this::today)))
                    .orElseGet(() -> Outcome.refused(ProblemCode.NOT_FOUND)));
  }

  private Outcome<VenueFacility> remove(
      Caller caller, Venue venue, VenueFacility facility, LocalDate on) {
    if (on.isAfter(today()) || on.isBefore(facility.since())) {
      return Outcome.refused(
          Problem.invalid(
              "/on", "日期不得在将来或早于设立日", "The day lies in the future or before they were there"));
    }
    return transactions.write(
        () -> {
          if (!store.remove(facility.id(), on)) {
            return Outcome.refused(ProblemCode.CONFLICT);
          }
          record(caller, venue, facility, "removed", on);
          return Outcome.done(store.find(venue.id(), facility.id()).orElseThrow());
        });
  }

  /** What the venue has and had, in the order in which it was recorded. */
  public Outcome<List<VenueFacility>> list(Caller caller, String venueId) {
    return venues.findForManager(caller, venueId).map(venue -> list(venueId));
  }

  private List<VenueFacility> list(String venueId) {
    return store.list(venueId, PER_VENUE_MAX);
  }

  private LocalDate today() {
    return BusinessTime.dayOf(clock.instant());
  }

  private void record(
      Caller caller, Venue venue, VenueFacility facility, String change, LocalDate on) {
    journal.append(
        new JournalEntry(
            JournalKind.VENUE_FACILITY_CHANGED,
            facility.id(),
            venue.region(),
            caller.id(),
            caller.requestId(),
            clock.instant(),
            Map.of(
                "venue",
                venue.id(),
                "kind",
                facility.kind().name(),
                "quantity",
                Integer.toString(facility.quantity()),
                change,
                on.toString())));
  }
}

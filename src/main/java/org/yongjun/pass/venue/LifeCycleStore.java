package org.yongjun.pass.venue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps the steps of venues and what they led to. */
public interface LifeCycleStore {
  /**
   * Where a venue stands now.
   *
   * @param seq number of its last step, 0 before the first
   * @param lastOn day of that step
   */
  record Place(VenueStanding standing, int seq, Optional<LocalDate> lastOn) {}

  Optional<Place> findPlace(String venueId);

  /**
   * Moves a venue from the step {@code event.seq() - 1} on; false where another step came first.
   * Keeps the event, the entries, and what the step began or ended; must run in a transaction.
   */
  boolean advance(
      VenueStep step, VenueEvent event, VenueStanding next, List<VenueStanding.Entry> entries);

  /** The steps of a venue with a number above {@code afterSeq}, in their order. */
  List<VenueEvent> listEvents(String venueId, int afterSeq, int limit);

  /** Those of the venues that had signed by that day, with nothing that held on it. */
  Set<String> listLapsed(Set<String> venueIds, LocalDate day);

  /** What terminals were answered at {@code at}; empty before the first step was recorded. */
  Optional<Venue.State> findStateAt(String venueId, Instant at);
}

package org.yongjun.pass.redemption;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yongjun.pass.venue.Position;
import org.yongjun.pass.venue.Venue;
import org.yongjun.pass.venue.Venues;

/**
 * What is known around the taps of one batch: the terminal's steps before and after, and where the
 * same persons were seen. Read once; it only raises flags, so what comes at the same moment may
 * miss it.
 */
final class TapTrail {
  /** As long as anybody travels within the country. */
  private static final Duration WINDOW = Duration.ofHours(12);

  /** How far a later number may have the earlier time: two events of one second, a small step. */
  private static final Duration STEP_TOLERANCE = Duration.ofSeconds(60);

  private static final int PERSONS_PER_READ = 100;
  private static final double SECONDS_PER_HOUR = 3600;
  private static final double METRES_PER_KILOMETRE = 1000;

  private final TapStore store;
  private final Venues venues;
  private final Venue venue;
  private final TapBounds bounds;
  private final TreeMap<Long, Instant> steps = new TreeMap<>();
  private final Map<String, List<TapStore.Sighting>> sightings = new HashMap<>();
  private final Map<String, Optional<Position>> positions = new HashMap<>();

  private TapTrail(TapStore store, Venues venues, Venue venue, TapBounds bounds) {
    this.store = store;
    this.venues = venues;
    this.venue = venue;
    this.bounds = bounds;
  }

  /**
   * @param persons pseudonyms of those whose codes verified
   */
  static TapTrail of(
      TapStore store,
      Venues venues,
      Venue venue,
      TapBounds bounds,
      String terminalId,
      List<Tap> taps,
      Set<String> persons,
      Instant now) {
    TapTrail trail = new TapTrail(store, venues, venue, bounds);
    if (!taps.isEmpty()) {
      trail.readSteps(terminalId, taps);
      trail.readSightings(taps, List.copyOf(persons), now);
    }
    return trail;
  }

  private void readSteps(String terminalId, List<Tap> taps) {
    long first = taps.stream().mapToLong(Tap::sequence).min().orElseThrow();
    long last = taps.stream().mapToLong(Tap::sequence).max().orElseThrow();
    store.listSteps(terminalId, first, last).forEach(step -> steps.put(step.sequence(), step.at()));
    taps.forEach(tap -> steps.putIfAbsent(tap.sequence(), tap.eventAt()));
  }

  /** One absurd time, which is rejected for itself, does not stretch the span of the others. */
  private void readSightings(List<Tap> taps, List<String> persons, Instant now) {
    List<Instant> times =
        taps.stream()
            .map(Tap::eventAt)
            .filter(at -> !bounds.isTooOld(at, now) && !bounds.isInFuture(at, now))
            .toList();
    if (venue.premises().position().isEmpty() || times.isEmpty()) {
      return;
    }
    Instant from = Collections.min(times);
    Instant to = Collections.max(times);
    for (int i = 0; i < persons.size(); i += PERSONS_PER_READ) {
      List<String> some = persons.subList(i, Math.min(persons.size(), i + PERSONS_PER_READ));
      store
          .listSightings(some, venue.id(), from.minus(WINDOW), to.plus(WINDOW))
          .forEach(
              each ->
                  sightings.computeIfAbsent(each.person(), name -> new ArrayList<>()).add(each));
    }
  }

  boolean isOutOfOrder(Tap tap) {
    Map.Entry<Long, Instant> before = steps.lowerEntry(tap.sequence());
    Map.Entry<Long, Instant> after = steps.higherEntry(tap.sequence());
    return before != null && before.getValue().isAfter(tap.eventAt().plus(STEP_TOLERANCE))
        || after != null && after.getValue().isBefore(tap.eventAt().minus(STEP_TOLERANCE));
  }

  boolean isTooFar(String person, Instant at) {
    Optional<Position> here = venue.premises().position();
    return here.isPresent()
        && sightings.getOrDefault(person, List.of()).stream()
            .anyMatch(seen -> isTooFar(here.get(), seen, at));
  }

  private boolean isTooFar(Position here, TapStore.Sighting seen, Instant at) {
    Optional<Position> there =
        positions.computeIfAbsent(
            seen.venueId(),
            id -> venues.findById(id).flatMap(found -> found.premises().position()));
    if (there.isEmpty()) {
      return false;
    }
    double metres = here.metresTo(there.get());
    double hours = Duration.between(seen.at(), at).abs().toSeconds() / SECONDS_PER_HOUR;
    return metres > bounds.travelFreeMetres()
        && metres > hours * bounds.travelKilometresPerHour() * METRES_PER_KILOMETRE;
  }
}

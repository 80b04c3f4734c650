package org.yongjun.pass.venue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps venues and terminals. */
public interface VenueStore {
  void insert(Venue venue);

  /** Replaces the tariff if the venue still is at {@code expectedVersion}; false otherwise. */
  boolean replaceTariff(String venueId, int expectedVersion, List<TariffLine> tariff);

  /** Replaces the premises if the venue still is at {@code expectedVersion}; false otherwise. */
  boolean replacePremises(String venueId, int expectedVersion, Premises premises);

  Optional<Venue> findById(String venueId);

  /** The names of those of these venues that exist, by id. */
  Map<String, String> listNames(Collection<String> venueIds);

  /** Venues with an id after {@code afterId}, in the order of their ids. */
  List<Venue> list(VenueSearch search, String afterId, int limit);

  /** Venues inside a circle, by distance, then id. */
  List<VenueSearch.Found> listNear(
      VenueSearch search, VenueSearch.Near near, VenueSearch.After after, int limit);

  void insert(Terminal terminal, Instant createdAt);

  /** The terminals of a venue, in the order of their ids. */
  List<Terminal> listTerminals(String venueId);

  Optional<Terminal> findTerminal(String terminalId);
}

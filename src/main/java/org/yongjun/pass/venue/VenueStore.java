package org.yongjun.pass.venue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.kernel.RegionCode;

/** Keeps venues and terminals. */
public interface VenueStore {
  void insert(Venue venue);

  /** Replaces the tariff if the venue still is at {@code expectedVersion}; false otherwise. */
  boolean replaceTariff(String venueId, int expectedVersion, List<TariffLine> tariff);

  Optional<Venue> findById(String venueId);

  /** Venues inside {@code scope} with an id after {@code afterId}, in the order of their ids. */
  List<Venue> list(RegionCode scope, String afterId, int limit);

  void insert(Terminal terminal, Instant createdAt);

  Optional<Terminal> findTerminal(String terminalId);
}

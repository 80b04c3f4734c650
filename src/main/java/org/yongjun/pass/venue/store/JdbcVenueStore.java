package org.yongjun.pass.venue.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yongjun.pass.venue.Position;
import org.yongjun.pass.venue.Premises;
import org.yongjun.pass.venue.TariffLine;
import org.yongjun.pass.venue.Terminal;
import org.yongjun.pass.venue.Venue;
import org.yongjun.pass.venue.VenueSearch;
import org.yongjun.pass.venue.VenueStore;

@Singleton
final class JdbcVenueStore implements VenueStore {
  private final VenueRows venues;
  private final TerminalRows terminals;
  private final VenueFinder finder;
  private final VenueMapping mapping;

  JdbcVenueStore(
      VenueRows venues, TerminalRows terminals, VenueFinder finder, VenueMapping mapping) {
    this.venues = venues;
    this.terminals = terminals;
    this.finder = finder;
    this.mapping = mapping;
  }

  @Override
  public void insert(Venue venue) {
    venues.save(mapping.toRow(venue));
  }

  @Override
  public boolean replaceTariff(String venueId, int expectedVersion, List<TariffLine> tariff) {
    return venues.replaceTariff(venueId, expectedVersion, mapping.write(tariff)) == 1;
  }

  @Override
  public boolean replacePremises(String venueId, int expectedVersion, Premises premises) {
    Optional<Position> position = premises.position();
    return venues.replacePremises(
            venueId,
            expectedVersion,
            position.map(Position::latitudeE6).orElse(null),
            position.map(Position::longitudeE6).orElse(null),
            premises.address().orElse(null),
            mapping.write(premises.openingHours()))
        == 1;
  }

  @Override
  public Optional<Venue> findById(String venueId) {
    return venues.findById(venueId).map(mapping::toVenue);
  }

  @Override
  public Map<String, String> listNames(Collection<String> venueIds) {
    return venues.listByIds(List.copyOf(venueIds)).stream()
        .collect(Collectors.toMap(VenueRow::id, VenueRow::name));
  }

  @Override
  public List<Venue> list(VenueSearch search, String afterId, int limit) {
    List<String> ids = finder.list(search, afterId, limit);
    Map<String, Venue> found = byId(ids);
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  @Override
  public List<VenueSearch.Found> listNear(
      VenueSearch search, VenueSearch.Near near, VenueSearch.After after, int limit) {
    Map<String, Long> distances = finder.listNear(search, near, after, limit);
    Map<String, Venue> found = byId(distances.keySet());
    return distances.entrySet().stream()
        .filter(entry -> found.containsKey(entry.getKey()))
        .map(
            entry ->
                new VenueSearch.Found(
                    Objects.requireNonNull(found.get(entry.getKey())), entry.getValue()))
        .toList();
  }

  private Map<String, Venue> byId(Collection<String> ids) {
    return ids.isEmpty()
        ? Map.of()
        : venues.listByIds(List.copyOf(ids)).stream()
            .map(mapping::toVenue)
            .collect(Collectors.toMap(Venue::id, Function.identity()));
  }

  @Override
  public void insert(Terminal terminal, Instant createdAt) {
    terminals.save(
        new TerminalRow(
            terminal.id(),
            terminal.venueId(),
            terminal.label(),
            terminal.kind().name(),
            String.join(" ", terminal.channels()),
            createdAt));
  }

  @Override
  public Optional<Terminal> findTerminal(String terminalId) {
    return terminals.findById(terminalId).map(JdbcVenueStore::toTerminal);
  }

  @Override
  public List<Terminal> listTerminals(String venueId) {
    return terminals.listByVenue(venueId).stream().map(JdbcVenueStore::toTerminal).toList();
  }

  private static Terminal toTerminal(TerminalRow row) {
    return new Terminal(
        row.id(),
        row.venueId(),
        row.label(),
        Terminal.Kind.valueOf(row.kind()),
        row.channels().isEmpty() ? List.of() : List.of(row.channels().split(" ")));
  }
}

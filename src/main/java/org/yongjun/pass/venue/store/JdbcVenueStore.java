package org.yongjun.pass.venue.store;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.venue.Ownership;
import org.yongjun.pass.venue.TariffLine;
import org.yongjun.pass.venue.Terminal;
import org.yongjun.pass.venue.Venue;
import org.yongjun.pass.venue.VenueKind;
import org.yongjun.pass.venue.VenueStore;

@Singleton
final class JdbcVenueStore implements VenueStore {
  private final VenueRows venues;
  private final TerminalRows terminals;
  private final ObjectMapper mapper;

  JdbcVenueStore(VenueRows venues, TerminalRows terminals, ObjectMapper mapper) {
    this.venues = venues;
    this.terminals = terminals;
    this.mapper = mapper;
  }

  @Override
  public void insert(Venue venue) {
    venues.save(
        new VenueRow(
            venue.id(),
            venue.name(),
            venue.kind().name(),
            venue.region().value(),
            venue.aLevel(),
            venue.ownership().name(),
            String.join("\n", venue.tags()),
            venue.state().name(),
            toJson(venue.tariff()),
            venue.version(),
            venue.createdAt()));
  }

  @Override
  public boolean replaceTariff(String venueId, int expectedVersion, List<TariffLine> tariff) {
    return venues.replaceTariff(venueId, expectedVersion, toJson(tariff)) == 1;
  }

  @Override
  public Optional<Venue> findById(String venueId) {
    return venues.findById(venueId).map(this::toVenue);
  }

  @Override
  public List<Venue> list(RegionCode scope, String afterId, int limit) {
    return venues.list(scope.value(), scope.last().value(), afterId, limit).stream()
        .map(this::toVenue)
        .toList();
  }

  @Override
  public void insert(Terminal terminal, Instant createdAt) {
    terminals.save(
        new TerminalRow(
            terminal.id(),
            terminal.venueId(),
            terminal.label(),
            terminal.kind().name(),
            createdAt));
  }

  @Override
  public Optional<Terminal> findTerminal(String terminalId) {
    return terminals
        .findById(terminalId)
        .map(
            row ->
                new Terminal(
                    row.id(), row.venueId(), row.label(), Terminal.Kind.valueOf(row.kind())));
  }

  private Venue toVenue(VenueRow row) {
    Set<String> tags = row.tags().isEmpty() ? Set.of() : Set.of(row.tags().split("\n"));
    return new Venue(
        row.id(),
        row.name(),
        VenueKind.valueOf(row.kind()),
        new RegionCode(row.region()),
        row.aLevel(),
        Ownership.valueOf(row.ownership()),
        new TreeSet<>(tags),
        Venue.State.valueOf(row.state()),
        fromJson(row.tariff()),
        row.version(),
        row.createdAt());
  }

  private String toJson(List<TariffLine> tariff) {
    try {
      return mapper.writeValueAsString(
          tariff.stream()
              .map(
                  line ->
                      new TariffJson(
                          line.label(),
                          line.listFen(),
                          line.referenceFen(),
                          line.referenceReason()))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("a tariff is JSON", e);
    }
  }

  private List<TariffLine> fromJson(String json) {
    try {
      return mapper.readValue(json, Argument.listOf(TariffJson.class)).stream()
          .map(
              line ->
                  new TariffLine(
                      line.label(), line.listFen(), line.referenceFen(), line.referenceReason()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("a stored tariff is JSON", e);
    }
  }
}

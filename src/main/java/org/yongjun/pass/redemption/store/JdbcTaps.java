package org.yongjun.pass.redemption.store;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.store.Races;
import org.yongjun.pass.redemption.RecordedTap;
import org.yongjun.pass.redemption.Tap;
import org.yongjun.pass.redemption.TapFlag;
import org.yongjun.pass.redemption.TapStore;
import org.yongjun.pass.redemption.TapSums;

@Singleton
final class JdbcTaps implements TapStore {
  /** More than a day's events of one gate; beyond that order is not looked into. */
  private static final int STEPS_MAX = 20_000;

  private static final int SIGHTINGS_MAX = 20_000;

  private static final String OPEN = "OPEN";

  private final TapRows taps;
  private final TapFlagRows flags;
  private final TapPendings pendings;
  private final TapStays stays;
  private final TapSumRows sums;
  private final VisitRows visits;
  private final JdbcOperations jdbc;
  private final Ids ids;

  JdbcTaps(
      TapRows taps,
      TapFlagRows flags,
      TapPendings pendings,
      TapStays stays,
      TapSumRows sums,
      VisitRows visits,
      JdbcOperations jdbc,
      Ids ids) {
    this.taps = taps;
    this.flags = flags;
    this.pendings = pendings;
    this.stays = stays;
    this.sums = sums;
    this.visits = visits;
    this.jdbc = jdbc;
    this.ids = ids;
  }

  @Override
  public boolean insert(List<RecordedTap> added) {
    List<TapRow> rows = added.stream().map(TapRow::of).toList();
    return Races.inserted(() -> taps.saveAll(rows));
  }

  @Override
  public void flag(RecordedTap recorded, TapFlag flag, Instant at) {
    TapFlagRows.Row row = row(recorded, flag, at);
    // Flagged so already: that is what was wanted.
    Races.inserted(() -> flags.save(row));
  }

  @Override
  public void flagNew(RecordedTap recorded, Set<TapFlag> added, Instant at) {
    flags.saveAll(added.stream().map(flag -> row(recorded, flag, at)).toList());
  }

  private TapFlagRows.Row row(RecordedTap recorded, TapFlag flag, Instant at) {
    return new TapFlagRows.Row(
        ids.next(), recorded.id(), flag.name(), recorded.origin().region().value(), at, OPEN);
  }

  @Override
  public Optional<Found> find(String terminalId, String clientId) {
    return list(terminalId, List.of(clientId)).stream().findFirst();
  }

  @Override
  public List<Found> list(String terminalId, Collection<String> clientIds) {
    if (clientIds.isEmpty()) {
      return List.of();
    }
    List<TapRow> found = taps.listByClients(terminalId, List.copyOf(clientIds));
    Map<String, Set<TapFlag>> byTap = new HashMap<>();
    if (!found.isEmpty()) {
      flags
          .listOf(found.stream().map(TapRow::id).toList())
          .forEach(
              row ->
                  byTap
                      .computeIfAbsent(row.tapId(), id -> EnumSet.noneOf(TapFlag.class))
                      .add(TapFlag.valueOf(row.flag())));
    }
    return found.stream()
        .map(row -> new Found(row.toDomain(), byTap.getOrDefault(row.id(), Set.of())))
        .toList();
  }

  @Override
  public int countSequence(String terminalId, long sequence) {
    return taps.countSequence(terminalId, sequence);
  }

  @Override
  public List<Step> listSteps(String terminalId, long first, long last) {
    List<Step> steps = new ArrayList<>();
    String ofTerminal = "SELECT seq, event_at FROM tap WHERE terminal_id = ? AND ";
    readSteps(ofTerminal + "seq < ? ORDER BY seq DESC LIMIT 1", terminalId, steps, first);
    readSteps(
        ofTerminal + "seq BETWEEN ? AND ? ORDER BY seq LIMIT " + STEPS_MAX,
        terminalId,
        steps,
        first,
        last);
    readSteps(ofTerminal + "seq > ? ORDER BY seq LIMIT 1", terminalId, steps, last);
    return steps;
  }

  private void readSteps(String sql, String terminalId, List<Step> steps, long... bounds) {
    jdbc.prepareStatement(
        sql,
        statement -> {
          statement.setString(1, terminalId);
          for (int i = 0; i < bounds.length; i++) {
            statement.setLong(i + 2, bounds[i]);
          }
          try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              steps.add(new Step(row.getLong("seq"), row.getTimestamp("event_at").toInstant()));
            }
          }
          return steps.size();
        });
  }

  @Override
  public List<Sighting> listSightings(
      Collection<String> persons, String otherThanVenueId, Instant from, Instant to) {
    String places = String.join(", ", Collections.nCopies(persons.size(), "?"));
    String sql =
        "SELECT person, venue_id, event_at FROM tap WHERE person IN ("
            + places
            + ") AND event_at BETWEEN ? AND ? AND venue_id <> ? LIMIT "
            + SIGHTINGS_MAX;
    return jdbc.prepareStatement(
        sql,
        statement -> {
          int next = bindAll(statement, persons);
          statement.setTimestamp(next, Timestamp.from(from));
          statement.setTimestamp(next + 1, Timestamp.from(to));
          statement.setString(next + 2, otherThanVenueId);
          List<Sighting> seen = new ArrayList<>();
          try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              seen.add(
                  new Sighting(
                      row.getString("person"),
                      row.getString("venue_id"),
                      row.getTimestamp("event_at").toInstant()));
            }
          }
          return seen;
        });
  }

  private static int bindAll(PreparedStatement statement, Collection<String> values)
      throws SQLException {
    int next = 1;
    for (String value : values) {
      statement.setString(next, value);
      next++;
    }
    return next;
  }

  @Override
  public Optional<String> findVisit(int issuer, long bindingIndex, String useKey) {
    return visits.findIdOfCode(issuer, bindingIndex, useKey);
  }

  @Override
  public void await(RecordedTap recorded, Instant since) {
    pendings.save(new TapPendings.Row(recorded.id(), recorded.origin().terminalId(), since));
  }

  @Override
  public boolean endWaiting(String tapId) {
    return pendings.end(tapId) == 1;
  }

  @Override
  public List<RecordedTap> listWaitingFor(String terminalId, Collection<String> clientIds) {
    return clientIds.isEmpty()
        ? List.of()
        : taps.listWaitingFor(terminalId, List.copyOf(clientIds)).stream()
            .map(TapRow::toDomain)
            .toList();
  }

  @Override
  public List<RecordedTap> listWaiting(Tap.Kind kind, Instant before, String afterId, int limit) {
    return taps.listWaiting(kind.name(), before, afterId, limit).stream()
        .map(TapRow::toDomain)
        .toList();
  }

  @Override
  public Optional<RecordedTap> findLastPass(
      String person, String venueId, Instant before, Instant since) {
    return taps.findLastPass(person, venueId, before, since).map(TapRow::toDomain);
  }

  @Override
  public void openStay(RecordedTap pass) {
    TapStays.Row row = stay(pass, "", "", null, null);
    // An exit that was told before the passage may have made it.
    Races.inserted(() -> stays.save(row));
  }

  @Override
  public void closeStay(RecordedTap pass, RecordedTap exit) {
    Instant exitedAt = exit.tap().eventAt();
    long seconds = Math.max(0, Duration.between(pass.tap().eventAt(), exitedAt).toSeconds());
    if (stays.close(pass.id(), exit.id(), exitedAt, seconds) == 0) {
      TapStays.Row row = stay(pass, "EXIT", exit.id(), exitedAt, seconds);
      // Another exit of the same passage was first, and stands.
      Races.inserted(() -> stays.save(row));
    }
  }

  private static TapStays.Row stay(
      RecordedTap pass,
      String closedBy,
      String exitTapId,
      @Nullable Instant exitedAt,
      @Nullable Long seconds) {
    return new TapStays.Row(
        pass.id(),
        pass.origin().venueId(),
        pass.holder().map(RecordedTap.Holder::person).orElse(""),
        BusinessTime.dayOf(pass.tap().eventAt()),
        pass.tap().eventAt(),
        closedBy,
        exitTapId,
        exitedAt,
        seconds);
  }

  @Override
  public int closeStaysBefore(LocalDate day, int limit) {
    return stays.closeBefore(day, limit);
  }

  @Override
  public List<Flagged> listFlags(
      RegionCode scope, Optional<TapFlag> only, String afterId, int limit) {
    int first = scope.value();
    int last = scope.last().value();
    List<TapFlagRows.Row> rows =
        only.isPresent()
            ? flags.listOnly(first, last, only.get().name(), afterId, limit)
            : flags.list(first, last, afterId, limit);
    if (rows.isEmpty()) {
      return List.of();
    }
    List<String> tapIds = rows.stream().map(TapFlagRows.Row::tapId).distinct().toList();
    Map<String, TapRow> byId =
        taps.listByIds(tapIds).stream().collect(Collectors.toMap(TapRow::id, row -> row));
    return rows.stream()
        .map(
            row ->
                new Flagged(
                    row.id(),
                    TapFlag.valueOf(row.flag()),
                    row.flaggedAt(),
                    row.state(),
                    byId.get(row.tapId()).toDomain()))
        .toList();
  }

  @Override
  public List<TapSums> sum(
      RegionCode scope, LocalDate from, LocalDate to, String afterTerminalId, int limit) {
    int last = scope.last().value();
    return sums.sum(from, to, scope.value(), last, afterTerminalId, limit).stream()
        .map(
            row ->
                new TapSums(
                    row.terminalId(),
                    row.venueId(),
                    row.passes(),
                    row.exits(),
                    row.annulments(),
                    row.conflicts(),
                    row.rejected(),
                    row.payableFen(),
                    row.benefitValueFen(),
                    row.unproven(),
                    row.unprovenValueFen()))
        .toList();
  }
}

package org.yongjun.pass.verification.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yongjun.pass.platform.store.Races;
import org.yongjun.pass.platform.store.Statements;
import org.yongjun.pass.verification.GateBundleStore;

/** One row per venue that says which version is the newest, and one per version. */
@Singleton
final class JdbcGateBundleStore implements GateBundleStore {
  private static final String NEWEST =
      "SELECT version, marks FROM gate_bundle_head WHERE venue_id = ?";
  private static final String FIND =
      "SELECT version, marks FROM gate_bundle_version WHERE venue_id = ? AND version = ?";
  private static final String FIRST =
      "INSERT INTO gate_bundle_head (version, marks, venue_id) VALUES (?, ?, ?)";
  private static final String ADVANCE =
      "UPDATE gate_bundle_head SET version = ?, marks = ? WHERE venue_id = ? AND version = ?";
  private static final String KEEP =
      "INSERT INTO gate_bundle_version (venue_id, version, marks) VALUES (?, ?, ?)";
  private static final String FORGET = "DELETE FROM gate_bundle_version WHERE version < ? LIMIT ?";

  private final Statements statements;

  JdbcGateBundleStore(Statements statements) {
    this.statements = statements;
  }

  @Override
  public Optional<Version> findNewest(String venueId) {
    return find(NEWEST, venueId);
  }

  /** The newest one is known for good, the others until they are forgotten. */
  @Override
  public Optional<Version> find(String venueId, long version) {
    return findNewest(venueId)
        .filter(newest -> newest.version() == version)
        .or(() -> find(FIND, venueId, version));
  }

  private Optional<Version> find(String sql, Object... values) {
    return statements
        .query(sql, row -> new Version(row.getLong(1), read(row.getString(2))), values)
        .stream()
        .findFirst();
  }

  @Override
  public boolean insertFirst(String venueId, Version first) {
    String marks = text(first.marks());
    return Races.inserted(() -> statements.update(FIRST, first.version(), marks, venueId))
        && keep(venueId, first.version(), marks);
  }

  @Override
  public boolean replace(String venueId, long before, Version next) {
    String marks = text(next.marks());
    return statements.update(ADVANCE, next.version(), marks, venueId, before) == 1
        && keep(venueId, next.version(), marks);
  }

  private boolean keep(String venueId, long version, String marks) {
    return statements.update(KEEP, venueId, version, marks) == 1;
  }

  @Override
  public int deleteBefore(Instant time, int most) {
    return statements.update(FORGET, time.getEpochSecond(), most);
  }

  private static String text(Map<String, String> marks) {
    return new TreeMap<>(marks)
        .entrySet().stream()
            .map(mark -> mark.getKey() + "=" + mark.getValue())
            .collect(Collectors.joining("\n"));
  }

  private static Map<String, String> read(String text) {
    return text.lines()
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(mark -> mark[0], mark -> mark[1]));
  }
}

package org.yongjun.pass.reporting.store;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.redemption.RollupShards;
import org.yongjun.pass.reporting.Sums;

/**
 * Takes up work rows: one transaction adds the sums of the rows that it read and deletes exactly
 * those rows by key. A row that somebody else took makes the delete count short and the transaction
 * roll back, so no entry is ever counted twice or lost, whatever the leases do.
 */
@Singleton
public class RollupWorker {
  private static final int BATCH_ROWS = 1_000;
  private static final Duration LEASE = Duration.ofSeconds(10);

  private static final String UPSERT =
      """
      INSERT INTO rollup_day (event_day, booking_day, region, venue_id, venue_kind, item_id,
        class_bits, home_region, uses, visits, list_fen, reference_fen, payable_fen,
        benefit_value_fen)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON DUPLICATE KEY UPDATE uses = uses + VALUES(uses), visits = visits + VALUES(visits),
        list_fen = list_fen + VALUES(list_fen),
        reference_fen = reference_fen + VALUES(reference_fen),
        payable_fen = payable_fen + VALUES(payable_fen),
        benefit_value_fen = benefit_value_fen + VALUES(benefit_value_fen)
      """;

  private final JdbcOperations jdbc;
  private final Transactions transactions;
  private final Clock clock;
  private final String owner;

  RollupWorker(JdbcOperations jdbc, Transactions transactions, Clock clock, Ids ids) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
    this.owner = ids.next();
  }

  /** Takes up what there is in every shard that nobody else leases; returns the rows taken up. */
  public int drain() {
    int taken = 0;
    for (int shard = 0; shard < RollupShards.COUNT; shard++) {
      int current = shard;
      int batch;
      do {
        batch = transactions.write(() -> lease(current) ? takeUp(current) : 0);
        taken += batch;
      } while (batch == BATCH_ROWS);
    }
    return taken;
  }

  private boolean lease(int shard) {
    Instant now = clock.instant();
    String sql =
        "UPDATE rollup_lease SET owner = ?, expires_at = ?"
            + " WHERE shard = ? AND (owner = ? OR expires_at < ?)";
    return jdbc.prepareStatement(
            sql,
            statement -> {
              statement.setString(1, owner);
              statement.setTimestamp(2, Timestamp.from(now.plus(LEASE)));
              statement.setInt(3, shard);
              statement.setString(4, owner);
              statement.setTimestamp(5, Timestamp.from(now));
              return statement.executeUpdate();
            })
        == 1;
  }

  private int takeUp(int shard) {
    List<Long> ids = new ArrayList<>();
    Map<Key, Sums> sums = new TreeMap<>();
    jdbc.prepareStatement(
        "SELECT * FROM rollup_work WHERE shard = ? ORDER BY id LIMIT " + BATCH_ROWS,
        statement -> {
          statement.setInt(1, shard);
          try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              ids.add(row.getLong("id"));
              sums.merge(Key.read(row), sumsOf(row), Sums::plus);
            }
          }
          return ids.size();
        });
    if (ids.isEmpty()) {
      return 0;
    }
    add(sums);
    delete(ids);
    return ids.size();
  }

  /** In the order of the keys, so that two workers lock rows in the same order. */
  private void add(Map<Key, Sums> sums) {
    jdbc.prepareStatement(
        UPSERT,
        statement -> {
          for (Map.Entry<Key, Sums> entry : sums.entrySet()) {
            int next = entry.getKey().bind(statement);
            Sums sum = entry.getValue();
            statement.setLong(next, sum.uses());
            statement.setLong(next + 1, sum.visits());
            statement.setLong(next + 2, sum.listFen());
            statement.setLong(next + 3, sum.referenceFen());
            statement.setLong(next + 4, sum.payableFen());
            statement.setLong(next + 5, sum.benefitValueFen());
            statement.addBatch();
          }
          return statement.executeBatch().length;
        });
  }

  private void delete(List<Long> ids) {
    String places = String.join(", ", Collections.nCopies(ids.size(), "?"));
    int deleted =
        jdbc.prepareStatement(
            "DELETE FROM rollup_work WHERE id IN (" + places + ")",
            statement -> {
              for (int i = 0; i < ids.size(); i++) {
                statement.setLong(i + 1, ids.get(i));
              }
              return statement.executeUpdate();
            });
    if (deleted != ids.size()) {
      throw new ShortDelete();
    }
  }

  private static Sums sumsOf(ResultSet row) throws SQLException {
    return new Sums(
        row.getLong("uses"),
        row.getLong("visits"),
        row.getLong("list_fen"),
        row.getLong("reference_fen"),
        row.getLong("payable_fen"),
        row.getLong("benefit_value_fen"));
  }

  /** Another worker took some of the same rows; this transaction must not count them. */
  static final class ShortDelete extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ShortDelete() {
      super("work rows were taken up by another worker");
    }
  }

  private record Key(
      LocalDate eventDay,
      LocalDate bookingDay,
      int region,
      String venueId,
      String venueKind,
      String itemId,
      int classBits,
      int homeRegion)
      implements Comparable<Key> {
    static Key read(ResultSet row) throws SQLException {
      return new Key(
          row.getObject("event_day", LocalDate.class),
          row.getObject("booking_day", LocalDate.class),
          row.getInt("region"),
          row.getString("venue_id"),
          row.getString("venue_kind"),
          row.getString("item_id"),
          row.getInt("class_bits"),
          row.getInt("home_region"));
    }

    int bind(PreparedStatement statement) throws SQLException {
      statement.setObject(1, eventDay);
      statement.setObject(2, bookingDay);
      statement.setInt(3, region);
      statement.setString(4, venueId);
      statement.setString(5, venueKind);
      statement.setString(6, itemId);
      statement.setInt(7, classBits);
      statement.setInt(8, homeRegion);
      return 9;
    }

    @Override
    public int compareTo(Key other) {
      return java.util.Comparator.comparing(Key::eventDay)
          .thenComparing(Key::bookingDay)
          .thenComparingInt(Key::region)
          .thenComparing(Key::venueId)
          .thenComparing(Key::itemId)
          .thenComparingInt(Key::classBits)
          .thenComparingInt(Key::homeRegion)
          .thenComparing(Key::venueKind)
          .compare(this, other);
    }
  }
}

package org.yongjun.pass.redemption.store;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.util.List;

/** The table {@code rollup_work}: rows of one transaction go in together. */
@Singleton
class WorkTable {
  private static final String INSERT =
      """
      INSERT INTO rollup_work (shard, event_day, booking_day, region, venue_id, venue_kind, item_id,
        class_bits, home_region, uses, visits, list_fen, reference_fen, payable_fen,
        benefit_value_fen)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcOperations jdbc;

  WorkTable(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  void addAll(List<WorkRow> rows) {
    jdbc.prepareStatement(
        INSERT,
        statement -> {
          for (WorkRow row : rows) {
            statement.setInt(1, row.shard());
            statement.setObject(2, row.eventDay());
            statement.setObject(3, row.bookingDay());
            statement.setInt(4, row.region());
            statement.setString(5, row.venueId());
            statement.setString(6, row.venueKind());
            statement.setString(7, row.itemId());
            statement.setInt(8, row.classBits());
            statement.setInt(9, row.homeRegion());
            statement.setLong(10, row.uses());
            statement.setLong(11, row.visits());
            statement.setLong(12, row.listFen());
            statement.setLong(13, row.referenceFen());
            statement.setLong(14, row.payableFen());
            statement.setLong(15, row.benefitValueFen());
            statement.addBatch();
          }
          return statement.executeBatch().length;
        });
  }
}

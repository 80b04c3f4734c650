package org.yongjun.pass.redemption.store;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TapSumRows extends GenericRepository<TapRow, String> {
  /** What one terminal told. */
  @Introspected
  record Sums(
      String terminalId,
      String venueId,
      long passes,
      long exits,
      long annulments,
      long conflicts,
      long rejected,
      long payableFen,
      long benefitValueFen,
      long unproven,
      long unprovenValueFen) {}

  @Query(
      """
      SELECT terminal_id, venue_id,
        SUM(CASE WHEN outcome = 'SETTLED' AND kind = 'PASS' THEN 1 ELSE 0 END) AS passes,
        SUM(CASE WHEN outcome = 'SETTLED' AND kind = 'EXIT' THEN 1 ELSE 0 END) AS exits,
        SUM(CASE WHEN outcome = 'SETTLED' AND kind = 'ANNUL' THEN 1 ELSE 0 END) AS annulments,
        SUM(CASE WHEN outcome = 'CONFLICT' THEN 1 ELSE 0 END) AS conflicts,
        SUM(CASE WHEN outcome = 'REJECTED' THEN 1 ELSE 0 END) AS rejected,
        SUM(settled_payable_fen) AS payable_fen,
        SUM(settled_value_fen) AS benefit_value_fen,
        SUM(CASE WHEN outcome = 'SETTLED' AND kind = 'PASS' AND use_key LIKE 'CARD:%' THEN 1
          ELSE 0 END) AS unproven,
        SUM(CASE WHEN use_key LIKE 'CARD:%' THEN settled_value_fen ELSE 0 END)
          AS unproven_value_fen
      FROM tap
      WHERE event_day >= :from AND event_day <= :to
        AND region >= :firstRegion AND region <= :lastRegion AND terminal_id > :afterId
      GROUP BY terminal_id, venue_id ORDER BY terminal_id, venue_id LIMIT :maxRows
      """)
  List<Sums> sum(
      LocalDate from, LocalDate to, int firstRegion, int lastRegion, String afterId, int maxRows);
}

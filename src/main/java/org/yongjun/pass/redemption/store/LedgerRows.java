package org.yongjun.pass.redemption.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface LedgerRows extends GenericRepository<LedgerRow, String> {
  void saveAll(List<LedgerRow> rows);

  @Query("SELECT * FROM ledger_entry WHERE redemption_id = :redemptionId ORDER BY id")
  List<LedgerRow> listOf(String redemptionId);

  @Query("SELECT * FROM ledger_entry WHERE visit_id = :visitId ORDER BY id")
  List<LedgerRow> listOfVisit(String visitId);

  @Query(
      """
      SELECT redemption_id FROM ledger_entry
      WHERE person IN (:persons) AND redemption_id < :beforeId
      GROUP BY redemption_id ORDER BY redemption_id DESC LIMIT :maxRows
      """)
  List<String> listRedemptionIds(List<String> persons, String beforeId, int maxRows);

  @Query(
      """
      SELECT * FROM ledger_entry
      WHERE person IN (:persons) AND redemption_id IN (:redemptionIds)
      ORDER BY redemption_id DESC, id
      """)
  List<LedgerRow> listOfPerson(List<String> persons, List<String> redemptionIds);

  @Query(
      """
      SELECT * FROM ledger_entry
      WHERE venue_id = :venueId AND booking_day = :day AND id > :afterId
      ORDER BY id LIMIT :maxRows
      """)
  List<LedgerRow> listByVenue(String venueId, LocalDate day, String afterId, int maxRows);
}

package org.yongjun.pass.limit.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ReservationRows extends GenericRepository<ReservationRow, String> {
  ReservationRow save(ReservationRow row);

  Optional<ReservationRow> findById(String id);

  @Query(
      """
      UPDATE reservation SET state = :state, slot = id, redemption_id = :redemptionId
      WHERE id = :id AND state = 'HELD'
      """)
  int end(String id, String state, String redemptionId);

  @Query("SELECT * FROM reservation WHERE actor = :actor AND idempotency_key = :idempotencyKey")
  Optional<ReservationRow> findByKey(String actor, String idempotencyKey);

  @Query("SELECT * FROM reservation WHERE person = :person AND slot = '' ORDER BY id")
  List<ReservationRow> listHeld(String person);

  @Query(
      """
      SELECT * FROM reservation WHERE person = :person AND business_day = :day
      ORDER BY id DESC LIMIT :maxRows
      """)
  List<ReservationRow> listOfDay(String person, LocalDate day, int maxRows);

  @Query(
      """
      SELECT COUNT(*) FROM reservation
      WHERE person = :person AND item_id = :itemId AND business_day = :day
      """)
  int countOfDay(String person, String itemId, LocalDate day);

  @Query(
      """
      SELECT id FROM reservation WHERE state = 'HELD' AND expires_at <= :now
      ORDER BY expires_at LIMIT :maxRows
      """)
  List<String> listExpired(Instant now, int maxRows);
}

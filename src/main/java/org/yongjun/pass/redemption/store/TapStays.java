package org.yongjun.pass.redemption.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TapStays extends GenericRepository<TapStays.Row, String> {
  /** A row of {@code tap_stay}. */
  @MappedEntity("tap_stay")
  record Row(
      @Id String passTapId,
      String venueId,
      String person,
      LocalDate businessDay,
      Instant enteredAt,
      String closedBy,
      String exitTapId,
      @Nullable Instant exitedAt,
      @Nullable Long seconds) {}

  void save(Row row);

  /** A stay that the night has ended gets its true end. */
  @Query(
      """
      UPDATE tap_stay
      SET closed_by = 'EXIT', exit_tap_id = :exitTapId, exited_at = :exitedAt, seconds = :seconds
      WHERE pass_tap_id = :passTapId AND closed_by <> 'EXIT'
      """)
  int close(String passTapId, String exitTapId, Instant exitedAt, long seconds);

  @Query(
      """
      UPDATE tap_stay SET closed_by = 'NIGHT'
      WHERE closed_by = '' AND business_day < :day LIMIT :maxRows
      """)
  int closeBefore(LocalDate day, int maxRows);
}

package org.yongjun.pass.verification.store;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

@JdbcRepository(dialect = Dialect.MYSQL)
interface GuessSlots extends GenericRepository<GuessSlots.Row, GuessSlots.Key> {
  /** One of a terminal's slots. */
  @Embeddable
  record Key(@MappedProperty("terminal_id") String terminalId, @MappedProperty("slot") int slot) {}

  /** A row of {@code guess_slot}. */
  @MappedEntity("guess_slot")
  record Row(@EmbeddedId Key id, Instant takenAt, String takenBy) {}

  Row save(Row row);

  @Query("SELECT COUNT(*) FROM guess_slot WHERE terminal_id = :terminalId")
  int countOf(String terminalId);

  /** Takes one slot that was not taken after {@code free}. */
  @Query(
      """
      UPDATE guess_slot SET taken_at = :now, taken_by = :ticket
      WHERE terminal_id = :terminalId AND taken_at <= :free ORDER BY slot LIMIT 1
      """)
  int take(String terminalId, Instant free, Instant now, String ticket);

  @Query(
      """
      UPDATE guess_slot SET taken_at = :never WHERE terminal_id = :terminalId AND taken_by = :ticket
      """)
  int giveBack(String terminalId, String ticket, Instant never);
}

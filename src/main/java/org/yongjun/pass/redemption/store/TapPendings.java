package org.yongjun.pass.redemption.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TapPendings extends GenericRepository<TapPendings.Row, String> {
  /** A row of {@code tap_pending}. */
  @MappedEntity("tap_pending")
  record Row(@Id String tapId, String terminalId, Instant since) {}

  void save(Row row);

  @Query("DELETE FROM tap_pending WHERE tap_id = :tapId")
  int end(String tapId);
}

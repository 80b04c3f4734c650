package org.yongjun.pass.access.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SpentAssertionRows extends GenericRepository<SpentAssertionRow, String> {
  SpentAssertionRow save(SpentAssertionRow row);

  @Query("DELETE FROM spent_assertion WHERE expires_at < :now LIMIT 100")
  int deleteExpired(Instant now);
}

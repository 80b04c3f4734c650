package org.yongjun.pass.redemption.store;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ClaimRows extends GenericRepository<ClaimRow, ClaimRow.Key> {
  ClaimRow save(ClaimRow row);

  Optional<ClaimRow> findById(ClaimRow.Key id);
}

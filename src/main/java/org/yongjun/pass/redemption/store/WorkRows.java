package org.yongjun.pass.redemption.store;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@JdbcRepository(dialect = Dialect.MYSQL)
interface WorkRows extends GenericRepository<WorkRow, Long> {
  WorkRow save(WorkRow row);
}

package org.yongjun.pass.venue.store;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface StockEntryRows extends GenericRepository<StockEntryRow, String> {
  List<StockEntryRow> saveAll(Iterable<StockEntryRow> rows);
}

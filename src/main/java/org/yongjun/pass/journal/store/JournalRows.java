package org.yongjun.pass.journal.store;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface JournalRows extends GenericRepository<JournalRow, String> {
  JournalRow save(JournalRow row);

  void saveAll(List<JournalRow> rows);
}

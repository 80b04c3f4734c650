package org.yongjun.pass.venue.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TerminalRows extends GenericRepository<TerminalRow, String> {
  TerminalRow save(TerminalRow row);

  Optional<TerminalRow> findById(String id);

  @Query("SELECT * FROM terminal WHERE venue_id = :venueId ORDER BY id")
  List<TerminalRow> listByVenue(String venueId);
}

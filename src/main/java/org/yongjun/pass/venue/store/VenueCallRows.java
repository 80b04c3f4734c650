package org.yongjun.pass.venue.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface VenueCallRows extends GenericRepository<VenueCallRow, String> {
  VenueCallRow save(VenueCallRow row);

  Optional<VenueCallRow> findById(String id);

  @Query(
      """
      SELECT * FROM venue_call WHERE region BETWEEN :region AND :last AND id > :afterId
      ORDER BY id LIMIT :limit
      """)
  List<VenueCallRow> list(int region, int last, String afterId, int limit);
}

package org.yongjun.pass.venue.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface VenueEventRows extends GenericRepository<VenueEventRow, String> {
  VenueEventRow save(VenueEventRow row);

  @Query(
      "SELECT * FROM venue_event WHERE venue_id = :venueId AND seq > :afterSeq ORDER BY seq LIMIT"
          + " :limit")
  List<VenueEventRow> list(String venueId, int afterSeq, int limit);

  @Query(
      """
      SELECT * FROM venue_event WHERE venue_id = :venueId AND recorded_at <= :at
      ORDER BY seq DESC LIMIT 1
      """)
  Optional<VenueEventRow> findLastAt(String venueId, Instant at);
}

package org.yongjun.pass.venue.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface FacilityRows extends GenericRepository<FacilityRow, String> {
  FacilityRow save(FacilityRow row);

  @Query("SELECT * FROM venue_facility WHERE id = :id AND venue_id = :venueId")
  Optional<FacilityRow> find(String venueId, String id);

  @Query("UPDATE venue_facility SET removed_on = :day WHERE id = :id AND removed_on IS NULL")
  int remove(String id, LocalDate day);

  @Query("SELECT COUNT(*) FROM venue_facility WHERE venue_id = :venueId AND removed_on IS NULL")
  int countStanding(String venueId);

  /** Those that are there first, then the newest. */
  @Query(
      """
      SELECT * FROM venue_facility WHERE venue_id = :venueId
      ORDER BY (removed_on IS NULL) DESC, id DESC LIMIT :limit
      """)
  List<FacilityRow> list(String venueId, int limit);
}

package org.yongjun.pass.venue.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface InspectedVenueRows extends GenericRepository<InspectedVenueRow, String> {
  List<InspectedVenueRow> saveAll(Iterable<InspectedVenueRow> rows);

  @Query(
      """
      SELECT * FROM inspection_venue WHERE inspection_id = :inspectionId AND place > :afterPlace
      ORDER BY place LIMIT :limit
      """)
  List<InspectedVenueRow> list(String inspectionId, int afterPlace, int limit);

  @Query(
      "SELECT * FROM inspection_venue WHERE inspection_id = :inspectionId AND venue_id = :venueId")
  Optional<InspectedVenueRow> find(String inspectionId, String venueId);

  @Query(
      """
      SELECT inspection_id FROM inspection_venue
      WHERE venue_id = :venueId AND state IN ('TO_RECTIFY', 'REPORTED')
      FOR UPDATE
      """)
  List<String> lockOrders(String venueId);

  @Query(
      """
      UPDATE inspection_venue SET state = :state,
        failed = CASE WHEN :state = 'TO_RECTIFY' THEN TRUE ELSE failed END,
        deadline = COALESCE(:deadline, deadline)
      WHERE inspection_id = :inspectionId AND venue_id = :venueId AND state IN (:from)
      """)
  int move(
      String inspectionId,
      String venueId,
      String state,
      @Nullable LocalDate deadline,
      Collection<String> from);
}

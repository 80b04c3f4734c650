package org.yongjun.pass.venue.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface VenueApplicationRows extends GenericRepository<VenueApplicationRow, String> {
  VenueApplicationRow save(VenueApplicationRow row);

  Optional<VenueApplicationRow> findById(String id);

  @Query(
      """
      SELECT COUNT(*) FROM venue_application
      WHERE venue_id = :venueId AND open_class = :partnerClass
      """)
  int countOpen(String venueId, String partnerClass);

  @Query(
      """
      SELECT partner_class FROM venue_application
      WHERE venue_id = :venueId AND state = 'APPROVED'
        AND NOT EXISTS (SELECT 1 FROM venue_event e
          WHERE e.venue_id = :venueId AND e.kind = 'DELISTED' AND e.recorded_at >= decided_at)
      """)
  List<String> listApproved(String venueId);

  @Query(
      """
      UPDATE venue_application SET state = :state, open_class = NULL, decided_by = :decidedBy,
        decided_at = :decidedAt, decision_reason = :reason
      WHERE id = :id AND state = 'SUBMITTED'
      """)
  int decide(String id, String state, String decidedBy, Instant decidedAt, String reason);

  /** Empty text stands for any. */
  @Query(
      """
      SELECT * FROM venue_application
      WHERE region BETWEEN :region AND :last AND id > :afterId
        AND (:venueId = '' OR venue_id = :venueId) AND (:state = '' OR state = :state)
      ORDER BY id LIMIT :limit
      """)
  List<VenueApplicationRow> list(
      int region, int last, String venueId, String state, String afterId, int limit);
}

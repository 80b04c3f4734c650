package org.yongjun.pass.redemption.store;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** The statements on the table {@code parking_stay}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ParkingStays extends GenericRepository<ParkingStays.Row, ParkingStays.Key> {
  /** One vehicle that came in at one moment. */
  @Embeddable
  record Key(
      @MappedProperty("venue_id") String venueId,
      @MappedProperty("plate_index") String plateIndex,
      @MappedProperty("entry_at") Instant entryAt) {}

  /** A row of {@code parking_stay}. */
  @MappedEntity("parking_stay")
  record Row(@EmbeddedId Key id, Instant exitAt, String visitId) {}

  void save(Row row);

  /**
   * Other stays of that vehicle that have some moment in common with this one. Each of two who come
   * at once has inserted its own before, and waits here for the other's: one of them begins again.
   */
  @Query(
      """
      SELECT visit_id FROM parking_stay
      WHERE venue_id = :venueId AND plate_index = :plateIndex
        AND entry_at < :exitAt AND exit_at > :entryAt AND entry_at <> :entryAt
      FOR UPDATE
      """)
  List<String> lockOverlapping(String venueId, String plateIndex, Instant entryAt, Instant exitAt);

  @Query("DELETE FROM parking_stay WHERE visit_id = :visitId")
  int release(String visitId);
}

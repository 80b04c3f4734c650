package org.yongjun.pass.venue.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface VenueGroupRows extends GenericRepository<VenueGroupRow, String> {
  VenueGroupRow save(VenueGroupRow row);

  Optional<VenueGroupRow> findById(String id);

  @Query(
      """
      SELECT * FROM venue_group WHERE region BETWEEN :region AND :last AND id > :afterId
      ORDER BY id LIMIT :limit
      """)
  List<VenueGroupRow> list(int region, int last, String afterId, int limit);

  @Query(
      """
      SELECT COUNT(*) FROM venue_group_member
      WHERE group_id = :groupId AND joined_on <= :day AND (left_on IS NULL OR left_on > :day)
      """)
  int countMembers(String groupId, LocalDate day);
}

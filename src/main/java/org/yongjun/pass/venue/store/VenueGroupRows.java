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
      SELECT COALESCE(SUM(delta), 0) FROM venue_stock_entry
      WHERE measure = 'MEMBER' AND group_id = :groupId AND entry_on <= :day
      """)
  int countMembers(String groupId, LocalDate day);
}

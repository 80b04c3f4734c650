package org.yongjun.pass.venue.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface VenueRows extends GenericRepository<VenueRow, String> {
  VenueRow save(VenueRow row);

  @Query("SELECT * FROM venue WHERE id = :id")
  Optional<VenueRow> findById(String id);

  @Query(
      """
      UPDATE venue SET tariff = :tariff, version = version + 1
      WHERE id = :id AND version = :expectedVersion
      """)
  int replaceTariff(String id, int expectedVersion, String tariff);

  @Query(
      """
      SELECT * FROM venue
      WHERE region BETWEEN :regionFrom AND :regionTo AND id > :afterId
      ORDER BY id LIMIT :maxRows
      """)
  List<VenueRow> list(int regionFrom, int regionTo, String afterId, int maxRows);
}

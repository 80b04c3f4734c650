package org.yongjun.pass.venue.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
      UPDATE venue SET latitude_e6 = :latitudeE6, longitude_e6 = :longitudeE6,
        address = :address, opening_hours = :openingHours, version = version + 1
      WHERE id = :id AND version = :expectedVersion
      """)
  int replacePremises(
      String id,
      int expectedVersion,
      @Nullable Integer latitudeE6,
      @Nullable Integer longitudeE6,
      @Nullable String address,
      @Nullable String openingHours);

  @Query("SELECT * FROM venue WHERE id IN (:ids)")
  List<VenueRow> listByIds(List<String> ids);
}

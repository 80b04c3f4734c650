package org.yongjun.pass.holder.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** The statements on the table {@code vehicle_plate}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface VehiclePlateRows extends GenericRepository<VehiclePlateRow, String> {
  void save(VehiclePlateRow row);

  /** Ends the plate that the vehicle has; 0 where it has none. */
  @Query(
      """
      UPDATE vehicle_plate SET current_plate = NULL, current_holder = NULL, ended_at = :now
      WHERE current_holder = :holderId
      """)
  int end(String holderId, Instant now);

  /** Ends a plate whose vehicle is revoked for good; 0 where there is no such. */
  @Query(
      """
      UPDATE vehicle_plate SET current_plate = NULL, current_holder = NULL, ended_at = :now
      WHERE current_plate = :plateIndex AND EXISTS (SELECT 1 FROM holder h
        WHERE h.id = vehicle_plate.current_holder AND h.status = 'REVOKED')
      """)
  int endOfRevoked(String plateIndex, Instant now);

  @Query("UPDATE vehicle_plate SET current_holder = :holderId WHERE id = :id")
  int makeCurrent(String id, String holderId);

  @Query("SELECT * FROM vehicle_plate WHERE holder_id = :holderId ORDER BY filed_at, id")
  List<VehiclePlateRow> listOf(String holderId);

  @Query(
      """
      SELECT COUNT(*) FROM vehicle_plate
      WHERE current_holder = :holderId AND plate_index = :plateIndex
      """)
  long countCurrent(String holderId, String plateIndex);
}

package org.yongjun.pass.holder.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code vehicle_plate}; the two “current” columns are null once it has ended. */
@MappedEntity("vehicle_plate")
record VehiclePlateRow(
    @Id String id,
    String holderId,
    String plateIndex,
    @Nullable String currentPlate,
    @Nullable String currentHolder,
    byte[] sealed,
    Instant filedAt,
    @Nullable Instant endedAt) {
  @Override
  public String toString() {
    return "VehiclePlateRow[" + id + "]";
  }
}

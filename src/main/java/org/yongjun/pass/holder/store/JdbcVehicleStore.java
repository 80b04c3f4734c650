package org.yongjun.pass.holder.store;

import jakarta.inject.Singleton;
import java.util.List;
import org.yongjun.pass.holder.VehicleStore;
import org.yongjun.pass.platform.store.Races;

@Singleton
final class JdbcVehicleStore implements VehicleStore {
  private final VehiclePlateRows rows;

  JdbcVehicleStore(VehiclePlateRows rows) {
    this.rows = rows;
  }

  /** The plate's unique key decides between vehicles before the vehicle's own plate is ended. */
  @Override
  public boolean file(Filing filing) {
    VehiclePlateRow row =
        new VehiclePlateRow(
            filing.id(),
            filing.holderId(),
            filing.index(),
            filing.index(),
            null,
            filing.sealed(),
            filing.filedAt(),
            null);
    // A plate outlives its vehicle's entitlement; the next vehicle may carry it.
    rows.endOfRevoked(filing.index(), filing.filedAt());
    if (!Races.inserted(() -> rows.save(row))) {
      return false;
    }
    rows.end(filing.holderId(), filing.filedAt());
    rows.makeCurrent(filing.id(), filing.holderId());
    return true;
  }

  @Override
  public List<Kept> listFilings(String holderId) {
    return rows.listOf(holderId).stream()
        .map(
            row ->
                new Kept(
                    new Filing(
                        row.id(), row.holderId(), row.plateIndex(), row.sealed(), row.filedAt()),
                    row.endedAt()))
        .toList();
  }

  @Override
  public boolean isFiled(String holderId, String index) {
    return rows.countCurrent(holderId, index) > 0;
  }
}

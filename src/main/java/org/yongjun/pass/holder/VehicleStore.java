package org.yongjun.pass.holder;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the plates of vehicles are kept, past ones too. */
public interface VehicleStore {
  /**
   * A plate as it was filed for a vehicle.
   *
   * @param index keyed hash of the plate
   */
  record Filing(String id, String holderId, String index, byte[] sealed, Instant filedAt) {
    @Override
    public String toString() {
      return "Filing[" + id + "]";
    }
  }

  /** A filing, and when another took its place; null while it stands. */
  record Kept(Filing filing, @Nullable Instant endedAt) {}

  /**
   * Files a plate as the vehicle's only one, in the caller's transaction.
   *
   * @return false, and nothing written, where a vehicle has that plate at present
   */
  boolean file(Filing filing);

  /** All filings of a vehicle, the oldest first. */
  List<Kept> listFilings(String holderId);

  /** Whether that plate is filed for that vehicle at present. */
  boolean isFiled(String holderId, String index);
}

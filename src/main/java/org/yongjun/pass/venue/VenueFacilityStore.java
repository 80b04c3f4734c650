package org.yongjun.pass.venue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.kernel.RegionCode;

/** Keeps what venues have for beneficiaries. */
public interface VenueFacilityStore {
  void insert(VenueFacility facility, RegionCode region, Caller recordedBy, Instant at);

  Optional<VenueFacility> find(String venueId, String facilityId);

  /** False where it was removed before. */
  boolean remove(String facilityId, LocalDate on);

  /** Those that were not removed. */
  int countStanding(String venueId);

  /** In the order in which they were recorded; of more than {@code limit} those that are there. */
  List<VenueFacility> list(String venueId, int limit);
}

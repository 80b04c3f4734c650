package org.yongjun.pass.venue.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.venue.VenueFacility;
import org.yongjun.pass.venue.VenueFacilityStore;

@Singleton
final class JdbcVenueFacilityStore implements VenueFacilityStore {
  private final FacilityRows rows;

  JdbcVenueFacilityStore(FacilityRows rows) {
    this.rows = rows;
  }

  @Override
  public void insert(VenueFacility facility, RegionCode region, Caller recordedBy, Instant at) {
    rows.save(
        new FacilityRow(
            facility.id(),
            facility.venueId(),
            region.value(),
            facility.kind().name(),
            facility.quantity(),
            facility.since(),
            null,
            facility.note().orElse(null),
            recordedBy.id(),
            at));
  }

  @Override
  public Optional<VenueFacility> find(String venueId, String facilityId) {
    return rows.find(venueId, facilityId).map(FacilityRow::toFacility);
  }

  @Override
  public boolean remove(String facilityId, LocalDate on) {
    return rows.remove(facilityId, on) == 1;
  }

  @Override
  public List<VenueFacility> list(String venueId, int limit) {
    return rows.list(venueId, limit).stream()
        .map(FacilityRow::toFacility)
        .sorted(Comparator.comparing(VenueFacility::id))
        .toList();
  }

  @Override
  public int countStanding(String venueId) {
    return rows.countStanding(venueId);
  }
}

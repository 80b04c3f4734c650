package org.yongjun.pass.venue.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.venue.VenueGroup;
import org.yongjun.pass.venue.VenueGroupStore;

@Singleton
final class JdbcVenueGroupStore implements VenueGroupStore {
  private final VenueGroupRows rows;

  JdbcVenueGroupStore(VenueGroupRows rows) {
    this.rows = rows;
  }

  @Override
  public void insert(VenueGroup group, String createdBy, Instant createdAt) {
    rows.save(
        new VenueGroupRow(
            group.id(),
            group.region().value(),
            group.kind().name(),
            group.name(),
            group.tag(),
            group.foundedOn(),
            createdBy,
            createdAt,
            group.organiser().orElse(null)));
  }

  @Override
  public Optional<VenueGroup> find(String groupId) {
    return rows.findById(groupId).map(VenueGroupRow::toGroup);
  }

  @Override
  public List<Sized> list(RegionCode region, LocalDate day, String afterId, int limit) {
    return rows.list(region.value(), region.last().value(), afterId, limit).stream()
        .map(row -> new Sized(row.toGroup(), rows.countMembers(row.id(), day)))
        .toList();
  }
}

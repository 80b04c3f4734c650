package org.yongjun.pass.venue.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.venue.VenueGroup;

/** A row of {@code venue_group}. */
@MappedEntity("venue_group")
record VenueGroupRow(
    @Id String id,
    int region,
    String kind,
    String name,
    String tag,
    LocalDate foundedOn,
    String createdBy,
    Instant createdAt,
    @Nullable String organiser) {
  VenueGroup toGroup() {
    return new VenueGroup(
        id,
        new RegionCode(region),
        VenueGroup.Kind.valueOf(kind),
        name,
        tag,
        foundedOn,
        Optional.ofNullable(organiser));
  }
}

package org.yongjun.pass.venue.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.venue.VenueFacility;

/** A row of {@code venue_facility}. */
@MappedEntity("venue_facility")
record FacilityRow(
    @Id String id,
    String venueId,
    int region,
    String kind,
    int quantity,
    LocalDate sinceOn,
    @Nullable LocalDate removedOn,
    @Nullable String note,
    String recordedBy,
    Instant recordedAt) {
  VenueFacility toFacility() {
    return new VenueFacility(
        id,
        venueId,
        VenueFacility.Kind.valueOf(kind),
        quantity,
        sinceOn,
        Optional.ofNullable(removedOn),
        Optional.ofNullable(note));
  }
}

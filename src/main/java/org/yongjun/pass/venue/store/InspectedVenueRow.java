package org.yongjun.pass.venue.store;

import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.venue.InspectedVenue;

/** A row of {@code inspection_venue}. */
@MappedEntity("inspection_venue")
record InspectedVenueRow(
    String inspectionId,
    String venueId,
    int place,
    String state,
    boolean failed,
    @Nullable LocalDate deadline) {
  InspectedVenue toVenue() {
    return new InspectedVenue(
        venueId, place, InspectedVenue.State.valueOf(state), Optional.ofNullable(deadline));
  }
}

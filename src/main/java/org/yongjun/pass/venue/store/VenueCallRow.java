package org.yongjun.pass.venue.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.venue.VenueCall;

/** A row of {@code venue_call}. */
@MappedEntity("venue_call")
record VenueCallRow(
    @Id String id,
    int region,
    String title,
    @Nullable String document,
    String batch,
    String partnerClass,
    LocalDate opensOn,
    LocalDate closesOn,
    String openedBy,
    Instant openedAt) {
  VenueCall toCall() {
    return new VenueCall(
        id,
        new RegionCode(region),
        title,
        Optional.ofNullable(document),
        batch,
        partnerClass,
        opensOn,
        closesOn);
  }
}

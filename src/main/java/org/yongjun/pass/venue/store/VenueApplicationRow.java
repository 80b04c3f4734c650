package org.yongjun.pass.venue.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.venue.VenueApplication;
import org.yongjun.pass.venue.VenueStatement;

/** A row of {@code venue_application}; {@code openClass} is the class while it is undecided. */
@MappedEntity("venue_application")
record VenueApplicationRow(
    @Id String id,
    String venueId,
    int region,
    @Nullable String callId,
    String partnerClass,
    String state,
    @Nullable String openClass,
    LocalDate appliedOn,
    String reason,
    @Nullable String evidence,
    String enteredBy,
    Instant enteredAt,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String decisionReason) {
  static VenueApplicationRow of(VenueApplication application) {
    return new VenueApplicationRow(
        application.id(),
        application.venueId(),
        application.region().value(),
        application.callId().orElse(null),
        application.partnerClass(),
        application.state().name(),
        application.partnerClass(),
        application.said().on(),
        application.said().reason(),
        application.said().evidence().orElse(null),
        application.enteredBy(),
        application.enteredAt(),
        null,
        null,
        null);
  }

  VenueApplication toApplication() {
    return new VenueApplication(
        id,
        venueId,
        new RegionCode(region),
        Optional.ofNullable(callId),
        partnerClass,
        VenueApplication.State.valueOf(state),
        new VenueStatement(appliedOn, reason, Optional.ofNullable(evidence)),
        enteredBy,
        enteredAt,
        decidedBy == null
            ? Optional.empty()
            : Optional.of(
                new VenueApplication.Decision(
                    decidedBy,
                    Objects.requireNonNull(decidedAt),
                    Objects.requireNonNull(decisionReason))));
  }
}

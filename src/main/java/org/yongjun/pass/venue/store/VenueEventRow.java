package org.yongjun.pass.venue.store;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.venue.Ownership;
import org.yongjun.pass.venue.Venue;
import org.yongjun.pass.venue.VenueEvent;
import org.yongjun.pass.venue.VenueEventKind;
import org.yongjun.pass.venue.VenueStage;
import org.yongjun.pass.venue.VenueStatement;

/** A row of {@code venue_event}. */
@MappedEntity("venue_event")
record VenueEventRow(
    String venueId,
    int seq,
    String kind,
    LocalDate eventOn,
    String stageBefore,
    String stageAfter,
    String stateAfter,
    String reason,
    @Nullable String evidence,
    @Nullable String partnerClass,
    @Nullable String batch,
    @Nullable String plaqueNumber,
    @Nullable LocalDate untilOn,
    @Nullable String subject,
    @Nullable Integer aLevel,
    @Nullable String ownership,
    String actor,
    Instant recordedAt) {
  static VenueEventRow of(VenueEvent event) {
    VenueEvent.Detail detail = event.detail();
    return new VenueEventRow(
        event.venueId(),
        event.seq(),
        event.kind().name(),
        event.said().on(),
        event.before().name(),
        event.after().name(),
        event.stateAfter().name(),
        event.said().reason(),
        event.said().evidence().orElse(null),
        detail.partnerClass().orElse(null),
        detail.batch().orElse(null),
        detail.plaqueNumber().orElse(null),
        detail.until().orElse(null),
        detail.subject().orElse(null),
        detail.aLevel().orElse(null),
        detail.ownership().map(Enum::name).orElse(null),
        event.actor(),
        event.recordedAt());
  }

  VenueEvent toEvent() {
    return new VenueEvent(
        venueId,
        seq,
        VenueEventKind.valueOf(kind),
        new VenueStatement(eventOn, reason, Optional.ofNullable(evidence)),
        VenueStage.valueOf(stageBefore),
        VenueStage.valueOf(stageAfter),
        Venue.State.valueOf(stateAfter),
        new VenueEvent.Detail(
            Optional.ofNullable(partnerClass),
            Optional.ofNullable(batch),
            Optional.ofNullable(plaqueNumber),
            Optional.ofNullable(untilOn),
            Optional.ofNullable(subject),
            Optional.ofNullable(aLevel),
            Optional.ofNullable(ownership).map(Ownership::valueOf)),
        actor,
        recordedAt);
  }
}

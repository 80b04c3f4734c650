package org.yongjun.pass.venue.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.venue.Inspection;
import org.yongjun.pass.venue.VenueKind;

/** A row of {@code inspection}; kind and class are empty where it is about any. */
@MappedEntity("inspection")
record InspectionRow(
    @Id String id,
    int region,
    String title,
    @Nullable String document,
    @Nullable String inspectingBody,
    LocalDate beginsOn,
    LocalDate endsOn,
    String kind,
    String partnerClass,
    String state,
    @Nullable String seed,
    int population,
    @Nullable String populationHash,
    int drawn,
    @Nullable Instant drawnAt,
    @Nullable String report,
    String createdBy,
    Instant createdAt) {
  static InspectionRow of(Inspection inspection, String createdBy) {
    Inspection.Notice notice = inspection.notice();
    return new InspectionRow(
        inspection.id(),
        notice.region().value(),
        notice.title(),
        notice.document().orElse(null),
        notice.inspectingBody().orElse(null),
        notice.beginsOn(),
        notice.endsOn(),
        notice.kind().map(Enum::name).orElse(""),
        notice.partnerClass().orElse(""),
        inspection.state().name(),
        null,
        0,
        null,
        0,
        null,
        null,
        createdBy,
        inspection.createdAt());
  }

  Inspection toInspection() {
    return new Inspection(
        id,
        new Inspection.Notice(
            new RegionCode(region),
            title,
            Optional.ofNullable(document),
            Optional.ofNullable(inspectingBody),
            beginsOn,
            endsOn,
            kind.isEmpty() ? Optional.empty() : Optional.of(VenueKind.valueOf(kind)),
            partnerClass.isEmpty() ? Optional.empty() : Optional.of(partnerClass)),
        Inspection.State.valueOf(state),
        seed == null
            ? Optional.empty()
            : Optional.of(
                new Inspection.Draw(
                    seed,
                    population,
                    Objects.requireNonNull(populationHash),
                    drawn,
                    Objects.requireNonNull(drawnAt))),
        Optional.ofNullable(report),
        createdAt);
  }
}

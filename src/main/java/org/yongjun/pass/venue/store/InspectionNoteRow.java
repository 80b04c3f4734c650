package org.yongjun.pass.venue.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.venue.InspectedVenue;

/** A row of {@code inspection_note}. */
@MappedEntity("inspection_note")
record InspectionNoteRow(
    @Id String id,
    String inspectionId,
    String venueId,
    String kind,
    String stateAfter,
    LocalDate noteOn,
    String text,
    @Nullable String inspector,
    @Nullable String evidence,
    String actor,
    Instant recordedAt) {
  static InspectionNoteRow of(InspectedVenue.Note note) {
    return new InspectionNoteRow(
        note.id(),
        note.inspectionId(),
        note.venueId(),
        note.kind().name(),
        note.stateAfter().name(),
        note.on(),
        note.text(),
        note.inspector().orElse(null),
        note.evidence().orElse(null),
        note.actor(),
        note.recordedAt());
  }

  InspectedVenue.Note toNote() {
    return new InspectedVenue.Note(
        id,
        inspectionId,
        venueId,
        InspectedVenue.Note.Kind.valueOf(kind),
        InspectedVenue.State.valueOf(stateAfter),
        noteOn,
        text,
        Optional.ofNullable(inspector),
        Optional.ofNullable(evidence),
        actor,
        recordedAt);
  }
}

package org.yongjun.pass.venue.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.venue.InspectedVenue;
import org.yongjun.pass.venue.Inspection;
import org.yongjun.pass.venue.InspectionNotes;
import org.yongjun.pass.venue.Inspections;
import org.yongjun.pass.venue.PartnerClass;
import org.yongjun.pass.venue.VenueKind;
import org.yongjun.pass.venue.VenueStatement;

/** What travels over HTTP about inspections. */
final class InspectionWire {
  private InspectionWire() {}

  @Serdeable
  record NewInspectionRequest(
      @NotNull @Pattern(regexp = "[0-9]{6}") String region,
      @NotBlank @Size(max = Inspection.TITLE_LENGTH_MAX) String title,
      @Nullable @Size(min = 1, max = VenueStatement.EVIDENCE_LENGTH_MAX) String document,
      @Nullable @Size(min = 1, max = Inspection.TITLE_LENGTH_MAX) String inspectingBody,
      @NotNull LocalDate beginsOn,
      @NotNull LocalDate endsOn,
      @Nullable VenueKind kind,
      @Nullable @Pattern(regexp = PartnerClass.CODE_PATTERN) String partnerClass) {
    Inspection.Notice toDomain() {
      return new Inspection.Notice(
          RegionCode.of(region),
          title.strip(),
          Optional.ofNullable(document).map(String::strip),
          Optional.ofNullable(inspectingBody).map(String::strip),
          beginsOn,
          endsOn,
          Optional.ofNullable(kind),
          Optional.ofNullable(partnerClass));
    }
  }

  @Serdeable
  record DrawRequest(
      @Nullable @Min(1) @Max(Inspections.POPULATION_MAX) Integer size,
      @Nullable @Pattern(regexp = "[!-~]{1,64}") String seed) {}

  @Serdeable
  record DrawAnswer(
      String seed, int population, String populationHash, int drawn, Instant drawnAt) {}

  @Serdeable
  record ResultAnswer(
      int drawn,
      int checked,
      int passed,
      int toRectify,
      int rectified,
      int suspended,
      int delisted,
      int open) {}

  @Serdeable
  record InspectionAnswer(
      String inspectionId,
      String region,
      String title,
      @Nullable String document,
      @Nullable String inspectingBody,
      LocalDate beginsOn,
      LocalDate endsOn,
      @Nullable VenueKind kind,
      @Nullable String partnerClass,
      Inspection.State state,
      @Nullable DrawAnswer draw,
      ResultAnswer result,
      @Nullable String report,
      Instant createdAt) {
    static InspectionAnswer of(Inspection each, Inspection.Result result) {
      Inspection.Notice notice = each.notice();
      return new InspectionAnswer(
          each.id(),
          notice.region().toString(),
          notice.title(),
          notice.document().orElse(null),
          notice.inspectingBody().orElse(null),
          notice.beginsOn(),
          notice.endsOn(),
          notice.kind().orElse(null),
          notice.partnerClass().orElse(null),
          each.state(),
          each.draw().map(InspectionWire::answer).orElse(null),
          new ResultAnswer(
              result.drawn(),
              result.checked(),
              result.passed(),
              result.toRectify(),
              result.rectified(),
              result.suspended(),
              result.delisted(),
              result.open()),
          each.report().orElse(null),
          each.createdAt());
    }
  }

  private static DrawAnswer answer(Inspection.Draw draw) {
    return new DrawAnswer(
        draw.seed(), draw.population(), draw.populationHash(), draw.drawn(), draw.drawnAt());
  }

  @Serdeable
  record InspectionPage(
      List<InspectionAnswer> inspections, boolean hasMore, @Nullable String next) {}

  @Serdeable
  record InspectedAnswer(
      String venueId, int place, InspectedVenue.State state, @Nullable LocalDate deadline) {
    static InspectedAnswer of(InspectedVenue each) {
      return new InspectedAnswer(
          each.venueId(), each.place(), each.state(), each.deadline().orElse(null));
    }
  }

  @Serdeable
  record InspectedPage(List<InspectedAnswer> venues, boolean hasMore, @Nullable String next) {}

  @Serdeable
  record FindingRequest(
      @NotNull @Pattern(regexp = Ids.GIVEN_PATTERN) String venueId,
      @NotNull Boolean passed,
      @Nullable LocalDate deadline,
      @Nullable LocalDate on,
      @NotBlank @Size(max = VenueStatement.REASON_LENGTH_MAX) String text,
      @Nullable @Size(min = 1, max = InspectedVenue.Note.INSPECTOR_LENGTH_MAX) String inspector,
      @Nullable @Size(min = 1, max = VenueStatement.EVIDENCE_LENGTH_MAX) String evidence) {
    /** One that failed has a deadline, one that passed has none. */
    Optional<LocalDate> deadlineIfFailed() {
      if (passed == (deadline != null)) {
        throw Answers.refuse(
            Problem.invalid(
                "/deadline",
                "未通过的须有整改期限，通过的没有",
                "One that failed has a deadline, one that passed none"));
      }
      return Optional.ofNullable(deadline);
    }

    InspectionNotes.Said said() {
      return InspectionWire.said(venueId, on, text, inspector, evidence);
    }

    @Override
    public String toString() {
      return "FindingRequest";
    }
  }

  @Serdeable
  record RectificationRequest(
      @NotNull @Pattern(regexp = Ids.GIVEN_PATTERN) String venueId,
      @Nullable LocalDate on,
      @NotBlank @Size(max = VenueStatement.REASON_LENGTH_MAX) String text,
      @Nullable @Size(min = 1, max = VenueStatement.EVIDENCE_LENGTH_MAX) String evidence) {
    InspectionNotes.Said said() {
      return InspectionWire.said(venueId, on, text, null, evidence);
    }
  }

  @Serdeable
  record RecheckRequest(
      @NotNull @Pattern(regexp = Ids.GIVEN_PATTERN) String venueId,
      @NotNull InspectionNotes.Decision decision,
      @Nullable LocalDate on,
      @NotBlank @Size(max = VenueStatement.REASON_LENGTH_MAX) String text,
      @Nullable @Size(min = 1, max = InspectedVenue.Note.INSPECTOR_LENGTH_MAX) String inspector,
      @Nullable @Size(min = 1, max = VenueStatement.EVIDENCE_LENGTH_MAX) String evidence) {
    InspectionNotes.Said said() {
      return InspectionWire.said(venueId, on, text, inspector, evidence);
    }

    @Override
    public String toString() {
      return "RecheckRequest";
    }
  }

  private static InspectionNotes.Said said(
      String venueId,
      @Nullable LocalDate on,
      String text,
      @Nullable String inspector,
      @Nullable String evidence) {
    return new InspectionNotes.Said(
        venueId,
        Optional.ofNullable(on),
        text.strip(),
        Optional.ofNullable(inspector).map(String::strip),
        Optional.ofNullable(evidence).map(String::strip));
  }

  @Serdeable
  record NoteAnswer(
      String noteId,
      String venueId,
      InspectedVenue.Note.Kind kind,
      InspectedVenue.State state,
      LocalDate on,
      String text,
      @Nullable String inspector,
      @Nullable String evidence,
      String recordedBy,
      Instant recordedAt) {
    static NoteAnswer of(InspectedVenue.Note note) {
      return new NoteAnswer(
          note.id(),
          note.venueId(),
          note.kind(),
          note.stateAfter(),
          note.on(),
          note.text(),
          note.inspector().orElse(null),
          note.evidence().orElse(null),
          note.actor(),
          note.recordedAt());
    }
  }

  @Serdeable
  record NoteList(List<NoteAnswer> notes) {}

  @Serdeable
  record ClosingRequest(@NotBlank @Size(max = Inspection.REPORT_LENGTH_MAX) String report) {}
}

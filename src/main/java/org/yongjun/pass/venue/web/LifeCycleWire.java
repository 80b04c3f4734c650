package org.yongjun.pass.venue.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
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
import org.yongjun.pass.venue.Ownership;
import org.yongjun.pass.venue.PartnerClass;
import org.yongjun.pass.venue.PartnerClasses;
import org.yongjun.pass.venue.Plaque;
import org.yongjun.pass.venue.Venue;
import org.yongjun.pass.venue.VenueEvent;
import org.yongjun.pass.venue.VenueEventKind;
import org.yongjun.pass.venue.VenueStage;
import org.yongjun.pass.venue.VenueStatement;
import org.yongjun.pass.venue.VenueSteps;

/** What travels over HTTP about the life of a partner. */
final class LifeCycleWire {
  /** A word on a plaque or in a catalogue's name. */
  static final String WORD = "[^\\s\\\\<>\"]{1," + Plaque.WORD_LENGTH_MAX + "}";

  static final String CATALOGUE = "[a-z0-9][a-z0-9-]{1,47}";

  private LifeCycleWire() {}

  @Serdeable
  record PlaqueBody(
      @NotNull @Pattern(regexp = PartnerClass.CODE_PATTERN) String partnerClass,
      @Nullable @Pattern(regexp = WORD) String batch,
      @Nullable @Pattern(regexp = WORD) String number) {
    PartnerClasses.WantedPlaque toDomain() {
      return new PartnerClasses.WantedPlaque(
          partnerClass, Optional.ofNullable(batch), Optional.ofNullable(number));
    }
  }

  /** The steps that an office enters one by one. */
  enum StepKind {
    AGREEMENT_SIGNED,
    LISTED,
    PLAQUE_AWARDED,
    PLAQUE_REMOVED,
    REVIEW_PASSED,
    RECTIFICATION_ORDERED,
    RECTIFIED,
    SUSPENDED,
    REINSTATED,
    DELISTED,
    RATED,
    OWNERSHIP_CHANGED;

    VenueEventKind toDomain() {
      return VenueEventKind.valueOf(name());
    }
  }

  @Serdeable
  record StepRequest(
      @NotNull StepKind kind,
      @Nullable LocalDate on,
      @NotBlank @Size(max = VenueStatement.REASON_LENGTH_MAX) String reason,
      @Nullable @Size(min = 1, max = VenueStatement.EVIDENCE_LENGTH_MAX) String evidence,
      @Nullable @Valid PlaqueBody plaque,
      @Nullable LocalDate until,
      @Nullable @Pattern(regexp = CATALOGUE) String catalogue,
      @Nullable @Min(0) @Max(Venue.A_LEVEL_MAX) Integer aLevel,
      @Nullable Ownership ownership) {
    VenueSteps.WantedStep toDomain() {
      return new VenueSteps.WantedStep(
          kind.toDomain(),
          Optional.ofNullable(plaque).map(PlaqueBody::toDomain),
          Optional.ofNullable(until),
          Optional.ofNullable(catalogue),
          Optional.ofNullable(aLevel),
          Optional.ofNullable(ownership));
    }
  }

  @Serdeable
  record EventAnswer(
      String venueId,
      int step,
      VenueEventKind kind,
      LocalDate on,
      VenueStage before,
      VenueStage after,
      Venue.State state,
      String reason,
      @Nullable String evidence,
      @Nullable String partnerClass,
      @Nullable String batch,
      @Nullable String plaqueNumber,
      @Nullable LocalDate until,
      @Nullable String subject,
      @Nullable Integer aLevel,
      @Nullable Ownership ownership,
      String recordedBy,
      Instant recordedAt) {
    static EventAnswer of(VenueEvent event) {
      VenueEvent.Detail detail = event.detail();
      return new EventAnswer(
          event.venueId(),
          event.seq(),
          event.kind(),
          event.said().on(),
          event.before(),
          event.after(),
          event.stateAfter(),
          event.said().reason(),
          event.said().evidence().orElse(null),
          detail.partnerClass().orElse(null),
          detail.batch().orElse(null),
          detail.plaqueNumber().orElse(null),
          detail.until().orElse(null),
          detail.subject().orElse(null),
          detail.aLevel().orElse(null),
          detail.ownership().orElse(null),
          event.actor(),
          event.recordedAt());
    }
  }

  @Serdeable
  record EventPage(List<EventAnswer> events, boolean hasMore, @Nullable String next) {}

  @Serdeable
  record NewClassRequest(
      @NotNull @Pattern(regexp = PartnerClass.CODE_PATTERN) String partnerClass,
      @NotNull @Pattern(regexp = "[0-9]{6}") String region,
      @NotNull @Valid NameBody name,
      @NotNull Boolean redeems) {}

  @Serdeable
  record NameBody(@NotBlank @Size(max = 60) String zh, @NotBlank @Size(max = 120) String en) {}

  @Serdeable
  record ClassAnswer(
      String partnerClass, String region, NameBody name, boolean redeems, Instant createdAt) {
    static ClassAnswer of(PartnerClass found) {
      return new ClassAnswer(
          found.code(),
          found.region().toString(),
          new NameBody(found.name().zh(), found.name().en()),
          found.redeems(),
          found.createdAt());
    }
  }

  @Serdeable
  record ClassList(List<ClassAnswer> partnerClasses) {}
}

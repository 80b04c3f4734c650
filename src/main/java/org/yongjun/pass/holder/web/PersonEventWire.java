package org.yongjun.pass.holder.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.holder.PersonEvent;
import org.yongjun.pass.holder.PersonEventKind;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Ids;

/** What travels over HTTP about what happened to a person. */
final class PersonEventWire {
  private PersonEventWire() {}

  @Serdeable
  record NewPersonEventRequest(
      @NotNull PersonEventKind kind,
      @NotNull LocalDate effectiveOn,
      @NotBlank @Size(max = PersonEvent.DOCUMENT_LENGTH_MAX) String document,
      @Nullable HolderClass holderClass,
      @Nullable @Pattern(regexp = "[0-9]{6}") String otherRegion,
      @Nullable @Pattern(regexp = Ids.GIVEN_PATTERN) String corrects) {
    PersonEvent.Draft toDraft() {
      return new PersonEvent.Draft(
          kind,
          effectiveOn,
          document.strip(),
          Optional.ofNullable(holderClass),
          Optional.ofNullable(otherRegion).map(RegionCode::of),
          Optional.ofNullable(corrects));
    }

    /** What happened to somebody is nobody else's concern. */
    @Override
    public String toString() {
      return "NewPersonEventRequest";
    }
  }

  /**
   * An event with how far it has come.
   *
   * @param holderClass absent unless the kind names a class
   * @param otherRegion absent unless it is a transfer
   * @param corrects absent unless it replaces another
   */
  @Serdeable
  record PersonEventAnswer(
      String eventId,
      PersonEventKind kind,
      LocalDate effectiveOn,
      String document,
      @Nullable HolderClass holderClass,
      @Nullable String otherRegion,
      @Nullable String corrects,
      PersonEvent.State state,
      Instant recordedAt) {
    static PersonEventAnswer of(PersonEvent.Told told) {
      PersonEvent event = told.kept().event();
      return new PersonEventAnswer(
          event.id(),
          event.kind(),
          event.effectiveOn(),
          told.document(),
          event.holderClass().orElse(null),
          event.otherRegion().map(RegionCode::toString).orElse(null),
          event.corrects().orElse(null),
          told.kept().state(),
          event.recordedAt());
    }

    @Override
    public String toString() {
      return "PersonEventAnswer[" + eventId + "]";
    }
  }

  @Serdeable
  record PersonEventsAnswer(List<PersonEventAnswer> events) {}
}

package org.yongjun.pass.venue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A step that was taken; it is never changed.
 *
 * @param seq counts the steps of a venue from 1
 * @param said its day, reason and evidence
 * @param stateAfter what terminals answer from {@code recordedAt} on
 */
public record VenueEvent(
    String venueId,
    int seq,
    VenueEventKind kind,
    VenueStatement said,
    VenueStage before,
    VenueStage after,
    Venue.State stateAfter,
    Detail detail,
    String actor,
    Instant recordedAt) {

  /**
   * What belongs to some kinds of step.
   *
   * @param until an agreement's last day, or the deadline to rectify
   * @param subject a catalogue's code, or the id of a group, application or inspection
   */
  public record Detail(
      Optional<String> partnerClass,
      Optional<String> batch,
      Optional<String> plaqueNumber,
      Optional<LocalDate> until,
      Optional<String> subject,
      Optional<Integer> aLevel,
      Optional<Ownership> ownership) {
    static final Detail NONE = of(Optional.empty(), Optional.empty());

    private static Detail of(Optional<LocalDate> until, Optional<String> subject) {
      return new Detail(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          until,
          subject,
          Optional.empty(),
          Optional.empty());
    }

    static Detail of(VenueStep step) {
      return switch (step) {
        case VenueStep.Plain plain -> of(Optional.empty(), plain.subject());
        case VenueStep.Registration registration ->
            registration.plaque().map(Detail::of).orElse(NONE);
        case VenueStep.Agreement agreement -> of(agreement.until(), agreement.catalogue());
        case VenueStep.Award award -> of(award.plaque());
        case VenueStep.Removal removal -> ofClass(removal.partnerClass());
        case VenueStep.RectificationOrder order ->
            of(Optional.of(order.deadline()), order.inspectionId());
        case VenueStep.Rating rating -> ofAttribute(Optional.of(rating.aLevel()), Optional.empty());
        case VenueStep.OwnershipChange change ->
            ofAttribute(Optional.empty(), Optional.of(change.ownership()));
        case VenueStep.Joining joining -> of(Optional.empty(), Optional.of(joining.group().id()));
        case VenueStep.Leaving leaving -> of(Optional.empty(), Optional.of(leaving.group().id()));
      };
    }

    private static Detail of(Plaque plaque) {
      return new Detail(
          Optional.of(plaque.partnerClass()),
          Optional.of(plaque.batch()),
          plaque.number(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    private static Detail ofClass(String partnerClass) {
      return of(new Plaque(partnerClass, "", Optional.empty(), true));
    }

    private static Detail ofAttribute(Optional<Integer> aLevel, Optional<Ownership> ownership) {
      return new Detail(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          aLevel,
          ownership);
    }
  }
}

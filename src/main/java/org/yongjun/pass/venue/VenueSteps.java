package org.yongjun.pass.venue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;

/** The steps that an office enters, who may, and the history of a venue. */
public final class VenueSteps {
  /** What ends a partnership or gives back what was taken is for more than a clerk. */
  private static final Set<VenueEventKind> NOT_BY_CLERKS =
      EnumSet.of(VenueEventKind.DELISTED, VenueEventKind.REINSTATED, VenueEventKind.RECTIFIED);

  private final Venues venues;
  private final LifeCycles lifeCycles;
  private final PartnerClasses classes;
  private final VenueApplicationStore applications;

  public VenueSteps(
      Venues venues,
      LifeCycles lifeCycles,
      PartnerClasses classes,
      VenueApplicationStore applications) {
    this.venues = venues;
    this.lifeCycles = lifeCycles;
    this.classes = classes;
    this.applications = applications;
  }

  /**
   * A step as an office names it; what the kind does not use is left out.
   *
   * @param until an agreement's last day, or the deadline to rectify
   * @param catalogue the offer catalogue that holds an agreement's terms
   */
  public record WantedStep(
      VenueEventKind kind,
      Optional<PartnerClasses.WantedPlaque> plaque,
      Optional<LocalDate> until,
      Optional<String> catalogue,
      Optional<Integer> aLevel,
      Optional<Ownership> ownership) {}

  /**
   * NOT_FOUND to an office that does not answer for the venue; NOT_ALLOWED to a clerk for what is
   * not a clerk's; otherwise as the life cycle.
   */
  public Outcome<VenueEvent> take(
      Caller caller,
      String venueId,
      WantedStep wanted,
      Optional<LocalDate> on,
      String reason,
      Optional<String> evidence) {
    return venues
        .findForOffice(caller, venueId)
        .then(
            venue -> {
              Optional<Problem> objection = objectionTo(caller, venue, wanted);
              if (objection.isPresent()) {
                return Outcome.refused(objection.get());
              }
              VenueStatement said =
                  new VenueStatement(on.orElseGet(lifeCycles::today), reason, evidence);
              return stepOf(venue, wanted)
                  .then(step -> lifeCycles.take(caller, venueId, step, said));
            });
  }

  /** A clerk lets a venue redeem only where a second person has approved just that. */
  private Optional<Problem> objectionTo(Caller caller, Venue venue, WantedStep wanted) {
    if (caller.role() != Role.CLERK) {
      return Optional.empty();
    }
    if (NOT_BY_CLERKS.contains(wanted.kind())) {
      return Optional.of(Problem.of(ProblemCode.NOT_ALLOWED));
    }
    boolean isApproved =
        switch (wanted.kind()) {
          case PLAQUE_AWARDED ->
              wanted
                  .plaque()
                  .map(PartnerClasses.WantedPlaque::partnerClass)
                  .filter(code -> !applications.listApproved(venue.id()).contains(code))
                  .isEmpty();
          case LISTED ->
              venue.stage() != VenueStage.AGREED
                  || classes.anyRedeems(applications.listApproved(venue.id()));
          default -> true;
        };
    return isApproved
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                ProblemCode.NOT_ALLOWED,
                "该场所未获批此类合作，须先由他人审批其申报",
                "The venue was not approved for this class; another person decides that first"));
  }

  /** The steps of a venue from its first on, for its office or its owner. */
  public Outcome<List<VenueEvent>> list(Caller caller, String venueId, int afterSeq, int limit) {
    return venues
        .findForManager(caller, venueId)
        .map(venue -> lifeCycles.list(venueId, afterSeq, limit));
  }

  private Outcome<VenueStep> stepOf(Venue venue, WantedStep wanted) {
    return switch (wanted.kind()) {
      case AGREEMENT_SIGNED ->
          Outcome.done(new VenueStep.Agreement(wanted.until(), wanted.catalogue()));
      case PLAQUE_AWARDED ->
          wanted
              .plaque()
              .map(each -> classes.plaqueFor(venue.region(), each).map(VenueSteps::award))
              .orElseGet(() -> missing("/plaque"));
      case PLAQUE_REMOVED ->
          wanted
              .plaque()
              .<Outcome<VenueStep>>map(
                  each -> Outcome.done(new VenueStep.Removal(each.partnerClass())))
              .orElseGet(() -> missing("/plaque"));
      case RECTIFICATION_ORDERED ->
          wanted
              .until()
              .<Outcome<VenueStep>>map(
                  day -> Outcome.done(new VenueStep.RectificationOrder(day, Optional.empty())))
              .orElseGet(() -> missing("/until"));
      case RATED ->
          wanted
              .aLevel()
              .<Outcome<VenueStep>>map(level -> Outcome.done(new VenueStep.Rating(level)))
              .orElseGet(() -> missing("/aLevel"));
      case OWNERSHIP_CHANGED ->
          wanted
              .ownership()
              .<Outcome<VenueStep>>map(each -> Outcome.done(new VenueStep.OwnershipChange(each)))
              .orElseGet(() -> missing("/ownership"));
      case LISTED, REVIEW_PASSED, RECTIFIED, SUSPENDED, REINSTATED, DELISTED ->
          Outcome.done(VenueStep.Plain.of(wanted.kind()));
      case REGISTERED, APPLIED, APPROVED, REJECTED, GROUP_JOINED, GROUP_LEFT ->
          throw new IllegalArgumentException("entered elsewhere: " + wanted.kind());
    };
  }

  private static VenueStep award(Plaque plaque) {
    return new VenueStep.Award(plaque);
  }

  private static Outcome<VenueStep> missing(String pointer) {
    return Outcome.refused(Problem.invalid(pointer, "这一步须填写此项", "This kind of step needs it"));
  }
}

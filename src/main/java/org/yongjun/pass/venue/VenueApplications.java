package org.yongjun.pass.venue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;

/**
 * Takes applications and decides them under four eyes. The steps of the life cycle decide every
 * race: of two applications or decisions at the same moment one moves the venue on.
 */
public final class VenueApplications {
  public static final int PAGE_SIZE_MAX = 200;

  private final Venues venues;
  private final PartnerClasses classes;
  private final LifeCycles lifeCycles;
  private final VenueApplicationStore store;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  public VenueApplications(
      Venues venues,
      PartnerClasses classes,
      LifeCycles lifeCycles,
      VenueApplicationStore store,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.venues = venues;
    this.classes = classes;
    this.lifeCycles = lifeCycles;
    this.store = store;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /** What an owner or a clerk states. */
  public record NewApplication(
      String venueId,
      String partnerClass,
      Optional<String> callId,
      Optional<LocalDate> on,
      String reason,
      Optional<String> evidence) {}

  /**
   * Enters an application, by the venue's owner or its office.
   *
   * <p>Refuses: NOT_FOUND to strangers, INVALID_REQUEST where the call is not open or for another
   * class, CONFLICT where one is undecided, STEP_NOT_POSSIBLE from the venue's stage.
   */
  public Outcome<VenueApplication> enter(Caller caller, NewApplication wanted) {
    LocalDate on = wanted.on().orElseGet(lifeCycles::today);
    if (caller.role() == Role.VENUE_OWNER && !on.equals(lifeCycles.today())) {
      // Offices enter what lay on paper; an owner could reach back into a call that is closed.
      return Outcome.refused(Problem.invalid("/on", "场所自行申报以当日为准", "An owner applies as of today"));
    }
    return venues
        .findForManager(caller, wanted.venueId())
        .then(
            venue ->
                classes
                    .findFor(venue.region(), wanted.partnerClass(), "/partnerClass")
                    .then(
                        partnerClass ->
                            isAnswerable(wanted, venue, on)
                                ? transactions.write(() -> enter(caller, venue, wanted, on))
                                : Outcome.refused(notOpen())));
  }

  private boolean isAnswerable(NewApplication wanted, Venue venue, LocalDate on) {
    return wanted.callId().isEmpty()
        || store
            .findCall(wanted.callId().get())
            .filter(call -> call.region().contains(venue.region()))
            .filter(call -> call.partnerClass().equals(wanted.partnerClass()))
            .filter(call -> call.isOpenOn(on))
            .isPresent();
  }

  private static Problem notOpen() {
    return Problem.invalid(
        "/callId",
        "没有这一征集，或当日不在征集期内，或征集的是其他类别",
        "There is no such call, or it is not open on that day, or for another class");
  }

  private Outcome<VenueApplication> enter(
      Caller caller, Venue venue, NewApplication wanted, LocalDate on) {
    VenueApplication application =
        new VenueApplication(
            ids.next(),
            venue.id(),
            venue.region(),
            wanted.callId(),
            wanted.partnerClass(),
            VenueApplication.State.SUBMITTED,
            new VenueStatement(on, wanted.reason(), wanted.evidence()),
            caller.id(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            Optional.empty());
    if (store.hasUndecided(venue.id(), wanted.partnerClass())) {
      return Outcome.refused(ProblemCode.CONFLICT);
    }
    VenueStep step = new VenueStep.Plain(VenueEventKind.APPLIED, Optional.of(application.id()));
    return lifeCycles
        .take(caller, venue.id(), step, application.said())
        .map(
            event -> {
              if (!store.insert(application)) {
                throw new IllegalStateException("two writers moved one venue from one step on");
              }
              return application;
            });
  }

  /**
   * Approves or rejects, by another person than the one who entered it.
   *
   * <p>Refuses: NOT_FOUND, FOUR_EYES, CONFLICT where it was decided before.
   */
  public Outcome<VenueApplication> decide(
      Caller caller, String applicationId, boolean isApproved, String reason) {
    return transactions.write(
        () ->
            store
                .find(applicationId)
                .filter(found -> caller.answersFor(found.region()))
                .map(found -> decide(caller, found, isApproved, reason))
                .orElseGet(() -> Outcome.refused(ProblemCode.NOT_FOUND)));
  }

  private Outcome<VenueApplication> decide(
      Caller caller, VenueApplication found, boolean isApproved, String reason) {
    if (found.state() != VenueApplication.State.SUBMITTED) {
      return Outcome.refused(ProblemCode.CONFLICT);
    }
    if (found.enteredBy().equals(caller.id())) {
      return Outcome.refused(ProblemCode.FOUR_EYES);
    }
    VenueEventKind kind = isApproved ? VenueEventKind.APPROVED : VenueEventKind.REJECTED;
    VenueStatement said = new VenueStatement(lifeCycles.today(), reason, Optional.empty());
    return lifeCycles
        .take(caller, found.venueId(), new VenueStep.Plain(kind, Optional.of(found.id())), said)
        .map(
            event -> {
              VenueApplication.State state =
                  isApproved ? VenueApplication.State.APPROVED : VenueApplication.State.REJECTED;
              if (!store.decide(
                  found.id(),
                  state,
                  new VenueApplication.Decision(caller.id(), event.recordedAt(), reason))) {
                throw new IllegalStateException("two writers moved one venue from one step on");
              }
              return store.find(found.id()).orElseThrow();
            });
  }

  /** An office sees its region's, an owner the own venue's. Refuses: OUT_OF_REGION. */
  public Outcome<List<VenueApplication>> list(
      Caller caller,
      Optional<RegionCode> region,
      Optional<VenueApplication.State> state,
      String afterId,
      int limit) {
    boolean isOwner = caller.role() == Role.VENUE_OWNER;
    RegionCode wanted = region.orElse(caller.region());
    if (isOwner ? !wanted.contains(caller.region()) : !caller.answersFor(wanted)) {
      return Outcome.refused(ProblemCode.OUT_OF_REGION);
    }
    VenueApplicationStore.Search search =
        new VenueApplicationStore.Search(
            wanted, isOwner ? Optional.ofNullable(caller.venueId()) : Optional.empty(), state);
    return Outcome.done(
        transactions.read(() -> store.list(search, afterId, Math.min(limit, PAGE_SIZE_MAX + 1))));
  }
}

package org.yongjun.pass.venue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.venue.InspectedVenue.Note;
import org.yongjun.pass.venue.InspectedVenue.State;

/**
 * What is found at venues that were drawn, what they report, and what is decided at the second
 * check. Each note moves the venue's place in the inspection and, where it has to, its life.
 */
public final class InspectionNotes {
  public static final int NOTES_MAX = 100;

  private static final Set<State> AFTER_FAILURE = EnumSet.of(State.TO_RECTIFY, State.REPORTED);

  private final Inspections inspections;
  private final InspectionStore store;
  private final Venues venues;
  private final LifeCycles lifeCycles;
  private final Journal journal;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  public InspectionNotes(
      Inspections inspections,
      InspectionStore store,
      Venues venues,
      LifeCycles lifeCycles,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.inspections = inspections;
    this.store = store;
    this.venues = venues;
    this.lifeCycles = lifeCycles;
    this.journal = journal;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /** Rolls back what was written before a step of the life cycle was refused. */
  private static final class Undo extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Undo(Problem problem) {
      super("undone", null, false, false);
      this.problem = problem;
    }
  }

  /** What every note says. */
  public record Said(
      String venueId,
      Optional<LocalDate> on,
      String text,
      Optional<String> inspector,
      Optional<String> evidence) {}

  /**
   * The first check. A venue that fails gets a deadline and is told to rectify.
   *
   * <p>Refuses: NOT_FOUND, CONFLICT_OF_INTEREST at the officer's own venue, CONFLICT where it was
   * checked before, and as the life cycle.
   *
   * @param deadline empty where it passed
   */
  public Outcome<Note> find(
      Caller caller, String inspectionId, Said said, Optional<LocalDate> deadline) {
    State state = deadline.isEmpty() ? State.PASSED : State.TO_RECTIFY;
    Optional<VenueStep> step =
        deadline.map(day -> new VenueStep.RectificationOrder(day, Optional.of(inspectionId)));
    return inspections
        .find(caller, inspectionId)
        .then(
            found ->
                note(
                    caller,
                    found,
                    new Wanted(
                        Note.Kind.FINDING,
                        EnumSet.of(State.TO_CHECK),
                        state,
                        deadline,
                        step,
                        said)));
  }

  /** The venue's owner, or a clerk for it, says what was done; a second check decides. */
  public Outcome<Note> report(Caller caller, String inspectionId, Said said) {
    Wanted wanted =
        new Wanted(
            Note.Kind.RECTIFICATION,
            EnumSet.of(State.TO_RECTIFY),
            State.REPORTED,
            Optional.empty(),
            Optional.empty(),
            said);
    return venues
        .findForManager(caller, said.venueId())
        .then(
            venue ->
                store
                    .find(inspectionId)
                    .map(found -> note(caller, found, wanted))
                    .orElseGet(() -> Outcome.refused(ProblemCode.NOT_FOUND)));
  }

  /** What the second check decides. */
  public enum Decision {
    RECTIFIED,
    SUSPENDED,
    DELISTED
  }

  /**
   * The second check: it rectified, or is suspended or delisted. What was decided of the venue
   * meanwhile is not decided again: it keeps its stage, and only its place in this inspection is
   * closed. A venue that is not on the list needs no first check any more. A venue that has to
   * rectify for another inspection too is rectified with the last of them.
   */
  public Outcome<Note> recheck(Caller caller, String inspectionId, Said said, Decision decision) {
    Optional<VenueStage> stage = venues.findById(said.venueId()).map(Venue::stage);
    boolean isDone =
        switch (decision) {
          case RECTIFIED -> stage.filter(VenueStage.RECTIFYING::equals).isEmpty();
          case SUSPENDED -> stage.filter(VenueStage.SUSPENDED::equals).isPresent();
          case DELISTED -> stage.filter(each -> !each.isOnList()).isPresent();
        };
    Set<State> from = EnumSet.copyOf(AFTER_FAILURE);
    if (isDone && decision == Decision.DELISTED) {
      from.add(State.TO_CHECK);
    }
    VenueEventKind kind = VenueEventKind.valueOf(decision.name());
    Optional<VenueStep> step =
        isDone
            ? Optional.empty()
            : Optional.of(new VenueStep.Plain(kind, Optional.of(inspectionId)));
    Wanted wanted =
        new Wanted(
            Note.Kind.RECHECK, from, State.valueOf(decision.name()), Optional.empty(), step, said);
    return inspections.find(caller, inspectionId).then(found -> note(caller, found, wanted));
  }

  /** The notes on a venue, for the office or the venue's owner. */
  public Outcome<List<Note>> list(Caller caller, String inspectionId, String venueId) {
    return venues
        .findForManager(caller, venueId)
        .map(venue -> store.listNotes(inspectionId, venueId, NOTES_MAX));
  }

  /** A note with what it asks of the venue's place and life. */
  private record Wanted(
      Note.Kind kind,
      Set<State> from,
      State to,
      Optional<LocalDate> deadline,
      Optional<VenueStep> step,
      Said said) {}

  private Outcome<Note> note(Caller caller, Inspection inspection, Wanted wanted) {
    LocalDate on = wanted.said().on().orElseGet(lifeCycles::today);
    if (on.isAfter(lifeCycles.today())) {
      return Outcome.refused(Problem.invalid("/on", "日期不得在将来", "The day may not be in the future"));
    }
    boolean isDecision = wanted.kind() != Note.Kind.RECTIFICATION;
    if (isDecision && lifeCycles.isOwn(caller, wanted.said().venueId())) {
      return Outcome.refused(ProblemCode.CONFLICT_OF_INTEREST);
    }
    try {
      return transactions.write(() -> write(caller, inspection, wanted, on));
    } catch (Undo undo) {
      return Outcome.refused(undo.problem);
    }
  }

  private Outcome<Note> write(Caller caller, Inspection inspection, Wanted wanted, LocalDate on) {
    Said said = wanted.said();
    if (store.findVenue(inspection.id(), said.venueId()).isEmpty()) {
      return Outcome.refused(ProblemCode.NOT_FOUND);
    }
    Note note =
        new Note(
            ids.next(),
            inspection.id(),
            said.venueId(),
            wanted.kind(),
            wanted.to(),
            on,
            said.text(),
            said.inspector(),
            said.evidence(),
            caller.id(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    if (!store.move(note, wanted.from(), wanted.deadline())) {
      return Outcome.refused(ProblemCode.CONFLICT);
    }
    wanted
        .step()
        .filter(step -> !isOrderedByAnother(inspection, step, said))
        .ifPresent(
            step -> take(caller, note, step, new VenueStatement(on, said.text(), said.evidence())));
    journal.append(
        new JournalEntry(
            JournalKind.INSPECTION_NOTED,
            inspection.id(),
            inspection.notice().region(),
            caller.id(),
            caller.requestId(),
            note.recordedAt(),
            Map.of("note", note.id(), "venue", said.venueId(), "state", wanted.to().name())));
    return Outcome.done(note);
  }

  private boolean isOrderedByAnother(Inspection inspection, VenueStep step, Said said) {
    return step.kind() == VenueEventKind.RECTIFIED
        && store.isOrderedByAnother(inspection.id(), said.venueId());
  }

  private void take(Caller caller, Note note, VenueStep step, VenueStatement said) {
    switch (lifeCycles.take(caller, note.venueId(), step, said)) {
      case Outcome.Done<VenueEvent> _ -> {}
      case Outcome.Refused<VenueEvent>(Problem problem) -> throw new Undo(problem);
    }
  }
}

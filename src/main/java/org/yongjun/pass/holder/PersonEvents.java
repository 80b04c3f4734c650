package org.yongjun.pass.holder;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Regions;
import org.yongjun.pass.platform.Transactions;

/**
 * Records what happens to persons. An event whose day has come takes effect with its recording, a
 * later one on its day; which instance applies it, a conditional update decides.
 */
public final class PersonEvents {
  /** How many events one turn applies. */
  static final int TURN_MAX = 500;

  private static final String SCHEDULE = "schedule";
  private static final String SEAL = "person-event";

  private final PersonEventStore store;
  private final EventEffects effects;
  private final Holders holders;
  private final HolderStore register;
  private final PersonSeal seal;
  private final Journal journal;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  public PersonEvents(
      PersonEventStore store,
      EventEffects effects,
      Holders holders,
      HolderStore register,
      PersonSeal seal,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.effects = effects;
    this.holders = holders;
    this.register = register;
    this.seal = seal;
    this.journal = journal;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Records an event of a holder of the officer's region.
   *
   * @return NOT_FOUND for a holder of another region or an event of another holder that is to be
   *     corrected, CONFLICT where that was corrected before, for a second death and for a vehicle,
   *     INVALID_REQUEST where the draft lacks what its kind needs
   */
  public Outcome<PersonEvent.Told> record(
      Caller officer, String holderId, PersonEvent.Draft draft) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Optional<Problem> fault = findFault(draft, BusinessTime.dayOf(now));
    if (fault.isPresent()) {
      return Outcome.refused(fault.get());
    }
    return holders
        .view(officer, holderId)
        .then(view -> transactions.write(() -> write(officer, holderId, draft, now)))
        .map(this::told);
  }

  /** A holder's events by effective day; NOT_FOUND outside the officer's region. */
  public Outcome<List<PersonEvent.Told>> list(Caller officer, String holderId) {
    return holders
        .view(officer, holderId)
        .map(
            view ->
                store.listOf(holderId, EventEffects.EVENTS_MAX).stream().map(this::told).toList());
  }

  private PersonEvent.Told told(PersonEvent.Kept kept) {
    PersonEvent event = kept.event();
    byte[] sealed = event.sealedDocument();
    String document =
        sealed == null
            ? event.clearDocument()
            : seal.open(event.holderId(), SEAL, sealed)
                .map(words -> new String(words, StandardCharsets.UTF_8))
                .orElse("");
    return new PersonEvent.Told(kept, document);
  }

  /** Whether a death is recorded that has taken effect and was not corrected. */
  public boolean hasDied(String holderId) {
    return store.listOf(holderId, EventEffects.EVENTS_MAX).stream()
        .filter(PersonEvent.Kept::isApplied)
        .anyMatch(kept -> kept.event().kind() == PersonEventKind.DEATH);
  }

  /**
   * Applies the events whose day has come; any number of instances may do so at once.
   *
   * @return how many this call applied
   */
  public int applyDue() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    int applied = 0;
    Optional<RuntimeException> failure = Optional.empty();
    for (PersonEventStore.Due due : store.listDue(BusinessTime.dayOf(now), TURN_MAX)) {
      try {
        applied += transactions.write(() -> applyDue(due, now)) ? 1 : 0;
      } catch (RuntimeException e) {
        // One person's fault must not keep the others waiting; it is told when all had their turn.
        failure = Optional.of(failure.orElse(e));
      }
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
    return applied;
  }

  private boolean applyDue(PersonEventStore.Due due, Instant now) {
    HolderRecord holder = register.lock(due.holderId()).orElseThrow().holder();
    PersonEvent event = find(due.holderId(), due.eventId()).orElseThrow().event();
    if (!store.take(due.eventId())) {
      return false;
    }
    EventEffects.Turn turn = new EventEffects.Turn(SCHEDULE, due.eventId(), now);
    effects.apply(event, turn);
    append(JournalKind.PERSON_EVENT_APPLIED, event, holder, turn);
    return true;
  }

  private Outcome<PersonEvent.Kept> write(
      Caller officer, String holderId, PersonEvent.Draft draft, Instant now) {
    HolderRecord holder = register.lock(holderId).orElseThrow().holder();
    if (!officer.answersFor(holder.homeRegion())) {
      return Outcome.refused(ProblemCode.NOT_FOUND);
    }
    Optional<PersonEvent.Kept> corrected = draft.corrects().flatMap(id -> find(holderId, id));
    if (draft.corrects().isPresent() && corrected.isEmpty()) {
      return Outcome.refused(ProblemCode.NOT_FOUND);
    }
    Optional<Problem> objection = objectionTo(holder, draft);
    if (objection.isPresent()) {
      return Outcome.refused(objection.get());
    }
    PersonEvent event = event(officer, holder, draft, now);
    if (!store.insert(event)) {
      return Outcome.refused(
          conflict("该事项已被更正，请更正最新的一条", "That event was corrected before; correct the newest one"));
    }
    EventEffects.Turn turn = new EventEffects.Turn(officer.id(), officer.requestId(), now);
    append(JournalKind.PERSON_EVENT_RECORDED, event, holder, turn);
    corrected.ifPresent(each -> annul(each, turn));
    if (!event.effectiveOn().isAfter(BusinessTime.dayOf(now)) && store.take(event.id())) {
      effects.apply(event, turn);
      append(JournalKind.PERSON_EVENT_APPLIED, event, holder, turn);
    }
    return Outcome.done(find(holderId, event.id()).orElseThrow());
  }

  /** The holder's row is locked. */
  private Optional<Problem> objectionTo(HolderRecord holder, PersonEvent.Draft draft) {
    if (holder.classes().has(HolderClass.VEHICLE)) {
      return Optional.of(conflict("车辆没有人员事项", "A vehicle has no events of persons"));
    }
    List<PersonEvent.Kept> known = store.lockOf(holder.id(), EventEffects.EVENTS_MAX);
    if (known.size() >= EventEffects.EVENTS_MAX) {
      return Optional.of(Problem.of(ProblemCode.TOO_LARGE));
    }
    boolean isSecondDeath =
        draft.kind() == PersonEventKind.DEATH
            && known.stream()
                .filter(each -> each.state() != PersonEvent.State.ANNULLED)
                .filter(each -> !draft.corrects().equals(Optional.of(each.event().id())))
                .anyMatch(each -> each.event().kind() == PersonEventKind.DEATH);
    return isSecondDeath
        ? Optional.of(
            conflict(
                "已有去世登记，日期有误请更正该条", "A death is recorded already; correct it if its day is wrong"))
        : Optional.empty();
  }

  private PersonEvent event(
      Caller officer, HolderRecord holder, PersonEvent.Draft draft, Instant now) {
    return new PersonEvent(
        ids.next(),
        holder.id(),
        draft.kind(),
        draft.effectiveOn(),
        "",
        seal.seal(holder.id(), SEAL, draft.document().getBytes(StandardCharsets.UTF_8))
            .orElse(null),
        draft.holderClass(),
        draft.otherRegion(),
        effects.homeBefore(holder, draft),
        draft.corrects(),
        officer.id(),
        now);
  }

  private static Problem conflict(String zh, String en) {
    return Problem.of(ProblemCode.CONFLICT, zh, en);
  }

  private void annul(PersonEvent.Kept kept, EventEffects.Turn turn) {
    store.annul(kept.event().id());
    if (kept.isApplied()) {
      effects.undo(kept, turn);
    }
  }

  private Optional<PersonEvent.Kept> find(String holderId, String eventId) {
    return store.lockOf(holderId, EventEffects.EVENTS_MAX).stream()
        .filter(each -> each.event().id().equals(eventId))
        .findFirst();
  }

  private void append(
      JournalKind kind, PersonEvent event, HolderRecord holder, EventEffects.Turn turn) {
    Map<String, String> content = new TreeMap<>();
    content.put("holder", event.holderId());
    content.put("kind", event.kind().name());
    content.put("effectiveOn", event.effectiveOn().toString());
    event.corrects().ifPresent(id -> content.put("corrects", id));
    journal.append(
        new JournalEntry(
            kind,
            event.id(),
            holder.homeRegion(),
            turn.actor(),
            turn.requestId(),
            turn.at(),
            content));
  }

  private static Optional<Problem> findFault(PersonEvent.Draft draft, LocalDate today) {
    LocalDate day = draft.effectiveOn();
    if (day.isBefore(Period.MIN) || day.isAfter(today.plusDays(PersonEvent.DAYS_AHEAD_MAX))) {
      return Optional.of(
          Problem.invalid(
              "/effectiveOn", "生效日期应在1949年至一年之内", "The day lies between 1949 and a year ahead"));
    }
    boolean isPersons = draft.holderClass().filter(each -> each != HolderClass.VEHICLE).isPresent();
    if (draft.kind().isOfClass() != isPersons || !isPersons && draft.holderClass().isPresent()) {
      return Optional.of(
          Problem.invalid(
              "/holderClass", "此类事项与优待对象类别不符", "This kind of event needs a class, or takes none"));
    }
    boolean isListed =
        draft
            .otherRegion()
            .filter(each -> each.value() != 0 && Regions.standard().exists(each))
            .isPresent();
    if (draft.kind().isOfTransfer() != isListed || !isListed && draft.otherRegion().isPresent()) {
      return Optional.of(
          Problem.invalid(
              "/region", "此类事项与区划不符", "This kind of event needs a listed region, or takes none"));
    }
    return Optional.empty();
  }
}

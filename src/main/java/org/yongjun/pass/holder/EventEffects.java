package org.yongjun.pass.holder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;

/**
 * Puts events into effect and takes them back, while the holder's row is locked. Of several events
 * of one matter the one with the latest day has the last word, in whatever order they are recorded.
 */
public final class EventEffects {
  static final int EVENTS_MAX = 500;

  private static final Comparator<PersonEvent> BY_DAY =
      Comparator.comparing(PersonEvent::effectiveOn).thenComparing(PersonEvent::id);

  private final PersonEventStore events;
  private final HolderStore holders;
  private final SpanStore spans;
  private final MemberListStore lists;
  private final HoldStore holds;
  private final CertificatePauses pauses;
  private final Journal journal;

  public EventEffects(
      PersonEventStore events,
      HolderStore holders,
      SpanStore spans,
      MemberListStore lists,
      HoldStore holds,
      CertificatePauses pauses,
      Journal journal) {
    this.events = events;
    this.holders = holders;
    this.spans = spans;
    this.lists = lists;
    this.holds = holds;
    this.pauses = pauses;
    this.journal = journal;
  }

  /** Who lets an event take effect, in the course of what, and when. */
  record Turn(String actor, String requestId, Instant at) {}

  /** Puts an event into effect that has just become APPLIED. */
  void apply(PersonEvent event, Turn turn) {
    boolean changed =
        switch (event.kind()) {
          case DEATH -> {
            spans.end(event.holderId(), event.effectiveOn());
            yield true;
          }
          case TRANSFER_OUT -> moveTo(event, event.otherRegion().orElseThrow(), turn);
          case NEW_APPROVAL, CLASS_GAINED -> setClass(event, true, turn.at());
          case CLASS_LOST -> setClass(event, false, turn.at());
          case IMPRISONMENT, RELEASE, TRANSFER_IN, PROOF_OF_LIFE -> false;
        };
    if (changed) {
      events.setChanged(event.id());
    }
    settle(event.holderId(), turn.at());
  }

  /** Takes an event back that has just been ANNULLED. */
  void undo(PersonEvent.Kept kept, Turn turn) {
    PersonEvent event = kept.event();
    if (kept.changed()) {
      switch (event.kind()) {
        case DEATH -> bringBack(event, turn.at());
        case TRANSFER_OUT -> {
          lists.reopen(event.id(), turn.at()).forEach(line -> append(line, event, turn));
          moveTo(event, homeOn(event).orElse(event.homeRegion()), turn);
        }
        case NEW_APPROVAL, CLASS_GAINED -> setClass(event, false, turn.at());
        case CLASS_LOST -> setClass(event, true, turn.at());
        case IMPRISONMENT, RELEASE, TRANSFER_IN, PROOF_OF_LIFE ->
            throw new IllegalStateException("such an event changes no record");
      }
    }
    settle(event.holderId(), turn.at());
  }

  private boolean setClass(PersonEvent event, boolean has, Instant now) {
    HolderClass own = event.holderClass().orElseThrow();
    SpanStore.Reach reach = reach(event, other -> other.holderClass().equals(event.holderClass()));
    boolean changed =
        has
            ? spans.addClass(event.holderId(), reach, own)
            : spans.removeClass(event.holderId(), reach, own);
    HolderRecord before = record(event.holderId());
    if (reach.before().isEmpty() && before.classes().has(own) != has) {
      HolderClasses classes = new HolderClasses(before.classes().bits() ^ bits(own));
      holders.changeFacts(before.id(), classes, before.homeRegion(), now);
      return true;
    }
    return changed;
  }

  private boolean moveTo(PersonEvent event, RegionCode home, Turn turn) {
    SpanStore.Reach reach = reach(event, other -> other.kind() == PersonEventKind.TRANSFER_OUT);
    spans.move(event.holderId(), reach, home);
    if (reach.before().isEmpty()) {
      HolderRecord before = record(event.holderId());
      holders.changeFacts(before.id(), before.classes(), home, turn.at());
      // Who leaves a region leaves the lists that are kept there.
      LocalDate lastDay = event.effectiveOn().minusDays(1);
      lists
          .endOnMove(
              new MemberListStore.Move(event.id(), before.id(), before.homeRegion(), home),
              lastDay,
              turn.at())
          .forEach(line -> append(line, event, turn));
    }
    return true;
  }

  private void append(MemberListStore.Moved line, PersonEvent event, Turn turn) {
    journal.append(
        new JournalEntry(
            JournalKind.LIST_MEMBER_ENDED,
            line.membershipId(),
            line.region(),
            turn.actor(),
            turn.requestId(),
            turn.at(),
            Map.of("until", line.lastDay().toString(), "event", event.id())));
  }

  /** Where the person was at home before this happened, if that day counts. */
  private Optional<RegionCode> homeOn(PersonEvent event) {
    return spans
        .findOn(event.holderId(), event.effectiveOn().minusDays(1))
        .map(SpanStore.Facts::home);
  }

  /**
   * The home that an event to be recorded is told of: of a transfer away the one that is left,
   * which is not today's where a later transfer was recorded first.
   */
  RegionCode homeBefore(HolderRecord holder, PersonEvent.Draft draft) {
    return Optional.of(draft)
        .filter(each -> each.kind() == PersonEventKind.TRANSFER_OUT)
        .flatMap(each -> spans.findOn(holder.id(), each.effectiveOn().minusDays(1)))
        .map(SpanStore.Facts::home)
        .orElse(holder.homeRegion());
  }

  /**
   * Lets the days from a death on that was none count again, up to another one that stands. Each
   * day is counted by what was so then: from the day before on, the events that stand are gone
   * through.
   */
  private void bringBack(PersonEvent death, Instant now) {
    HolderRecord holder = record(death.holderId());
    List<PersonEvent> standing = applied(holder.id());
    LocalDate last =
        standing.stream()
            .filter(each -> each.kind() == PersonEventKind.DEATH)
            .map(each -> each.effectiveOn().minusDays(1))
            .findFirst()
            .filter(holder.validUntil()::isAfter)
            .orElse(holder.validUntil());
    LocalDate first =
        death.effectiveOn().isBefore(holder.validFrom()) ? holder.validFrom() : death.effectiveOn();
    SpanStore.Facts present = new SpanStore.Facts(holder.homeRegion(), holder.classes());
    NavigableMap<LocalDate, SpanStore.Facts> facts = new TreeMap<>();
    facts.put(
        first,
        spans
            .findOn(holder.id(), first.minusDays(1))
            .orElseGet(() -> without(present, holder.id(), first)));
    for (PersonEvent each : standing) {
      if (!each.effectiveOn().isBefore(first)) {
        facts.put(each.effectiveOn(), after(facts.lastEntry().getValue(), each));
      }
    }
    LocalDate today = BusinessTime.dayOf(now);
    if (!today.isBefore(first)) {
      // What the office changed of the record meanwhile counts from today on at the latest.
      facts.put(today, present);
    }
    spans.end(holder.id(), first);
    for (Map.Entry<LocalDate, SpanStore.Facts> each : facts.entrySet()) {
      LocalDate next = facts.higherKey(each.getKey());
      LocalDate until = next == null || next.isAfter(last) ? last : next.minusDays(1);
      if (!until.isBefore(each.getKey())) {
        spans.put(holder.id(), new Period(each.getKey(), until), each.getValue());
      }
    }
  }

  /** What the record said before the events from that day on changed it, the last one first. */
  private SpanStore.Facts without(SpanStore.Facts present, String holderId, LocalDate first) {
    List<PersonEvent> changes =
        events.lockOf(holderId, EVENTS_MAX).stream()
            .filter(kept -> kept.isApplied() && kept.changed())
            .map(PersonEvent.Kept::event)
            .filter(event -> !event.effectiveOn().isBefore(first))
            .sorted(BY_DAY.reversed())
            .toList();
    SpanStore.Facts facts = present;
    for (PersonEvent each : changes) {
      facts = before(facts, each);
    }
    return facts;
  }

  private static SpanStore.Facts before(SpanStore.Facts facts, PersonEvent event) {
    int own = event.holderClass().map(EventEffects::bits).orElse(0);
    return switch (event.kind()) {
      case TRANSFER_OUT -> new SpanStore.Facts(event.homeRegion(), facts.classes());
      case NEW_APPROVAL, CLASS_GAINED ->
          new SpanStore.Facts(facts.home(), new HolderClasses(facts.classes().bits() & ~own));
      case CLASS_LOST ->
          new SpanStore.Facts(facts.home(), new HolderClasses(facts.classes().bits() | own));
      case DEATH, IMPRISONMENT, RELEASE, TRANSFER_IN, PROOF_OF_LIFE -> facts;
    };
  }

  private static SpanStore.Facts after(SpanStore.Facts facts, PersonEvent event) {
    int own = event.holderClass().map(EventEffects::bits).orElse(0);
    return switch (event.kind()) {
      case TRANSFER_OUT -> new SpanStore.Facts(event.otherRegion().orElseThrow(), facts.classes());
      case NEW_APPROVAL, CLASS_GAINED ->
          new SpanStore.Facts(facts.home(), new HolderClasses(facts.classes().bits() | own));
      case CLASS_LOST ->
          new SpanStore.Facts(facts.home(), new HolderClasses(facts.classes().bits() & ~own));
      case DEATH, IMPRISONMENT, RELEASE, TRANSFER_IN, PROOF_OF_LIFE -> facts;
    };
  }

  /** Until the next applied event about the same matter. */
  private SpanStore.Reach reach(PersonEvent event, Predicate<PersonEvent> isSameMatter) {
    Optional<LocalDate> next =
        applied(event.holderId()).stream()
            .filter(isSameMatter)
            .filter(other -> BY_DAY.compare(other, event) > 0)
            .map(PersonEvent::effectiveOn)
            .findFirst();
    return new SpanStore.Reach(event.effectiveOn(), next);
  }

  /** Makes the causes of a pause what the events and the record say, and the status with them. */
  private void settle(String holderId, Instant now) {
    List<PersonEvent> applied = applied(holderId);
    boolean isDead = applied.stream().anyMatch(each -> each.kind() == PersonEventKind.DEATH);
    boolean isImprisoned =
        applied.stream()
            .filter(each -> each.kind().isOfPrison())
            .reduce((earlier, later) -> later)
            .filter(last -> last.kind() == PersonEventKind.IMPRISONMENT)
            .isPresent();
    set(holderId, HoldCause.DECEASED, isDead, now);
    set(holderId, HoldCause.IMPRISONED, isImprisoned, now);
    set(holderId, HoldCause.NO_CLASS, record(holderId).classes().isEmpty(), now);
    Set<HoldCause> left = holds.listOf(holderId);
    if (left.isEmpty()) {
      if (holders.changeStatus(holderId, HolderStatus.SUSPENDED, HolderStatus.ACTIVE, now)) {
        pauses.resume(holderId, now);
      }
    } else if (holders.changeStatus(holderId, HolderStatus.ACTIVE, HolderStatus.SUSPENDED, now)) {
      pauses.pause(holderId, now);
    }
  }

  private void set(String holderId, HoldCause cause, boolean isSo, Instant now) {
    if (isSo) {
      holds.put(holderId, cause, now);
    } else {
      holds.lift(holderId, cause);
    }
  }

  private List<PersonEvent> applied(String holderId) {
    return events.lockOf(holderId, EVENTS_MAX).stream()
        .filter(PersonEvent.Kept::isApplied)
        .map(PersonEvent.Kept::event)
        .sorted(BY_DAY)
        .toList();
  }

  private HolderRecord record(String holderId) {
    return holders.lock(holderId).orElseThrow().holder();
  }

  private static int bits(HolderClass holderClass) {
    return HolderClasses.of(holderClass).bits();
  }
}

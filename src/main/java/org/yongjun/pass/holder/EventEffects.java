package org.yongjun.pass.holder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

  public EventEffects(
      PersonEventStore events,
      HolderStore holders,
      SpanStore spans,
      MemberListStore lists,
      HoldStore holds,
      CertificatePauses pauses) {
    this.events = events;
    this.holders = holders;
    this.spans = spans;
    this.lists = lists;
    this.holds = holds;
    this.pauses = pauses;
  }

  /** Puts an event into effect that has just become APPLIED. */
  void apply(PersonEvent event, Instant now) {
    boolean changed =
        switch (event.kind()) {
          case DEATH -> {
            spans.end(event.holderId(), event.effectiveOn());
            yield true;
          }
          case TRANSFER_OUT -> moveTo(event, event.otherRegion().orElseThrow(), now);
          case NEW_APPROVAL, CLASS_GAINED -> setClass(event, true, now);
          case CLASS_LOST -> setClass(event, false, now);
          case IMPRISONMENT, RELEASE, TRANSFER_IN, PROOF_OF_LIFE -> false;
        };
    if (changed) {
      events.setChanged(event.id());
    }
    settle(event.holderId(), now);
  }

  /** Takes an event back that has just been ANNULLED. */
  void undo(PersonEvent.Kept kept, Instant now) {
    PersonEvent event = kept.event();
    if (kept.changed()) {
      switch (event.kind()) {
        case DEATH -> spans.restore(record(event.holderId()), event.effectiveOn());
        case TRANSFER_OUT -> moveTo(event, event.homeRegion(), now);
        case NEW_APPROVAL, CLASS_GAINED -> setClass(event, false, now);
        case CLASS_LOST -> setClass(event, true, now);
        case IMPRISONMENT, RELEASE, TRANSFER_IN, PROOF_OF_LIFE ->
            throw new IllegalStateException("such an event changes no record");
      }
    }
    settle(event.holderId(), now);
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

  private boolean moveTo(PersonEvent event, RegionCode home, Instant now) {
    SpanStore.Reach reach = reach(event, other -> other.kind() == PersonEventKind.TRANSFER_OUT);
    spans.move(event.holderId(), reach, home);
    if (reach.before().isEmpty()) {
      HolderRecord before = record(event.holderId());
      holders.changeFacts(before.id(), before.classes(), home, now);
      // Who leaves a region leaves the lists that are kept there.
      LocalDate lastDay = event.effectiveOn().minusDays(1);
      lists.endOnMove(before.id(), before.homeRegion(), home, lastDay, now);
    }
    return true;
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
    return events.listOf(holderId, EVENTS_MAX).stream()
        .filter(PersonEvent.Kept::isApplied)
        .map(PersonEvent.Kept::event)
        .sorted(BY_DAY)
        .toList();
  }

  private HolderRecord record(String holderId) {
    return holders.findById(holderId).orElseThrow().holder();
  }

  private static int bits(HolderClass holderClass) {
    return HolderClasses.of(holderClass).bits();
  }
}

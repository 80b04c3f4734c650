package org.yongjun.pass.venue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.OwnedVenues;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;

/**
 * Takes venues from stage to stage. Of two steps at the same moment one is taken and the other
 * refused: the venue's row moves on only from the step that the writer saw.
 */
public final class LifeCycles {
  /** Steps that one answer lists at most. */
  public static final int PAGE_SIZE_MAX = 200;

  /** Groups that one venue is in at most. */
  public static final int GROUPS_MAX = 20;

  /** What an officer may enter for a venue of the own: none of it judges the venue. */
  private static final Set<VenueEventKind> NO_JUDGEMENTS =
      EnumSet.of(
          VenueEventKind.REGISTERED,
          VenueEventKind.APPLIED,
          VenueEventKind.GROUP_JOINED,
          VenueEventKind.GROUP_LEFT);

  private final LifeCycleStore store;
  private final OwnedVenues owned;
  private final AgreedTerms terms;
  private final Journal journal;
  private final Transactions transactions;
  private final Clock clock;

  public LifeCycles(
      LifeCycleStore store,
      OwnedVenues owned,
      AgreedTerms terms,
      Journal journal,
      Transactions transactions,
      Clock clock) {
    this.store = store;
    this.owned = owned;
    this.terms = terms;
    this.journal = journal;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Whether benefits could be redeemed at the venue at that moment, as terminals were answered
   * then: a step counts from when it was recorded, so what was accepted in good faith stays right.
   */
  public boolean wasActiveAt(String venueId, Instant at) {
    return transactions.read(
        () -> store.findStateAt(venueId, at).filter(Venue.State.ACTIVE::equals).isPresent());
  }

  public List<VenueEvent> list(String venueId, int afterSeq, int limit) {
    return store.listEvents(venueId, afterSeq, Math.min(limit, PAGE_SIZE_MAX + 1));
  }

  /** Whether an officer has to keep out of what concerns the venue, which is the officer's own. */
  public boolean isOwn(Caller caller, String venueId) {
    return caller.role().isOffice() && owned.isOwner(caller.id(), venueId);
  }

  /** Today by business time: the latest day that a step may name. */
  public LocalDate today() {
    return BusinessTime.dayOf(clock.instant());
  }

  /**
   * Takes a step; the caller's right to it is the caller's business.
   *
   * <p>Refuses: NOT_FOUND, CONFLICT_OF_INTEREST, STEP_NOT_POSSIBLE from this stage, CONFLICT where
   * another step came first, INVALID_REQUEST for a day in the future or before the last step.
   */
  public Outcome<VenueEvent> take(
      Caller caller, String venueId, VenueStep step, VenueStatement said) {
    if (!NO_JUDGEMENTS.contains(step.kind()) && isOwn(caller, venueId)) {
      return Outcome.refused(ProblemCode.CONFLICT_OF_INTEREST);
    }
    return transactions.write(
        () ->
            store
                .findPlace(venueId)
                .map(place -> take(caller, venueId, place, step, said))
                .orElseGet(() -> Outcome.refused(ProblemCode.NOT_FOUND)));
  }

  private Outcome<VenueEvent> take(
      Caller caller,
      String venueId,
      LifeCycleStore.Place place,
      VenueStep step,
      VenueStatement said) {
    VenueStanding now = place.standing();
    Optional<VenueStage> stage = now.stage().after(step.kind());
    if (stage.isEmpty()) {
      return Outcome.refused(notFrom(now.stage(), step.kind()));
    }
    Optional<Problem> objection = objectionTo(venueId, place, step, said);
    if (objection.isPresent()) {
      return Outcome.refused(objection.get());
    }
    VenueStanding next = now.after(step, stage.get());
    VenueEvent event =
        new VenueEvent(
            venueId,
            place.seq() + 1,
            step.kind(),
            said,
            now.stage(),
            next.stage(),
            next.state(),
            VenueEvent.Detail.of(step),
            caller.id(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    if (!store.advance(step, event, next, now.entriesTo(next))) {
      return Outcome.refused(ProblemCode.CONFLICT);
    }
    journal.append(entry(caller, event, now));
    return Outcome.done(event);
  }

  private Optional<Problem> objectionTo(
      String venueId, LifeCycleStore.Place place, VenueStep step, VenueStatement said) {
    if (said.on().isAfter(today())) {
      return Optional.of(Problem.invalid("/on", "日期不得在将来", "The day may not be in the future"));
    }
    if (place.lastOn().filter(said.on()::isBefore).isPresent()) {
      return Optional.of(
          Problem.invalid(
              "/on",
              "不得早于上一步的日期 " + place.lastOn().get(),
              "It may not lie before the last step, of " + place.lastOn().get()));
    }
    return switch (step) {
      case VenueStep.Award award -> objectionToAward(place.standing(), award.plaque());
      case VenueStep.Removal removal -> objectionToRemoval(place.standing(), removal);
      case VenueStep.Agreement agreement
          when agreement.until().filter(said.on()::isAfter).isPresent() ->
          Optional.of(
              Problem.invalid(
                  "/until", "协议截止日早于签订日", "The agreement would end before it is signed"));
      case VenueStep.Agreement agreement
          when !agreement.catalogue().stream().allMatch(code -> terms.mayHold(code, venueId)) ->
          Optional.of(
              Problem.invalid(
                  "/catalogue",
                  "没有这一清单，或它是另一场所的优惠",
                  "There is no such catalogue, or it holds another venue's offers"));
      case VenueStep.RectificationOrder order when order.deadline().isBefore(said.on()) ->
          Optional.of(Problem.invalid("/until", "整改期限早于责令日", "The deadline lies before the order"));
      case VenueStep.Joining joining -> objectionToJoining(place.standing(), joining.group());
      case VenueStep.Leaving leaving ->
          place.standing().groups().contains(leaving.group().id())
              ? Optional.empty()
              : conflict("不是成员", "It is not a member");
      default -> Optional.empty();
    };
  }

  private static Optional<Problem> objectionToJoining(VenueStanding now, VenueGroup group) {
    if (now.groups().contains(group.id())) {
      return conflict("已是成员", "It is a member already");
    }
    return now.groups().size() < GROUPS_MAX
        ? Optional.empty()
        : conflict("所属街区和联盟已达上限", "It is in as many groups as a venue may be");
  }

  private static Optional<Problem> objectionToAward(VenueStanding now, Plaque plaque) {
    return now.findPlaque(plaque.partnerClass()).isEmpty()
        ? Optional.empty()
        : conflict("已有此类牌匾", "It has a plaque of this class already");
  }

  private static Optional<Problem> objectionToRemoval(VenueStanding now, VenueStep.Removal step) {
    if (now.findPlaque(step.partnerClass()).isEmpty()) {
      return conflict("没有此类牌匾", "It has no plaque of this class");
    }
    return now.plaques().size() > 1
        ? Optional.empty()
        : conflict("这是最后一块牌，请办理清理摘牌", "This is the last plaque; delist the venue instead");
  }

  private static Optional<Problem> conflict(String zh, String en) {
    return Optional.of(Problem.of(ProblemCode.CONFLICT, zh, en));
  }

  private static Problem notFrom(VenueStage stage, VenueEventKind step) {
    return Problem.of(
        ProblemCode.STEP_NOT_POSSIBLE,
        "场所当前阶段为“%s”，不能办理“%s”".formatted(stage.text().zh(), step.text().zh()),
        "The venue is %s, from where there is no %s"
            .formatted(stage.text().en(), step.text().en()));
  }

  private static JournalEntry entry(Caller caller, VenueEvent event, VenueStanding now) {
    Map<String, String> content = new TreeMap<>();
    content.put("step", Integer.toString(event.seq()));
    content.put("kind", event.kind().name());
    content.put("on", event.said().on().toString());
    content.put("before", event.before().name());
    content.put("after", event.after().name());
    content.put("state", event.stateAfter().name());
    content.put("reason", event.said().reason());
    event.said().evidence().ifPresent(each -> content.put("evidence", each));
    event.detail().partnerClass().ifPresent(each -> content.put("partnerClass", each));
    event.detail().subject().ifPresent(each -> content.put("subject", each));
    event.detail().until().ifPresent(each -> content.put("until", each.toString()));
    return new JournalEntry(
        JournalKind.VENUE_EVENT_RECORDED,
        event.venueId(),
        now.region(),
        caller.id(),
        caller.requestId(),
        event.recordedAt(),
        content);
  }
}

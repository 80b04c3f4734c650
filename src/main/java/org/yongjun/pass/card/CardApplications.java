package org.yongjun.pass.card;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.certificate.Cards;
import org.yongjun.pass.certificate.Certificate;
import org.yongjun.pass.holder.HolderRecord;
import org.yongjun.pass.holder.HolderStatus;
import org.yongjun.pass.holder.Holders;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;

/**
 * Leads applications for cards from step to step. Whoever accepted one neither reviews nor approves
 * it; at most one of a holder and type stands at a time.
 */
public final class CardApplications {
  /** The most applications on one page. */
  public static final int PAGE_SIZE_MAX = 100;

  private final CardStore store;
  private final CardTypes types;
  private final CardSeal seal;
  private final Holders holders;
  private final Cards cards;
  private final Journal journal;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  public CardApplications(
      CardStore store,
      CardTypes types,
      CardSeal seal,
      Holders holders,
      Cards cards,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.types = types;
    this.seal = seal;
    this.holders = holders;
    this.cards = cards;
    this.journal = journal;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What a caller says of a step.
   *
   * @param day when it happened; today where it is missing
   */
  public record Step(
      CardStage stage, Optional<LocalDate> day, List<String> problems, CardNotes notes) {}

  /**
   * An application after a step.
   *
   * @param card our own card, where this step issued one
   */
  public record Stepped(CardApplication application, Optional<Certificate> card) {}

  /** An application with all that happened to it. */
  public record History(CardApplication application, List<Told> events) {
    /** An event with its words, which are empty where there are none, or none any more. */
    public record Told(CardEvent event, CardNotes notes) {}
  }

  /**
   * Applies for a card.
   *
   * @param holderId null where the caller is the holder
   * @return NOT_FOUND for a holder who is not the caller's, or a type that is not offered at the
   *     holder's home; CLASS_NOT_ENTITLED; CONFLICT where one stands already
   */
  public Outcome<CardApplication> apply(
      Caller caller, String type, @Nullable String holderId, CardChannel channel, Step step) {
    Optional<HolderRecord> holder = holderOf(caller, holderId);
    Optional<CardType> offered = holder.flatMap(each -> types.find(type, each.homeRegion()));
    if (holder.isEmpty() || offered.isEmpty()) {
      return Outcome.refused(ProblemCode.NOT_FOUND);
    }
    if (holder.get().status() != HolderStatus.ACTIVE
        || holder.get().classes().and(offered.get().classes()).isEmpty()) {
      return Outcome.refused(
          Problem.of(ReasonCode.CLASS_NOT_ENTITLED, ReasonCode.CLASS_NOT_ENTITLED.text()));
    }
    CardChannel made = caller.role() == Role.HOLDER ? CardChannel.SELF : channel;
    return day(caller, step, LocalDate.MIN)
        .then(
            day ->
                checked(step)
                    .then(
                        sound ->
                            transactions.write(
                                () -> insert(caller, holder.get(), type, made, step, day))));
  }

  private Optional<HolderRecord> holderOf(Caller caller, @Nullable String holderId) {
    if (caller.role() == Role.HOLDER) {
      return holderId == null || holderId.equals(caller.id())
          ? holders.findById(caller.id())
          : Optional.empty();
    }
    return holderId == null
        ? Optional.empty()
        : holders.findById(holderId).filter(each -> caller.answersFor(each.homeRegion()));
  }

  /** Writes an application and its first event, in the caller's transaction. */
  Outcome<CardApplication> insert(
      Caller caller,
      HolderRecord holder,
      String type,
      CardChannel channel,
      Step step,
      LocalDate day) {
    CardApplication application =
        new CardApplication(
            ids.next(),
            type,
            holder.id(),
            holder.homeRegion(),
            channel,
            CardStage.APPLIED,
            1,
            day,
            null);
    if (!store.insert(application, now())) {
      return Outcome.refused(
          Problem.of(
              ProblemCode.CONFLICT,
              "此人已有该卡种的申请或卡",
              "This person has an application for, or a card of, that type"));
    }
    record(caller, application, step, day);
    return Outcome.done(application);
  }

  /**
   * Takes a step.
   *
   * @return NOT_FOUND; NOT_ALLOWED for a role that does not take it; FOUR_EYES for who accepted it;
   *     CONFLICT where the application is not where the step begins
   */
  public Outcome<Stepped> step(Caller caller, String applicationId, Step step) {
    return checked(step)
        .then(sound -> transactions.write(() -> stepHeld(caller, applicationId, step)));
  }

  private Outcome<Stepped> stepHeld(Caller caller, String applicationId, Step step) {
    CardApplication before =
        store.lock(applicationId).filter(each -> maySee(caller, each)).orElse(null);
    if (before == null) {
      return Outcome.refused(ProblemCode.NOT_FOUND);
    }
    Optional<Problem> objection = objection(caller, before, step.stage());
    if (objection.isPresent()) {
      return Outcome.refused(objection.get());
    }
    return day(caller, step, before.lastDay()).then(day -> issueAndMove(caller, before, step, day));
  }

  private Outcome<Stepped> issueAndMove(
      Caller caller, CardApplication before, Step step, LocalDate day) {
    boolean isOurs =
        step.stage() == CardStage.ISSUED
            && store.findType(before.type()).orElseThrow().partner() == null;
    if (!isOurs) {
      return move(caller, before, step, day, Optional.empty());
    }
    return cards
        .issue(caller, before.holderId())
        .then(card -> move(caller, before, step, day, Optional.of(card)));
  }

  private Outcome<Stepped> move(
      Caller caller, CardApplication before, Step step, LocalDate day, Optional<Certificate> card) {
    CardApplication after =
        new CardApplication(
            before.id(),
            before.type(),
            before.holderId(),
            before.region(),
            before.channel(),
            step.stage(),
            before.lastEvent() + 1,
            day,
            step.stage() == CardStage.ACCEPTED ? caller.id() : before.acceptedBy());
    if (!store.step(before, after)) {
      throw new IllegalStateException("an application that is held has been moved");
    }
    record(caller, after, step, day);
    return Outcome.done(new Stepped(after, card));
  }

  private void record(Caller caller, CardApplication application, Step step, LocalDate day) {
    store.insert(
        application.id(),
        new CardEvent(
            application.lastEvent(),
            application.stage(),
            day,
            caller.id(),
            step.problems(),
            seal.seal(application.holderId(), step.notes())),
        now());
    journal.append(
        new JournalEntry(
            JournalKind.CARD_APPLICATION_STEPPED,
            application.id(),
            application.region(),
            caller.id(),
            caller.requestId(),
            now(),
            Map.of(
                "type",
                application.type(),
                "stage",
                application.stage().name(),
                "number",
                Integer.toString(application.lastEvent()))));
  }

  private static Optional<Problem> objection(
      Caller caller, CardApplication application, CardStage next) {
    if (!mayTake(caller.role(), application.stage(), next)) {
      return Optional.of(Problem.of(ProblemCode.NOT_ALLOWED));
    }
    if (!application.stage().mayBecome(next)) {
      return Optional.of(
          Problem.of(
              ProblemCode.CONFLICT,
              "申请目前的环节不能进行此操作",
              "The application is not where this step begins"));
    }
    return next.isOfReviewer() && caller.id().equals(application.acceptedBy())
        ? Optional.of(
            Problem.of(
                ProblemCode.FOUR_EYES,
                "受理人不能审核或批准同一申请",
                "Whoever accepted an application neither reviews nor approves it"))
        : Optional.empty();
  }

  private static boolean mayTake(Role role, CardStage from, CardStage next) {
    boolean isHolders =
        next == CardStage.WITHDRAWN || from == CardStage.RETURNED && next == CardStage.APPLIED;
    boolean isReviewers =
        next.isOfReviewer() || next == CardStage.RETURNED || next == CardStage.REFUSED;
    return switch (role) {
      case HOLDER -> isHolders;
      case CLERK -> !next.isOfReviewer();
      case REVIEWER -> isReviewers;
      case ADMIN -> true;
      default -> false;
    };
  }

  /** An application of the caller's own or region, with all its events. */
  public Outcome<History> find(Caller caller, String applicationId) {
    return transactions.read(
        () ->
            store
                .find(applicationId)
                .filter(each -> maySee(caller, each))
                .map(each -> Outcome.done(history(each)))
                .orElseGet(() -> Outcome.refused(ProblemCode.NOT_FOUND)));
  }

  private History history(CardApplication application) {
    return new History(
        application,
        store.listEvents(application.id()).stream()
            .map(
                each ->
                    new History.Told(each, seal.open(application.holderId(), each.sealedNotes())))
            .toList());
  }

  public List<CardApplication> listIn(
      RegionCode scope,
      @Nullable String type,
      @Nullable CardStage stage,
      String afterId,
      int limit) {
    return store.listIn(scope, type, stage, afterId, limit);
  }

  /** The caller's own, newest first. */
  public List<CardApplication> listOwn(Caller holder) {
    return store.listOf(holder.id(), PAGE_SIZE_MAX);
  }

  /** The office that took it, and that of the holder's home, where the holder has moved since. */
  private boolean maySee(Caller caller, CardApplication application) {
    return caller.role() == Role.HOLDER
        ? caller.id().equals(application.holderId())
        : caller.answersFor(application.region())
            || holders
                .findById(application.holderId())
                .filter(holder -> caller.answersFor(holder.homeRegion()))
                .isPresent();
  }

  private Outcome<Boolean> checked(Step step) {
    return store.listProblems().containsAll(step.problems())
        ? Outcome.done(true)
        : Outcome.refused(
            Problem.invalid("/problems", "没有此问题代码", "There is no problem of that code"));
  }

  /** Days run forward, and none lies in the future. Holders act today; offices enter paper. */
  private Outcome<LocalDate> day(Caller caller, Step step, LocalDate notBefore) {
    LocalDate today = BusinessTime.dayOf(clock.instant());
    LocalDate day = step.day().orElse(today);
    boolean isSound =
        !day.isBefore(caller.role() == Role.HOLDER ? today : notBefore)
            && !day.isAfter(today)
            && day.getYear() >= CardImporter.YEAR_MIN;
    return isSound
        ? Outcome.done(day)
        : Outcome.refused(
            Problem.invalid(
                "/day",
                "日期不得早于上一环节，也不得晚于今天",
                "The day is before the last step's, or in the future"));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

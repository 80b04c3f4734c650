package org.yongjun.pass.holder;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Regions;
import org.yongjun.pass.platform.Transactions;

/**
 * Runs campaigns. What is found of a person becomes an event of that person in the same
 * transaction, so that the counts of a campaign and the register cannot differ.
 */
public final class Campaigns {
  public static final int PAGE_SIZE_MAX = 100;

  /** Findings in one request. */
  public static final int FINDINGS_MAX = 500;

  private final CampaignStore store;
  private final MemberLists lists;
  private final PersonEvents events;
  private final Journal journal;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  public Campaigns(
      CampaignStore store,
      MemberLists lists,
      PersonEvents events,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.lists = lists;
    this.events = events;
    this.journal = journal;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /** A campaign with how far it has come. */
  public record Progress(Campaign campaign, Campaign.Counts counts) {}

  /** What became of one finding. */
  public record Recorded(String holderId, Result result) {}

  /** The things that can become of a finding. */
  public enum Result {
    RECORDED,
    /** The same was found before. */
    UNCHANGED,
    /** Something else was found before, here or by an event; set it right by an event. */
    DECIDED_OTHERWISE,
    /** The person is not in the campaign, or at home elsewhere by now. */
    NOT_IN_CAMPAIGN,
    /** Found when nobody can: before 1949, or more than a year ahead. */
    DAY_OUT_OF_RANGE
  }

  /** Leaves the transaction with everything in it undone. */
  private static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Lost() {
      super("decided meanwhile", null, false, false);
    }
  }

  /**
   * Begins a campaign.
   *
   * @return OUT_OF_REGION; INVALID_REQUEST for an unlisted region; NOT_FOUND for a list that the
   *     officer does not keep
   */
  public Outcome<Progress> create(
      Caller officer,
      RegionCode region,
      String title,
      LocalDate dueOn,
      Campaign.Population population) {
    if (!Regions.standard().exists(region)) {
      return Outcome.refused(
          Problem.invalid("/region", "没有此区划代码", "There is no region of that code"));
    }
    if (!officer.answersFor(region)) {
      return Outcome.refused(ProblemCode.OUT_OF_REGION);
    }
    Optional<String> list = population.listCode();
    if (list.isPresent()
        && lists.find(officer, list.get()) instanceof Outcome.Refused<MemberList>(Problem why)) {
      return Outcome.refused(why);
    }
    Campaign campaign = new Campaign(ids.next(), region, title, dueOn, officer.id(), now());
    transactions.writeOnly(
        () -> {
          store.insert(campaign);
          list.ifPresent(code -> store.addList(campaign, code, lists.today()));
          population.holderClass().ifPresent(each -> store.addClass(campaign, each));
          append(officer, campaign, JournalKind.CAMPAIGN_CREATED, Map.of());
        });
    return Outcome.done(progress(campaign));
  }

  /** A campaign of the officer's region; otherwise NOT_FOUND. */
  public Outcome<Progress> find(Caller officer, String campaignId) {
    return campaign(officer, campaignId).map(this::progress);
  }

  public List<Progress> listIn(RegionCode scope, String afterId, int limit) {
    return store.listIn(scope, afterId, limit).stream().map(this::progress).toList();
  }

  /** Its persons with that outcome, by holder id. */
  public Outcome<List<Campaign.Entry>> listPersons(
      Caller officer,
      String campaignId,
      Campaign.Outcome outcome,
      String afterHolderId,
      int limit) {
    return campaign(officer, campaignId)
        .map(campaign -> store.list(campaign.id(), outcome, afterHolderId, limit));
  }

  /** Records what was found of persons, each by itself, in the order given. */
  public Outcome<List<Recorded>> decide(
      Caller officer, String campaignId, List<Campaign.Finding> findings) {
    return campaign(officer, campaignId)
        .map(
            campaign ->
                findings.stream()
                    .map(each -> new Recorded(each.holderId(), decide(officer, campaign, each)))
                    .toList());
  }

  private Result decide(Caller officer, Campaign campaign, Campaign.Finding finding) {
    Optional<Campaign.Outcome> before = store.findOutcome(campaign.id(), finding.holderId());
    if (before.isEmpty()) {
      return Result.NOT_IN_CAMPAIGN;
    }
    if (before.get() == finding.outcome()) {
      return Result.UNCHANGED;
    }
    try {
      return transactions.write(() -> write(officer, campaign, finding));
    } catch (Lost lost) {
      return store
          .findOutcome(campaign.id(), finding.holderId())
          .filter(finding.outcome()::equals)
          .map(same -> Result.UNCHANGED)
          .orElse(Result.DECIDED_OTHERWISE);
    }
  }

  private Result write(Caller officer, Campaign campaign, Campaign.Finding finding) {
    // Who is known to be dead is found dead without dying again.
    Optional<PersonEventKind> kind =
        kindOf(finding.outcome())
            .filter(each -> each != PersonEventKind.DEATH || !events.hasDied(finding.holderId()));
    if (kind.isPresent()) {
      PersonEvent.Draft draft =
          new PersonEvent.Draft(
              kind.get(),
              finding.effectiveOn(),
              finding.document(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      if (events.record(officer, finding.holderId(), draft)
          instanceof Outcome.Refused<PersonEvent.Told>(Problem why)) {
        return resultOf(why);
      }
    }
    if (!store.decide(campaign.id(), finding.holderId(), finding.outcome(), officer.id(), now())) {
      throw new Lost();
    }
    append(
        officer,
        campaign,
        JournalKind.CAMPAIGN_DECIDED,
        Map.of("holder", finding.holderId(), "outcome", finding.outcome().name()));
    return Result.RECORDED;
  }

  private static Result resultOf(Problem why) {
    if (why.code() == ProblemCode.INVALID_REQUEST) {
      return Result.DAY_OUT_OF_RANGE;
    }
    return why.code() == ProblemCode.NOT_FOUND ? Result.NOT_IN_CAMPAIGN : Result.DECIDED_OTHERWISE;
  }

  private static Optional<PersonEventKind> kindOf(Campaign.Outcome outcome) {
    return switch (outcome) {
      case VERIFIED -> Optional.of(PersonEventKind.PROOF_OF_LIFE);
      case DEAD -> Optional.of(PersonEventKind.DEATH);
      case IMPRISONED -> Optional.of(PersonEventKind.IMPRISONMENT);
      case OPEN, NOT_FOUND -> Optional.empty();
    };
  }

  Outcome<Campaign> campaign(Caller officer, String campaignId) {
    return store
        .find(campaignId)
        .filter(campaign -> officer.answersFor(campaign.region()))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(ProblemCode.NOT_FOUND));
  }

  private Progress progress(Campaign campaign) {
    Map<Campaign.Outcome, Long> counts = store.count(campaign.id());
    long open = counts.getOrDefault(Campaign.Outcome.OPEN, 0L);
    long confirmed = counts.getOrDefault(Campaign.Outcome.VERIFIED, 0L);
    long removed =
        counts.getOrDefault(Campaign.Outcome.DEAD, 0L)
            + counts.getOrDefault(Campaign.Outcome.IMPRISONED, 0L);
    long notFound = counts.getOrDefault(Campaign.Outcome.NOT_FOUND, 0L);
    long checked = confirmed + removed;
    return new Progress(
        campaign,
        new Campaign.Counts(
            open + checked + notFound, open, checked, confirmed, removed, notFound));
  }

  void append(Caller officer, Campaign campaign, JournalKind kind, Map<String, String> content) {
    journal.append(
        new JournalEntry(
            kind,
            campaign.id(),
            campaign.region(),
            officer.id(),
            officer.requestId(),
            now(),
            content));
  }

  LocalDate today() {
    return BusinessTime.dayOf(clock.instant());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

package org.yongjun.pass.holder;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Regions;
import org.yongjun.pass.platform.Transactions;

/** Keeps who belongs to one household; the journal names lines, not persons. */
public final class Households {
  /** Lines of one household that are shown, ended ones too. */
  public static final int LINES_MAX = 100;

  private final HouseholdStore store;
  private final Holders holders;
  private final Journal journal;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  public Households(
      HouseholdStore store,
      Holders holders,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.holders = holders;
    this.journal = journal;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /** A household with all its lines. */
  public record Lines(Household household, List<Membership> lines) {}

  /** Refuses: INVALID_REQUEST for an unlisted region, OUT_OF_REGION. */
  public Outcome<Lines> create(Caller officer, RegionCode region) {
    if (!Regions.standard().exists(region)) {
      return Outcome.refused(
          Problem.invalid("/region", "没有此区划代码", "There is no region of that code"));
    }
    if (!officer.answersFor(region)) {
      return Outcome.refused(ProblemCode.OUT_OF_REGION);
    }
    Household household = new Household(ids.next(), region, officer.id(), now());
    transactions.writeOnly(
        () -> {
          store.insert(household);
          append(officer, household, JournalKind.HOUSEHOLD_CREATED, household.id(), Map.of());
        });
    return Outcome.done(new Lines(household, List.of()));
  }

  /** A household of the officer's region; otherwise NOT_FOUND. */
  public Outcome<Lines> find(Caller officer, String householdId) {
    return store
        .find(householdId)
        .filter(household -> officer.answersFor(household.region()))
        .map(this::lines)
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(ProblemCode.NOT_FOUND));
  }

  /**
   * Lets a holder of the officer's own region join.
   *
   * @return CONFLICT where that person belongs to a household on any of those days
   */
  public Outcome<Lines> join(
      Caller officer, String householdId, String holderId, LocalDate from, LocalDate until) {
    return find(officer, householdId)
        .then(
            found ->
                Period.of(from, until)
                    .then(
                        period ->
                            holders
                                .view(officer, holderId)
                                .then(
                                    view ->
                                        transactions.write(
                                            () ->
                                                join(
                                                    officer,
                                                    found.household(),
                                                    holderId,
                                                    period)))));
  }

  private Outcome<Lines> join(Caller officer, Household household, String holderId, Period period) {
    // Two offices that add one person at once go one after the other.
    store.lockHolder(holderId);
    if (store.isTaken(holderId, period)) {
      return Outcome.refused(
          Problem.of(
              ProblemCode.CONFLICT,
              "此人在该期间已属于一个家庭，请先截止原记录",
              "This person belongs to a household in that time; end that first"));
    }
    Instant now = now();
    Membership line = new Membership(ids.next(), household.id(), holderId, period, now, now);
    store.insert(line);
    append(
        officer,
        household,
        JournalKind.HOUSEHOLD_JOINED,
        line.id(),
        Map.of(
            "household", household.id(),
            "from", period.from().toString(),
            "until", period.until().toString()));
    return Outcome.done(lines(household));
  }

  /** Ends a line with {@code lastDay}; again on that day or later changes nothing. */
  public Outcome<Lines> leave(
      Caller officer, String householdId, String membershipId, LocalDate lastDay) {
    return find(officer, householdId)
        .then(
            found ->
                transactions.write(
                    () -> {
                      if (store.findMembership(householdId, membershipId).isEmpty()) {
                        return Outcome.refused(ProblemCode.NOT_FOUND);
                      }
                      if (store.end(membershipId, lastDay, now())) {
                        append(
                            officer,
                            found.household(),
                            JournalKind.HOUSEHOLD_LEFT,
                            membershipId,
                            Map.of("household", householdId, "until", lastDay.toString()));
                      }
                      return Outcome.done(lines(found.household()));
                    }));
  }

  private Lines lines(Household household) {
    return new Lines(household, store.listMembers(household.id(), LINES_MAX));
  }

  private void append(
      Caller officer,
      Household household,
      JournalKind kind,
      String subject,
      Map<String, String> content) {
    journal.append(
        new JournalEntry(
            kind, subject, household.region(), officer.id(), officer.requestId(), now(), content));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

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
 * Keeps the named lists that catalogues ask about. The journal says which line was added or ended,
 * not whose it is: where a person serves may be told by a list.
 */
public final class MemberLists {
  /** The most lists, or lines of one, on one page. */
  public static final int PAGE_SIZE_MAX = 100;

  private final MemberListStore store;
  private final Holders holders;
  private final Journal journal;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  public MemberLists(
      MemberListStore store,
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

  /** Refuses: OUT_OF_REGION, INVALID_REQUEST for an unlisted region, CONFLICT for a taken code. */
  public Outcome<MemberList> create(Caller officer, String code, RegionCode region, String title) {
    if (!Regions.standard().exists(region)) {
      return Outcome.refused(
          Problem.invalid("/region", "没有此区划代码", "There is no region of that code"));
    }
    if (!officer.answersFor(region)) {
      return Outcome.refused(ProblemCode.OUT_OF_REGION);
    }
    MemberList list = new MemberList(code, region, title, officer.id(), now());
    return transactions.write(
        () -> {
          if (!store.insert(list)) {
            return Outcome.refused(
                Problem.of(
                    ProblemCode.CONFLICT,
                    "此名单代码已被使用，请另取一个",
                    "This list code is taken; choose another"));
          }
          append(officer, list, JournalKind.MEMBER_LIST_CREATED, code, Map.of());
          return Outcome.done(list);
        });
  }

  /** A list of the officer's region; otherwise NOT_FOUND. */
  public Outcome<MemberList> find(Caller officer, String code) {
    return (MemberList.isCode(code) ? store.find(code) : Optional.<MemberList>empty())
        .filter(list -> officer.answersFor(list.region()))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(ProblemCode.NOT_FOUND));
  }

  /** The lists kept in {@code scope}, by code. */
  public List<MemberList> listIn(RegionCode scope, String afterCode, int limit) {
    return store.listIn(scope, afterCode, limit);
  }

  /** The lines of a list that hold on {@code day}, by id. */
  public Outcome<List<Membership>> listMembers(
      Caller officer, String code, LocalDate day, String afterId, int limit) {
    return find(officer, code).map(list -> store.listMembers(list.code(), day, afterId, limit));
  }

  /** Today, for whoever asks for the lines of the day. */
  public LocalDate today() {
    return BusinessTime.dayOf(clock.instant());
  }

  /**
   * Puts a holder of the officer's own region on a list; the same line again is answered alike.
   *
   * @return CONFLICT where there is a line of the same first day with another last one
   */
  public Outcome<Membership> add(
      Caller officer, String code, String holderId, LocalDate from, LocalDate until) {
    return find(officer, code)
        .then(
            list ->
                Period.of(from, until)
                    .then(
                        period ->
                            holders
                                .view(officer, holderId)
                                .then(
                                    view ->
                                        transactions.write(
                                            () -> insert(officer, list, holderId, period)))));
  }

  /** Writes one line with its journal entry, in the caller's transaction. */
  Outcome<Membership> insert(Caller officer, MemberList list, String holderId, Period period) {
    Instant now = now();
    Membership line = new Membership(ids.next(), list.code(), holderId, period, now, now);
    if (!store.insert(line)) {
      return findLine(list, holderId, period)
          .map(Outcome::done)
          .orElseGet(() -> Outcome.refused(alreadyListed()));
    }
    append(
        officer,
        list,
        JournalKind.LIST_MEMBER_ADDED,
        line.id(),
        Map.of("from", period.from().toString(), "until", period.until().toString()));
    return Outcome.done(line);
  }

  /** The line of a person that has exactly this period. */
  Optional<Membership> findLine(MemberList list, String holderId, Period period) {
    return store
        .findMembership(list.code(), holderId, period.from())
        .filter(known -> known.period().equals(period));
  }

  /**
   * Ends a line with {@code lastDay}, which may lie in the past and before its first day. Ending it
   * again on that day or later changes nothing.
   */
  public Outcome<Membership> end(
      Caller officer, String code, String membershipId, LocalDate lastDay) {
    return find(officer, code)
        .then(
            list ->
                transactions.write(
                    () -> {
                      if (store.findMembership(code, membershipId).isEmpty()) {
                        return Outcome.refused(ProblemCode.NOT_FOUND);
                      }
                      if (store.end(membershipId, lastDay, now())) {
                        append(
                            officer,
                            list,
                            JournalKind.LIST_MEMBER_ENDED,
                            membershipId,
                            Map.of("until", lastDay.toString()));
                      }
                      return Outcome.done(store.findMembership(code, membershipId).orElseThrow());
                    }));
  }

  void append(
      Caller officer,
      MemberList list,
      JournalKind kind,
      String subject,
      Map<String, String> content) {
    journal.append(
        new JournalEntry(
            kind, subject, list.region(), officer.id(), officer.requestId(), now(), content));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Problem alreadyListed() {
    return Problem.of(
        ProblemCode.CONFLICT,
        "此人同一生效日期已有一条不同的记录，请先截止该条",
        "There is another line of this person from the same day; end that one first");
  }
}

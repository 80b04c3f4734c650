package org.yongjun.pass.organisation;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
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
 * Appraises localities by year. Only an office above a locality does, so that nobody raises their
 * own score.
 */
public final class Appraisals {
  private final AppraisalStore store;
  private final Journal journal;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  public Appraisals(
      AppraisalStore store, Journal journal, Transactions transactions, Ids ids, Clock clock) {
    this.store = store;
    this.journal = journal;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /** What an office states. */
  public record Draft(
      RegionCode region,
      int year,
      Appraisal.Kind kind,
      int points,
      String reason,
      String document) {}

  /** A page of a year, and what the whole year comes to. */
  public record OfYear(List<Appraisal> page, AppraisalStore.Score score) {}

  /** Refuses: OUT_OF_REGION; NOT_ALLOWED for the officer's own region; INVALID_REQUEST. */
  public Outcome<Appraisal> record(Caller officer, Draft draft) {
    if (!Regions.standard().exists(draft.region())) {
      return Outcome.refused(
          Problem.invalid("/region", "没有此区划代码", "There is no region of that code"));
    }
    if (!officer.answersFor(draft.region())) {
      return Outcome.refused(ProblemCode.OUT_OF_REGION);
    }
    if (officer.region().equals(draft.region())) {
      return Outcome.refused(
          Problem.of(
              ProblemCode.NOT_ALLOWED,
              "考评由上级机关登记",
              "A locality is appraised by an office above it"));
    }
    if (draft.year() > BusinessTime.dayOf(clock.instant()).getYear()) {
      return Outcome.refused(Problem.invalid("/year", "年份尚未到来", "That year has not come"));
    }
    if (draft.kind() == Appraisal.Kind.POINTS == (draft.points() == 0)) {
      return Outcome.refused(
          Problem.invalid("/points", "加减分须有分值，否决项没有分值", "Points are not 0, and a veto has none"));
    }
    Appraisal appraisal =
        new Appraisal(
            ids.next(),
            draft.region(),
            draft.year(),
            draft.kind(),
            draft.points(),
            draft.reason(),
            draft.document(),
            officer.id(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    transactions.writeOnly(() -> write(officer, appraisal));
    return Outcome.done(appraisal);
  }

  private void write(Caller officer, Appraisal appraisal) {
    store.insert(appraisal);
    journal.append(
        new JournalEntry(
            JournalKind.APPRAISAL_RECORDED,
            appraisal.id(),
            appraisal.region(),
            officer.id(),
            officer.requestId(),
            appraisal.recordedAt(),
            Map.of(
                "year",
                Integer.toString(appraisal.year()),
                "kind",
                appraisal.kind().name(),
                "points",
                Integer.toString(appraisal.points()))));
  }

  /** Of a region that the officer answers for; its own office reads its own. */
  public OfYear list(RegionCode scope, int year, String afterId, int limit) {
    return transactions.read(
        () -> new OfYear(store.list(scope, year, afterId, limit), store.score(scope, year)));
  }
}

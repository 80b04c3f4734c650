package org.yongjun.pass.venue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;

/** Answers how many partners there were, came and went. */
public final class VenueFigures {
  /** A question with more groups is refused instead of cut short. */
  public static final int GROUPS_MAX = 10_000;

  private static final int YEAR_MIN = 1000;
  private static final int YEAR_MAX = 9999;

  private final VenueFigureStore store;
  private final Transactions transactions;

  public VenueFigures(VenueFigureStore store, Transactions transactions) {
    this.store = store;
    this.transactions = transactions;
  }

  /** Refuses: OUT_OF_REGION, INVALID_REQUEST, TOO_LARGE. */
  public Outcome<VenueFigure> sum(Caller caller, VenueFigureQuery query) {
    if (!caller.answersFor(query.region())) {
      return Outcome.refused(ProblemCode.OUT_OF_REGION);
    }
    if (query.to().isBefore(query.from())) {
      return Outcome.refused(
          Problem.invalid("/to", "末日早于首日", "The last day lies before the first"));
    }
    if (!isCalendarDay(query.from()) || !isCalendarDay(query.to())) {
      return Outcome.refused(notADay("/from"));
    }
    Optional<VenueStanding.Measure> measure = query.measure();
    if (measure.isEmpty()) {
      return Outcome.refused(
          Problem.invalid(
              "/groupBy",
              "类别批次、街区联盟、阶段须分别统计",
              "Classes and batches, groups, and stages are counted one at a time"));
    }
    return transactions.read(() -> sum(query, measure.get()));
  }

  private Outcome<VenueFigure> sum(VenueFigureQuery query, VenueStanding.Measure measure) {
    List<VenueFigure.Line> groups = store.sum(query, measure, GROUPS_MAX + 1);
    if (groups.size() > GROUPS_MAX) {
      return Outcome.refused(
          Problem.of(
              ProblemCode.TOO_LARGE, "分组过多，请缩小范围或减少维度", "Too many groups; ask for less at a time"));
    }
    VenueFigureQuery whole =
        new VenueFigureQuery(
            query.region(),
            query.from(),
            query.to(),
            EnumSet.noneOf(VenueFigureQuery.Feature.class),
            query.filter());
    VenueFigure.Flow total =
        store.sum(whole, measure, 1).stream()
            .findFirst()
            .map(VenueFigure.Line::flow)
            .orElse(VenueFigure.Flow.NONE);
    return Outcome.done(
        new VenueFigure(measure, query.groupBy().isEmpty() ? List.of() : groups, total));
  }

  /** Refuses: OUT_OF_REGION, INVALID_REQUEST. */
  public Outcome<VenueFigure.Counts> count(
      Caller caller, RegionCode region, LocalDate asOf, Optional<VenueKind> kind) {
    if (!caller.answersFor(region)) {
      return Outcome.refused(ProblemCode.OUT_OF_REGION);
    }
    return isCalendarDay(asOf)
        ? Outcome.done(transactions.read(() -> store.count(region, asOf, kind)))
        : Outcome.refused(notADay("/asOf"));
  }

  /** The days that a database keeps. */
  private static boolean isCalendarDay(LocalDate day) {
    return day.getYear() >= YEAR_MIN && day.getYear() <= YEAR_MAX;
  }

  private static Problem notADay(String pointer) {
    return Problem.invalid(pointer, "年份应为 1000 至 9999", "Its year must be from 1000 to 9999");
  }
}

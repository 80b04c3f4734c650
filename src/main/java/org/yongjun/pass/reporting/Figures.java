package org.yongjun.pass.reporting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;

/** Answers an office's questions about the benefits delivered in its region. */
public final class Figures {
  /** Uses through which persons are counted exactly; a few seconds of the database's time. */
  public static final long EXACT_USES_MAX = 2_000_000;

  private final FigureStore store;
  private final Transactions transactions;
  private final Clock clock;

  public Figures(FigureStore store, Transactions transactions, Clock clock) {
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * A figure and what it rests on.
   *
   * @param asOf the moment of the snapshot
   * @param pendingEntries entries that are booked but not yet in these sums
   */
  public record Figure(List<FigureRow> rows, Sums total, Instant asOf, long pendingEntries) {}

  public Outcome<Figure> sum(Caller caller, FigureQuery query) {
    return permitted(caller, query)
        .map(
            allowed ->
                transactions.read(
                    () -> {
                      Instant asOf = clock.instant();
                      List<FigureRow> rows = store.sum(allowed);
                      Sums total = rows.stream().map(FigureRow::sums).reduce(Sums.ZERO, Sums::plus);
                      return new Figure(rows, total, asOf, store.countPending());
                    }))
        .then(Figures::whole);
  }

  /**
   * Persons of each group and of all of them together, from one snapshot.
   *
   * @param total each person once, however many groups the person is in
   */
  public record PersonsFigure(List<PersonsRow> rows, long total, Instant asOf) {}

  /**
   * Counts persons exactly, in the ledger; refused as invalid where that would read more than
   * {@link #EXACT_USES_MAX} uses, which the roll-ups tell beforehand.
   */
  public Outcome<PersonsFigure> countPersons(Caller caller, FigureQuery query) {
    return permitted(caller, query)
        .then(
            allowed ->
                transactions.read(
                    () ->
                        store.countUses(allowed) > EXACT_USES_MAX
                            ? Outcome.refused(
                                Problem.invalid(
                                    "/from",
                                    "涉及的核销过多，无法逐人精确统计，请缩小范围",
                                    "Too many uses to count persons exactly; ask for less"))
                            : Outcome.done(exactly(allowed))))
        .then(
            figure ->
                figure.rows().size() > FigureQuery.ROWS_MAX
                    ? tooManyGroups()
                    : Outcome.done(figure));
  }

  private PersonsFigure exactly(FigureQuery query) {
    Instant asOf = clock.instant();
    List<PersonsRow> rows = store.countPersons(query);
    return new PersonsFigure(
        rows, store.countPersons(query.undivided()).getFirst().persons(), asOf);
  }

  /** The business day that it is now. */
  public LocalDate today() {
    return BusinessTime.dayOf(clock.instant());
  }

  private static Outcome<Figure> whole(Figure figure) {
    return figure.rows().size() > FigureQuery.ROWS_MAX ? tooManyGroups() : Outcome.done(figure);
  }

  private static <T> Outcome<T> tooManyGroups() {
    return Outcome.refused(
        Problem.invalid(
            "/groupBy", "分组过多，请缩小范围或减少分组", "Too many groups; ask for less or group by less"));
  }

  public Outcome<Conservation> check(Caller caller, FigureQuery query) {
    return permitted(caller, query).map(allowed -> transactions.read(() -> store.check(allowed)));
  }

  private static Outcome<FigureQuery> permitted(Caller caller, FigureQuery query) {
    if (!caller.answersFor(query.scope())) {
      return Outcome.refused(ProblemCode.OUT_OF_REGION);
    }
    return Outcome.done(query);
  }
}

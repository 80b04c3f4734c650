package org.yongjun.pass.holder;

import java.time.LocalDate;
import java.util.Optional;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;

/**
 * The business days during which something holds.
 *
 * @param from the first day
 * @param until the last day, inclusive; before {@code from} where it never came to hold
 */
public record Period(LocalDate from, LocalDate until) {
  /** The first and the last day that a period may name. */
  public static final LocalDate MIN = RowParser.DATE_MIN;

  public static final LocalDate MAX = RowParser.DATE_MAX;

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }

  /** Refuses reversed dates and dates out of range with INVALID_REQUEST. */
  static Outcome<Period> of(LocalDate from, LocalDate until) {
    return findFault(from, until)
        .<Outcome<Period>>map(
            fault ->
                Outcome.refused(
                    Problem.invalid("/validUntil", fault.text().zh(), fault.text().en())))
        .orElseGet(() -> Outcome.done(new Period(from, until)));
  }

  private static Optional<ImportFault> findFault(LocalDate from, LocalDate until) {
    if (from.isBefore(MIN) || until.isAfter(MAX)) {
      return Optional.of(ImportFault.DATE_OUT_OF_RANGE);
    }
    return until.isBefore(from) ? Optional.of(ImportFault.DATES_REVERSED) : Optional.empty();
  }
}

package org.yongjun.pass.reporting;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.yongjun.pass.kernel.RegionCode;

/**
 * What is asked for.
 *
 * @param scope venues inside this region
 * @param span the days, in the time base
 * @param asOfBookingDay leaves out what was booked on later days, so that a figure that was once
 *     reported can be told again; empty for all that is booked
 * @param period divides the days, in the time base
 */
public record FigureQuery(
    RegionCode scope,
    Span span,
    TimeBase timeBase,
    Optional<LocalDate> asOfBookingDay,
    Set<Dimension> groupBy,
    Optional<Period> period,
    Optional<String> venueId,
    Optional<String> itemId) {
  /** No answer has more rows; a question that would is refused, never cut short. */
  public static final int ROWS_MAX = 10_000;

  /** The same of everything together. */
  FigureQuery undivided() {
    return new FigureQuery(
        scope, span, timeBase, asOfBookingDay, Set.of(), Optional.empty(), venueId, itemId);
  }

  /** All that happened in a region, undivided. */
  public static FigureQuery of(RegionCode scope, Span span) {
    return new FigureQuery(
        scope,
        span,
        TimeBase.EVENT,
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}

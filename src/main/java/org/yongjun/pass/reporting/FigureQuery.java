package org.yongjun.pass.reporting;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.yongjun.pass.kernel.RegionCode;

/**
 * What is asked for.
 *
 * @param scope venues inside this region
 * @param from first day, inclusive
 * @param to last day, inclusive
 */
public record FigureQuery(
    RegionCode scope,
    LocalDate from,
    LocalDate to,
    TimeBase timeBase,
    Set<Dimension> groupBy,
    Optional<String> venueId,
    Optional<String> itemId) {
  /** No figure spans more days. */
  public static final int DAYS_MAX = 366 * 20;

  /** No answer has more rows. */
  public static final int ROWS_MAX = 10_000;
}

package org.yongjun.pass.reporting;

import java.time.LocalDate;
import java.util.List;

/**
 * Whether the roll-ups and the work they have not taken up equal the ledger, all three read from
 * one snapshot of the database.
 *
 * @param breaks where they do not, at most {@link #BREAKS_MAX}
 */
public record Conservation(Sums ledger, Sums rollup, Sums pending, List<Break> breaks) {
  public static final int BREAKS_MAX = 100;

  /** A day and venue at which roll-up plus pending work differ from the ledger. */
  public record Break(
      LocalDate eventDay, String venueId, String itemId, Sums ledger, Sums counted) {}

  public boolean holds() {
    return breaks.isEmpty() && ledger.equals(rollup.plus(pending));
  }
}

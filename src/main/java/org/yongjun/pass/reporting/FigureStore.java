package org.yongjun.pass.reporting;

import java.util.List;

/** Reads roll-ups; only the conservation check reads the ledger. */
public interface FigureStore {
  /**
   * Rows in the order of their keys, then periods; the sums of no group stand alone when nothing is
   * divided. One row more than {@link FigureQuery#ROWS_MAX} says that there are too many.
   */
  List<FigureRow> sum(FigureQuery query);

  /** How many work rows the roll-ups have not taken up. */
  long countPending();

  Conservation check(FigureQuery query);
}

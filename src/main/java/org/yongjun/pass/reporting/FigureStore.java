package org.yongjun.pass.reporting;

import java.util.List;

/** Reads roll-ups; only the conservation check and exact persons read the ledger. */
public interface FigureStore {
  /**
   * Rows in the order of their keys, then periods; the sums of no group stand alone when nothing is
   * divided. One row more than {@link FigureQuery#ROWS_MAX} says that there are too many.
   */
  List<FigureRow> sum(FigureQuery query);

  /** How many work rows the roll-ups have not taken up. */
  long countPending();

  /** How many uses the roll-ups know of what is asked, whatever it is divided by. */
  long countUses(FigureQuery query);

  /**
   * Persons of whom some use stands, counted in the ledger: each once in each group. Rows as of
   * {@link #sum}; without any division one row, even for nobody.
   */
  List<PersonsRow> countPersons(FigureQuery query);

  Conservation check(FigureQuery query);
}

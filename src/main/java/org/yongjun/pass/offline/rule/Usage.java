package org.yongjun.pass.offline.rule;

/** Answers how much of a limit has been used before this evaluation. */
@FunctionalInterface
public interface Usage {
  /**
   * Nothing counted: for a reader that keeps no counters. Its uses are recorded as facts, and an
   * overrun is flagged when they are uploaded.
   */
  Usage NONE = (item, limit) -> 0;

  /**
   * Uses, visits, persons or fen (by the limit's unit) so far, in the current period, of the
   * current holder, household or venue as the limit says.
   */
  long used(Item item, Limit limit);

  /**
   * Whether that number already includes this visit (unit VISITS, and USES of a bundle) or this
   * person (unit HOLDERS): then the bill adds nothing to it and passes, even where the limit is
   * used up. Never asked for other uses and for fen. Who keeps no such record answers no.
   */
  default boolean isCounted(Item item, Limit limit) {
    return false;
  }
}

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
   * Uses or fen (by the limit's unit) so far, in the current period, of the current holder,
   * household or venue as the limit says.
   */
  long used(Item item, Limit limit);
}

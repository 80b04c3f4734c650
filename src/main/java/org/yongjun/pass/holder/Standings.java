package org.yongjun.pass.holder;

import java.time.LocalDate;

/** Says on which lists a person stands; for the rules, never for a shop or a figure. */
@FunctionalInterface
public interface Standings {
  /**
   * By the dates of validity, last days included.
   *
   * @param day may lie in the past: a use is judged by its own day
   */
  Standing standingOf(String holderId, LocalDate day);
}

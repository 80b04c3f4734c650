package org.yongjun.pass.holder;

import java.util.Optional;
import java.util.Set;

/**
 * What the register's lists say of a person on one day.
 *
 * @param lists the codes of the member lists on which the person stands
 * @param householdLists the same for anyone of the household, the person included
 * @param householdId empty for a person who belongs to none
 */
public record Standing(
    Set<String> lists, Set<String> householdLists, Optional<String> householdId) {
  public Standing {
    lists = Set.copyOf(lists);
    householdLists = Set.copyOf(householdLists);
  }

  /** Where a person serves may be told by it. */
  @Override
  public String toString() {
    return "Standing";
  }
}

package org.yongjun.pass.organisation;

import java.time.LocalDate;

/** How many people work at a unit from a day on, until the next such line. */
public record Staff(LocalDate from, int fullTime, int partTime) {
  public static final int PEOPLE_MAX = 99_999;
}

package org.yongjun.pass.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;

/** Which days may be named: what a database can keep and no slip of the pen. */
final class Days {
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

  private Days() {}

  static boolean isSound(LocalDate day) {
    return !day.isBefore(FIRST) && !day.isAfter(LAST);
  }

  /** INVALID_REQUEST at {@code pointer} for a day beyond all sense; nothing said is sound. */
  static Outcome<Boolean> check(String pointer, @Nullable LocalDate day) {
    return day == null || isSound(day)
        ? Outcome.done(true)
        : Outcome.refused(Problem.invalid(pointer, "日期超出范围", "The day is out of range"));
  }
}

package org.yongjun.pass.holder;

import java.time.LocalDate;
import java.util.Optional;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;

/** Keeps where persons were at home, and in which classes, by day; in the caller's transaction. */
public interface SpanStore {
  /**
   * The days that an event is the last word for.
   *
   * @param before the first day of the next event of its kind, if there is one
   */
  record Reach(LocalDate from, Optional<LocalDate> before) {}

  /** Whether any day changed. */
  boolean addClass(String holderId, Reach reach, HolderClass added);

  /** Whether any day changed. */
  boolean removeClass(String holderId, Reach reach, HolderClass removed);

  void move(String holderId, Reach reach, RegionCode home);

  /** No day from {@code day} on counts. */
  void end(String holderId, LocalDate day);

  /** Where a person was at home, and in which classes. */
  record Facts(RegionCode home, HolderClasses classes) {}

  /** Empty where that day does not count. */
  Optional<Facts> findOn(String holderId, LocalDate day);

  /** Makes these days count, of which none counts so far. */
  void put(String holderId, Period days, Facts facts);
}

package org.yongjun.pass.holder;

import java.time.LocalDate;
import java.util.Optional;
import org.yongjun.pass.kernel.HolderClass;
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

  /** The days of entitlement from {@code day} on count again, as the record has them now. */
  void restore(HolderRecord holder, LocalDate day);
}

package org.yongjun.pass.holder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;

/** Counts persons; each is counted once. */
public interface PopulationStore {
  /** Persons at home in one region with exactly these classes. */
  record Cell(RegionCode region, HolderClasses classes, long persons) {}

  /** Those with any class at home inside {@code scope} on {@code day}. */
  List<Cell> countOn(RegionCode scope, LocalDate day);

  /** Those at home inside {@code scope} by now who were registered before {@code end}. */
  long countFiled(RegionCode scope, Instant end);

  /** Those registered from {@code start} on and before {@code end}. */
  long countFiled(RegionCode scope, Instant start, Instant end);

  /** Persons with an event in force of each kind, with an effective day in the period. */
  Map<PersonEventKind, Long> countByKind(RegionCode scope, LocalDate from, LocalDate to);

  /** Persons who came from outside {@code scope}, by either office's record. */
  long countArrived(RegionCode scope, LocalDate from, LocalDate to);

  /** Persons who went to a place outside {@code scope}. */
  long countLeft(RegionCode scope, LocalDate from, LocalDate to);
}

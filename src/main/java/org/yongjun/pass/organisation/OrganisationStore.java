package org.yongjun.pass.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.RegionCode;

/** Keeps the tree; writes in the caller's transaction. */
public interface OrganisationStore {
  /** False, and nothing written, when there is a level of that code. */
  boolean insert(Level level, String createdBy, Instant createdAt);

  Optional<Level> findLevel(String code);

  /** The levels that may be used somewhere in {@code scope}, by rank, then code. */
  List<Level> listLevels(RegionCode scope);

  /** False, and nothing written, when there is a unit of that code. */
  boolean insert(Unit unit, String createdBy, Instant createdAt);

  Optional<Unit> findUnit(String id);

  Optional<Unit> findUnitByCode(String code);

  /** Units open on {@code day} in {@code scope}, by id; of one level where it is named. */
  List<Unit> listUnits(
      RegionCode scope, @Nullable String level, LocalDate day, String afterId, int limit);

  /** Counts one more open unit below; false when the unit is closed by {@code day}. */
  boolean addChild(String unitId, LocalDate day);

  void removeChild(String unitId);

  /** The last day of the unit below it that closed last, as it is at this moment. */
  Optional<LocalDate> findLastDayBelow(String unitId);

  /** False, and nothing written, when it is closed already or has open units below it. */
  boolean close(String unitId, LocalDate lastDay);

  /** False, and nothing written, when maps show it since that day already. */
  boolean setOnMaps(String unitId, LocalDate since);

  /** Writes the line of that day, over an earlier one of the same day. */
  void putStaff(String unitId, Staff staff);

  /** Writes the line of that day, over an earlier one of the same day. */
  void putTarget(Target target);

  /** Units open on {@code day}, counted by region, level and kind. */
  List<Cell> countUnits(RegionCode scope, LocalDate day);

  /** The targets that hold on {@code day}, one per region and level. */
  List<Target> listTargets(RegionCode scope, LocalDate day);

  /**
   * Units of one region, level and kind.
   *
   * @param level null where they belong to none
   */
  record Cell(
      RegionCode region,
      @Nullable String level,
      Unit.Kind kind,
      long units,
      long onMaps,
      long fullTime,
      long partTime) {}

  /** How many units of a level a region should have from a day on. */
  record Target(RegionCode region, String level, LocalDate from, int shouldExist) {}
}

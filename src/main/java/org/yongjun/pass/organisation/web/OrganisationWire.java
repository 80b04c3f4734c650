package org.yongjun.pass.organisation.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.organisation.Level;
import org.yongjun.pass.organisation.OrganisationStore;
import org.yongjun.pass.organisation.Staff;
import org.yongjun.pass.organisation.Unit;
import org.yongjun.pass.organisation.UnitDraft;
import org.yongjun.pass.organisation.UnitFault;
import org.yongjun.pass.organisation.UnitReport;

/** What travels over HTTP about levels and units. */
final class OrganisationWire {
  static final String REGION_PATTERN = "[0-9]{6}";

  private OrganisationWire() {}

  @Serdeable
  record NewLevelRequest(
      @NotNull @Pattern(regexp = Level.CODE_PATTERN) String level,
      @NotNull @Pattern(regexp = REGION_PATTERN) String region,
      @NotBlank @Size(max = Level.TITLE_LENGTH_MAX) String title,
      @Min(0) @Max(Level.RANK_MAX) int rank) {
    Level toLevel() {
      return new Level(level, RegionCode.of(region), title.strip(), rank);
    }
  }

  @Serdeable
  record LevelAnswer(String level, String region, String title, int rank) {
    static LevelAnswer of(Level level) {
      return new LevelAnswer(level.code(), level.region().toString(), level.title(), level.rank());
    }
  }

  @Serdeable
  record LevelList(List<LevelAnswer> levels) {}

  @Serdeable
  record NewUnitRequest(
      @NotNull @Pattern(regexp = Unit.CODE_PATTERN) String unitCode,
      @NotNull Unit.Kind kind,
      @Nullable @Pattern(regexp = Level.CODE_PATTERN) String level,
      @Nullable @Pattern(regexp = Unit.CODE_PATTERN) String parentCode,
      @NotNull @Pattern(regexp = REGION_PATTERN) String region,
      @NotBlank @Size(max = Unit.NAME_LENGTH_MAX) String name,
      @NotNull LocalDate openedOn,
      @Nullable LocalDate onMapsSince,
      @Nullable @Size(max = Unit.DUTIES_MAX)
          List<@NotNull @Pattern(regexp = Unit.DUTY_PATTERN) String> duties,
      @Nullable @Min(0) @Max(Staff.PEOPLE_MAX) Integer fullTime,
      @Nullable @Min(0) @Max(Staff.PEOPLE_MAX) Integer partTime) {
    UnitDraft draft() {
      return new UnitDraft(
          unitCode,
          kind,
          level,
          parentCode,
          RegionCode.of(region),
          name.strip(),
          openedOn,
          onMapsSince,
          duties == null ? List.of() : duties,
          Objects.requireNonNullElse(fullTime, 0),
          Objects.requireNonNullElse(partTime, 0));
    }
  }

  @Serdeable
  record UnitAnswer(
      String unitId,
      String unitCode,
      Unit.Kind kind,
      @Nullable String level,
      @Nullable String parentId,
      String region,
      String name,
      LocalDate openedOn,
      @Nullable LocalDate closedOn,
      @Nullable LocalDate onMapsSince,
      List<String> duties) {
    static UnitAnswer of(Unit unit) {
      return new UnitAnswer(
          unit.id(),
          unit.code(),
          unit.kind(),
          unit.level(),
          unit.parentId(),
          unit.region().toString(),
          unit.name(),
          unit.openedOn(),
          unit.closedOn().equals(Unit.OPEN) ? null : unit.closedOn(),
          unit.onMapsSince(),
          unit.duties());
    }
  }

  @Serdeable
  record UnitPage(List<UnitAnswer> units, boolean hasMore, @Nullable String next) {}

  @Serdeable
  record UnitFaultAnswer(int row, UnitFault code, String detail) {}

  @Serdeable
  record UnitReportAnswer(
      String importId, int created, int unchanged, int rejected, List<UnitFaultAnswer> faults) {
    static UnitReportAnswer of(UnitReport report, String language) {
      return new UnitReportAnswer(
          report.importId(),
          report.created(),
          report.unchanged(),
          report.rejected(),
          report.faults().stream()
              .map(
                  each ->
                      new UnitFaultAnswer(
                          each.row(), each.fault(), each.fault().text().in(language)))
              .toList());
    }
  }

  /** The last day, inclusive. */
  @Serdeable
  record CloseUnitRequest(@NotNull LocalDate lastDay) {}

  @Serdeable
  record MapEntryRequest(@NotNull LocalDate since) {}

  /** Holds from {@code since} until the next such statement. */
  @Serdeable
  record StaffRequest(
      @NotNull LocalDate since,
      @Min(0) @Max(Staff.PEOPLE_MAX) int fullTime,
      @Min(0) @Max(Staff.PEOPLE_MAX) int partTime) {
    Staff staff() {
      return new Staff(since, fullTime, partTime);
    }
  }

  /** Holds from {@code since} until the next such statement. */
  @Serdeable
  record TargetRequest(
      @NotNull @Pattern(regexp = REGION_PATTERN) String region,
      @NotNull @Pattern(regexp = Level.CODE_PATTERN) String level,
      @NotNull LocalDate since,
      @Min(0) @Max(1_000_000) int shouldExist) {
    OrganisationStore.Target target() {
      return new OrganisationStore.Target(RegionCode.of(region), level, since, shouldExist);
    }
  }

  @Serdeable
  record TargetAnswer(String region, String level, LocalDate since, int shouldExist) {
    static TargetAnswer of(OrganisationStore.Target target) {
      return new TargetAnswer(
          target.region().toString(), target.level(), target.from(), target.shouldExist());
    }
  }
}

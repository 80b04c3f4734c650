package org.yongjun.pass.organisation.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.organisation.Level;
import org.yongjun.pass.organisation.OrganisationStore;
import org.yongjun.pass.organisation.Staff;
import org.yongjun.pass.organisation.Unit;
import org.yongjun.pass.platform.store.Races;
import org.yongjun.pass.platform.store.Statements;

/** {@link OrganisationStore} in the database. */
@Singleton
final class JdbcOrganisationStore implements OrganisationStore {
  private final Statements statements;

  JdbcOrganisationStore(Statements statements) {
    this.statements = statements;
  }

  @Override
  public boolean insert(Level level, String createdBy, Instant createdAt) {
    return Races.inserted(
        () ->
            statements.update(
                "INSERT INTO organisation_level"
                    + " (code, region, title, level_rank, created_by, created_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?)",
                level.code(),
                level.region().value(),
                level.title(),
                level.rank(),
                createdBy,
                createdAt));
  }

  @Override
  public Optional<Level> findLevel(String code) {
    return statements
        .query(
            "SELECT * FROM organisation_level WHERE code = ?", JdbcOrganisationStore::level, code)
        .stream()
        .findFirst();
  }

  @Override
  public List<Level> listLevels(RegionCode scope) {
    return statements
        .query(
            "SELECT * FROM organisation_level ORDER BY level_rank, code",
            JdbcOrganisationStore::level)
        .stream()
        .filter(level -> level.region().contains(scope) || scope.contains(level.region()))
        .toList();
  }

  @Override
  public boolean insert(Unit unit, String createdBy, Instant createdAt) {
    return Races.inserted(
        () ->
            statements.update(
                "INSERT INTO organisation_unit (id, code, kind, level_code, parent_id, region,"
                    + " name, opened_on, closed_on, on_maps_since, duties, open_children,"
                    + " created_by, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)",
                unit.id(),
                unit.code(),
                unit.kind().name(),
                unit.level(),
                unit.parentId(),
                unit.region().value(),
                unit.name(),
                unit.openedOn(),
                unit.closedOn(),
                unit.onMapsSince(),
                String.join(Unit.DUTY_SEPARATOR, unit.duties()),
                createdBy,
                createdAt));
  }

  @Override
  public Optional<Unit> findUnit(String id) {
    return statements
        .query("SELECT * FROM organisation_unit WHERE id = ?", JdbcOrganisationStore::unit, id)
        .stream()
        .findFirst();
  }

  @Override
  public Optional<Unit> findUnitByCode(String code) {
    return statements
        .query("SELECT * FROM organisation_unit WHERE code = ?", JdbcOrganisationStore::unit, code)
        .stream()
        .findFirst();
  }

  @Override
  public List<Unit> listUnits(
      RegionCode scope, @Nullable String level, LocalDate day, String afterId, int limit) {
    return statements.query(
        "SELECT * FROM organisation_unit WHERE region BETWEEN ? AND ? AND opened_on <= ?"
            + " AND closed_on >= ? AND (? IS NULL OR level_code = ?) AND id > ?"
            + " ORDER BY id LIMIT ?",
        JdbcOrganisationStore::unit,
        scope.value(),
        scope.last().value(),
        day,
        day,
        level,
        level,
        afterId,
        limit);
  }

  @Override
  public boolean addChild(String unitId, LocalDate day) {
    return statements.update(
            "UPDATE organisation_unit SET open_children = open_children + 1"
                + " WHERE id = ? AND opened_on <= ? AND closed_on >= ?",
            unitId,
            day,
            day)
        == 1;
  }

  @Override
  public void removeChild(String unitId) {
    statements.update(
        "UPDATE organisation_unit SET open_children = open_children - 1"
            + " WHERE id = ? AND open_children > 0",
        unitId);
  }

  @Override
  public Optional<LocalDate> findLastDayBelow(String unitId) {
    return statements
        .query(
            "SELECT closed_on FROM organisation_unit WHERE parent_id = ?"
                + " ORDER BY closed_on DESC LIMIT 1 FOR UPDATE",
            row -> row.getObject("closed_on", LocalDate.class),
            unitId)
        .stream()
        .findFirst();
  }

  @Override
  public boolean close(String unitId, LocalDate lastDay) {
    return statements.update(
            "UPDATE organisation_unit SET closed_on = ?"
                + " WHERE id = ? AND closed_on = ? AND open_children = 0",
            lastDay,
            unitId,
            Unit.OPEN)
        == 1;
  }

  @Override
  public boolean setOnMaps(String unitId, LocalDate since) {
    return statements.update(
            "UPDATE organisation_unit SET on_maps_since = ?"
                + " WHERE id = ? AND (on_maps_since IS NULL OR on_maps_since <> ?)",
            since,
            unitId,
            since)
        == 1;
  }

  @Override
  public void putStaff(String unitId, Staff staff) {
    statements.update(
        "INSERT INTO organisation_staff (unit_id, from_day, full_time, part_time)"
            + " VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE full_time = ?, part_time = ?",
        unitId,
        staff.from(),
        staff.fullTime(),
        staff.partTime(),
        staff.fullTime(),
        staff.partTime());
  }

  @Override
  public void putTarget(Target target) {
    statements.update(
        "INSERT INTO organisation_target (region, level_code, from_day, should_exist)"
            + " VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE should_exist = ?",
        target.region().value(),
        target.level(),
        target.from(),
        target.shouldExist(),
        target.shouldExist());
  }

  @Override
  public List<Cell> countUnits(RegionCode scope, LocalDate day) {
    return statements.query(
        "SELECT u.region, u.level_code, u.kind, COUNT(*) AS units,"
            + " SUM(CASE WHEN u.on_maps_since <= ? THEN 1 ELSE 0 END) AS on_maps,"
            + " COALESCE(SUM(s.full_time), 0) AS full_time,"
            + " COALESCE(SUM(s.part_time), 0) AS part_time"
            + " FROM organisation_unit u LEFT JOIN organisation_staff s ON s.unit_id = u.id"
            + " AND s.from_day = (SELECT MAX(l.from_day) FROM organisation_staff l"
            + " WHERE l.unit_id = u.id AND l.from_day <= ?)"
            + " WHERE u.region BETWEEN ? AND ? AND u.opened_on <= ? AND u.closed_on >= ?"
            + " GROUP BY u.region, u.level_code, u.kind ORDER BY u.region, u.level_code, u.kind",
        row ->
            new Cell(
                new RegionCode(row.getInt("region")),
                row.getString("level_code"),
                Unit.Kind.valueOf(row.getString("kind")),
                row.getLong("units"),
                row.getLong("on_maps"),
                row.getLong("full_time"),
                row.getLong("part_time")),
        day,
        day,
        scope.value(),
        scope.last().value(),
        day,
        day);
  }

  @Override
  public List<Target> listTargets(RegionCode scope, LocalDate day) {
    return statements.query(
        "SELECT t.* FROM organisation_target t WHERE t.region BETWEEN ? AND ?"
            + " AND t.from_day = (SELECT MAX(l.from_day) FROM organisation_target l"
            + " WHERE l.region = t.region AND l.level_code = t.level_code AND l.from_day <= ?)"
            + " ORDER BY t.region, t.level_code",
        row ->
            new Target(
                new RegionCode(row.getInt("region")),
                row.getString("level_code"),
                row.getObject("from_day", LocalDate.class),
                row.getInt("should_exist")),
        scope.value(),
        scope.last().value(),
        day);
  }

  private static Level level(ResultSet row) throws SQLException {
    return new Level(
        row.getString("code"),
        new RegionCode(row.getInt("region")),
        row.getString("title"),
        row.getInt("level_rank"));
  }

  private static Unit unit(ResultSet row) throws SQLException {
    String duties = row.getString("duties");
    return new Unit(
        row.getString("id"),
        row.getString("code"),
        Unit.Kind.valueOf(row.getString("kind")),
        row.getString("level_code"),
        row.getString("parent_id"),
        new RegionCode(row.getInt("region")),
        row.getString("name"),
        row.getObject("opened_on", LocalDate.class),
        row.getObject("closed_on", LocalDate.class),
        row.getObject("on_maps_since", LocalDate.class),
        duties.isEmpty() ? List.of() : List.of(duties.split(Unit.DUTY_SEPARATOR)));
  }
}

package org.yongjun.pass.holder.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.holder.PersonEventKind;
import org.yongjun.pass.holder.PopulationStore;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.store.Statements;

/** {@link PopulationStore} in the database. */
@Singleton
final class JdbcPopulationStore implements PopulationStore {
  private static final String IN_FORCE =
      " FROM person_event e JOIN person_event_state s ON s.event_id = e.id"
          + " WHERE s.state = 'APPLIED' AND e.effective_on BETWEEN ? AND ?";

  /** A vehicle has a record as a person has, but is none. */
  private static final int VEHICLE = HolderClasses.of(HolderClass.VEHICLE).bits();

  private final Statements statements;

  JdbcPopulationStore(Statements statements) {
    this.statements = statements;
  }

  @Override
  public List<Cell> countOn(RegionCode scope, LocalDate day) {
    return statements.query(
        "SELECT home_region, class_bits, COUNT(*) AS persons FROM holder_span"
            + " WHERE home_region BETWEEN ? AND ? AND from_day <= ? AND until_day >= ?"
            + " AND class_bits <> 0 AND class_bits & ? = 0 GROUP BY home_region, class_bits",
        row ->
            new Cell(
                new RegionCode(row.getInt("home_region")),
                new HolderClasses(row.getInt("class_bits")),
                row.getLong("persons")),
        scope.value(),
        scope.last().value(),
        day,
        day,
        VEHICLE);
  }

  @Override
  public long countFiled(RegionCode scope, Instant end) {
    return countFiled(scope, Instant.EPOCH, end);
  }

  @Override
  public long countFiled(RegionCode scope, Instant start, Instant end) {
    return number(
        "SELECT COUNT(*) AS persons FROM holder WHERE home_region BETWEEN ? AND ?"
            + " AND created_at >= ? AND created_at < ? AND class_bits & ? = 0",
        scope.value(),
        scope.last().value(),
        start,
        end,
        VEHICLE);
  }

  @Override
  public Map<PersonEventKind, Long> countByKind(RegionCode scope, LocalDate from, LocalDate to) {
    Map<PersonEventKind, Long> counts = new EnumMap<>(PersonEventKind.class);
    statements
        .query(
            "SELECT e.kind, COUNT(DISTINCT e.holder_id) AS persons"
                + IN_FORCE
                + " AND e.home_region BETWEEN ? AND ? GROUP BY e.kind",
            row ->
                Map.entry(PersonEventKind.valueOf(row.getString("kind")), row.getLong("persons")),
            from,
            to,
            scope.value(),
            scope.last().value())
        .forEach(each -> counts.put(each.getKey(), each.getValue()));
    return counts;
  }

  @Override
  public long countArrived(RegionCode scope, LocalDate from, LocalDate to) {
    int first = scope.value();
    int last = scope.last().value();
    return number(
        "SELECT COUNT(DISTINCT e.holder_id) AS persons"
            + IN_FORCE
            + " AND ((e.kind = 'TRANSFER_IN' AND e.home_region BETWEEN ? AND ?"
            + " AND e.other_region NOT BETWEEN ? AND ?)"
            + " OR (e.kind = 'TRANSFER_OUT' AND e.other_region BETWEEN ? AND ?"
            + " AND e.home_region NOT BETWEEN ? AND ?))",
        from,
        to,
        first,
        last,
        first,
        last,
        first,
        last,
        first,
        last);
  }

  @Override
  public long countLeft(RegionCode scope, LocalDate from, LocalDate to) {
    int first = scope.value();
    int last = scope.last().value();
    return number(
        "SELECT COUNT(DISTINCT e.holder_id) AS persons"
            + IN_FORCE
            + " AND e.kind = 'TRANSFER_OUT' AND e.home_region BETWEEN ? AND ?"
            + " AND e.other_region NOT BETWEEN ? AND ?",
        from,
        to,
        first,
        last,
        first,
        last);
  }

  private long number(String sql, @Nullable Object... values) {
    return statements.query(sql, row -> row.getLong("persons"), values).getFirst();
  }
}

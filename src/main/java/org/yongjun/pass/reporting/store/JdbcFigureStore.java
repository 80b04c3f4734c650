package org.yongjun.pass.reporting.store;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yongjun.pass.reporting.Conservation;
import org.yongjun.pass.reporting.Dimension;
import org.yongjun.pass.reporting.FigureQuery;
import org.yongjun.pass.reporting.FigureRow;
import org.yongjun.pass.reporting.FigureStore;
import org.yongjun.pass.reporting.PersonsRow;
import org.yongjun.pass.reporting.Sums;

@Singleton
final class JdbcFigureStore implements FigureStore {
  /** A use counts under its own item, its visit under the item that opened the visit. */
  private static final String LEDGER_BY_ITEM =
      """
      SELECT event_day, venue_id, item_id, %s FROM (
        SELECT event_day, venue_id, item_id, direction AS uses, 0 AS visits,
          direction * list_fen AS list_fen, direction * reference_fen AS reference_fen,
          direction * payable_fen AS payable_fen, direction * benefit_value_fen AS benefit_value_fen
        FROM ledger_entry WHERE %s
        UNION ALL
        SELECT event_day, venue_id, visit_item_id, 0, visit_delta, 0, 0, 0, 0
        FROM ledger_entry WHERE visit_delta <> 0 AND %s
      ) counted GROUP BY event_day, venue_id, item_id
      """;

  /**
   * A person counts who has a use that was not taken back in the same group. One that was taken
   * back in a later period than it was booked in takes nothing away from that person's other uses
   * there.
   */
  private static final String STANDING_PERSONS =
      """
      SELECT %s COUNT(DISTINCT person) FROM (
        SELECT %s person FROM ledger_entry WHERE %s
        GROUP BY %s person, visit_id, part, attempt HAVING SUM(direction) > 0
      ) standing
      """;

  private final JdbcOperations jdbc;

  JdbcFigureStore(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<FigureRow> sum(FigureQuery query) {
    List<Dimension> dimensions = query.groupBy().stream().sorted().toList();
    List<String> columns = FigureColumns.of(query, dimensions);
    String keys = columns.isEmpty() ? "" : String.join(", ", columns) + ", ";
    String places =
        IntStream.rangeClosed(1, columns.size())
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));
    String tail =
        columns.isEmpty()
            ? ""
            : " GROUP BY %1$s ORDER BY %1$s LIMIT %2$d".formatted(places, FigureQuery.ROWS_MAX + 1);
    Filter filter = Filter.of(query, "item_id");
    String sql =
        "SELECT " + keys + SumColumns.OF_ROLLUP + " FROM rollup_day WHERE " + filter.sql() + tail;
    return jdbc.prepareStatement(
        sql,
        statement -> {
          filter.bind(statement, 1);
          List<FigureRow> rows = new ArrayList<>();
          try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
              rows.add(
                  new FigureRow(
                      key(result, dimensions),
                      period(result, query, columns.size()),
                      SumColumns.read(result, columns.size() + 1)));
            }
          }
          return rows;
        });
  }

  private static Map<Dimension, String> key(ResultSet result, List<Dimension> dimensions)
      throws SQLException {
    Map<Dimension, String> key = new EnumMap<>(Dimension.class);
    for (int i = 0; i < dimensions.size(); i++) {
      key.put(dimensions.get(i), result.getString(i + 1));
    }
    return key;
  }

  private static Optional<String> period(ResultSet result, FigureQuery query, int column)
      throws SQLException {
    return query.period().isPresent() ? Optional.of(result.getString(column)) : Optional.empty();
  }

  @Override
  public List<PersonsRow> countPersons(FigureQuery query) {
    List<Dimension> dimensions = query.groupBy().stream().sorted().toList();
    List<String> columns = FigureColumns.of(query, dimensions);
    List<String> names = IntStream.rangeClosed(1, columns.size()).mapToObj(i -> "k" + i).toList();
    String named =
        IntStream.range(0, columns.size())
            .mapToObj(i -> columns.get(i) + " AS " + names.get(i) + ", ")
            .collect(Collectors.joining());
    String keys = names.stream().map(name -> name + ", ").collect(Collectors.joining());
    String tail =
        names.isEmpty()
            ? ""
            : " GROUP BY %1$s ORDER BY %1$s LIMIT %2$d"
                .formatted(String.join(", ", names), FigureQuery.ROWS_MAX + 1);
    Filter filter = Filter.of(query, "item_id");
    String sql = STANDING_PERSONS.formatted(keys, named, filter.sql(), keys) + tail;
    return jdbc.prepareStatement(
        sql,
        statement -> {
          filter.bind(statement, 1);
          List<PersonsRow> rows = new ArrayList<>();
          try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
              rows.add(
                  new PersonsRow(
                      key(result, dimensions),
                      period(result, query, columns.size()),
                      result.getLong(columns.size() + 1)));
            }
          }
          return rows;
        });
  }

  @Override
  public long countUses(FigureQuery query) {
    Filter filter = Filter.of(query, "item_id");
    return jdbc.prepareStatement(
        "SELECT COALESCE(SUM(uses), 0) FROM rollup_day WHERE " + filter.sql(),
        statement -> {
          filter.bind(statement, 1);
          return number(statement);
        });
  }

  @Override
  public long countPending() {
    return jdbc.prepareStatement("SELECT COUNT(*) FROM rollup_work", JdbcFigureStore::number);
  }

  private static long number(PreparedStatement statement) throws SQLException {
    try (ResultSet result = statement.executeQuery()) {
      result.next();
      return result.getLong(1);
    }
  }

  @Override
  public Conservation check(FigureQuery query) {
    Filter filter = Filter.of(query, "item_id");
    Map<Cell, Sums> rollup = byCell(rollupByItem("rollup_day", filter), filter, 1);
    Map<Cell, Sums> pending = byCell(rollupByItem("rollup_work", filter), filter, 1);
    Filter visits = Filter.of(query, "visit_item_id");
    Map<Cell, Sums> ledger =
        byCell(
            LEDGER_BY_ITEM.formatted(SumColumns.OF_ROLLUP, filter.sql(), visits.sql()), filter, 2);
    List<Conservation.Break> breaks = new ArrayList<>();
    Map<Cell, Sums> counted = new TreeMap<>(rollup);
    pending.forEach((cell, sums) -> counted.merge(cell, sums, Sums::plus));
    TreeMap<Cell, Sums> all = new TreeMap<>(counted);
    all.putAll(ledger);
    for (Cell cell : all.keySet()) {
      Sums booked = ledger.getOrDefault(cell, Sums.ZERO);
      Sums summed = counted.getOrDefault(cell, Sums.ZERO);
      if (!booked.equals(summed) && breaks.size() < Conservation.BREAKS_MAX) {
        breaks.add(
            new Conservation.Break(cell.eventDay(), cell.venueId(), cell.itemId(), booked, summed));
      }
    }
    return new Conservation(total(ledger), total(rollup), total(pending), breaks);
  }

  private static String rollupByItem(String table, Filter filter) {
    return "SELECT event_day, venue_id, item_id, %s FROM %s WHERE %s GROUP BY 1, 2, 3"
        .formatted(SumColumns.OF_ROLLUP, table, filter.sql());
  }

  private Map<Cell, Sums> byCell(String sql, Filter filter, int filters) {
    return jdbc.prepareStatement(
        sql,
        statement -> {
          int next = 1;
          for (int i = 0; i < filters; i++) {
            next = filter.bind(statement, next);
          }
          Map<Cell, Sums> cells = new TreeMap<>();
          try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
              Cell cell =
                  new Cell(
                      result.getObject(1, LocalDate.class),
                      result.getString(2),
                      result.getString(3));
              cells.put(cell, SumColumns.read(result, 4));
            }
          }
          return cells;
        });
  }

  private static Sums total(Map<Cell, Sums> cells) {
    return cells.values().stream().reduce(Sums.ZERO, Sums::plus);
  }

  /** The finest place at which ledger and roll-ups are compared. */
  private record Cell(LocalDate eventDay, String venueId, String itemId)
      implements Comparable<Cell> {
    @Override
    public int compareTo(Cell other) {
      int byDay = eventDay.compareTo(other.eventDay);
      if (byDay != 0) {
        return byDay;
      }
      int byVenue = venueId.compareTo(other.venueId);
      return byVenue != 0 ? byVenue : itemId.compareTo(other.itemId);
    }
  }

  /** The WHERE of a query: constant text, bound values. */
  private record Filter(String sql, List<Object> values) {
    static Filter of(FigureQuery query, String itemColumn) {
      StringBuilder sql =
          new StringBuilder("region BETWEEN ? AND ? AND ")
              .append(FigureColumns.day(query.timeBase()))
              .append(" BETWEEN ? AND ?");
      List<Object> values = new ArrayList<>();
      values.add(query.scope().value());
      values.add(query.scope().last().value());
      values.add(query.span().from());
      values.add(query.span().to());
      query
          .asOfBookingDay()
          .ifPresent(
              day -> {
                sql.append(" AND booking_day <= ?");
                values.add(day);
              });
      query
          .venueId()
          .ifPresent(
              venue -> {
                sql.append(" AND venue_id = ?");
                values.add(venue);
              });
      query
          .itemId()
          .ifPresent(
              item -> {
                sql.append(" AND ").append(itemColumn).append(" = ?");
                values.add(item);
              });
      return new Filter(sql.toString(), values);
    }

    int bind(PreparedStatement statement, int first) throws SQLException {
      int next = first;
      for (Object value : values) {
        statement.setObject(next++, value);
      }
      return next;
    }
  }
}

package org.yongjun.pass.venue.store;

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
import java.util.stream.Collectors;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.venue.VenueFacility;
import org.yongjun.pass.venue.VenueFigure;
import org.yongjun.pass.venue.VenueFigureQuery;
import org.yongjun.pass.venue.VenueFigureQuery.Feature;
import org.yongjun.pass.venue.VenueFigureStore;
import org.yongjun.pass.venue.VenueKind;
import org.yongjun.pass.venue.VenueStanding;

/** Figures of partners by single statements; what varies in them is one of a few constants. */
@Singleton
final class JdbcVenueFigureStore implements VenueFigureStore {
  private static final Map<Feature, String> COLUMNS =
      new EnumMap<>(
          Map.of(
              Feature.REGION, "region",
              Feature.KIND, "kind",
              Feature.OWNERSHIP, "ownership",
              Feature.A_LEVEL, "a_level",
              Feature.STAGE, "stage",
              Feature.PARTNER_CLASS, "partner_class",
              Feature.BATCH, "batch",
              Feature.GROUP, "group_id"));

  private static final String SUMS =
      """
      SUM(opening), SUM(removed), SUM(CASE WHEN shift < 0 THEN -shift ELSE 0 END),
      SUM(added), SUM(CASE WHEN shift > 0 THEN shift ELSE 0 END), SUM(closing)
      """;

  /** A step that moves a thing out of a group and into the same one moves nothing. */
  private static final String STEPS =
      """
      SUM(CASE WHEN entry_on < ? THEN delta ELSE 0 END) AS opening,
      SUM(CASE WHEN entry_on >= ? AND delta < 0 AND moved = FALSE THEN 1 ELSE 0 END) AS removed,
      SUM(CASE WHEN entry_on >= ? AND moved = TRUE THEN delta ELSE 0 END) AS shift,
      SUM(CASE WHEN entry_on >= ? AND delta > 0 AND moved = FALSE THEN 1 ELSE 0 END) AS added,
      SUM(delta) AS closing
      FROM venue_stock_entry
      WHERE measure = ? AND region BETWEEN ? AND ? AND entry_on <= ?
      """;

  private static final String COUNTS =
      """
      SELECT
        COUNT(DISTINCT CASE WHEN e.kind = 'APPLIED' THEN e.venue_id END),
        COUNT(DISTINCT CASE WHEN e.kind = 'APPROVED' THEN e.venue_id END),
        COUNT(DISTINCT CASE WHEN e.kind = 'AGREEMENT_SIGNED' THEN e.venue_id END),
        COUNT(DISTINCT CASE WHEN e.partner_class IS NOT NULL
          AND e.kind IN ('PLAQUE_AWARDED', 'REGISTERED') THEN e.venue_id END),
        COUNT(DISTINCT CASE WHEN e.kind = 'REVIEW_PASSED' AND e.event_on >= ?
          THEN e.venue_id END)
      FROM venue_event e JOIN venue v ON v.id = e.venue_id
      WHERE v.region BETWEEN ? AND ? AND e.event_on <= ?
      """;

  private static final String IN_FORCE =
      """
      SELECT COUNT(DISTINCT a.venue_id) FROM venue_agreement a JOIN venue v ON v.id = a.venue_id
      WHERE a.region BETWEEN ? AND ? AND a.signed_on <= ?
        AND (a.until_on IS NULL OR a.until_on >= ?) AND (a.ended_on IS NULL OR a.ended_on > ?)
      """;

  private static final String FACILITIES =
      """
      SELECT f.kind, SUM(f.quantity), COUNT(DISTINCT f.venue_id)
      FROM venue_facility f JOIN venue v ON v.id = f.venue_id
      WHERE f.region BETWEEN ? AND ? AND f.since_on <= ?
        AND (f.removed_on IS NULL OR f.removed_on > ?)
      """;

  private final JdbcOperations jdbc;

  JdbcVenueFigureStore(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<VenueFigure.Line> sum(
      VenueFigureQuery query, VenueStanding.Measure measure, int limit) {
    List<Feature> features = List.copyOf(query.groupBy());
    String columns =
        features.stream().map(each -> COLUMNS.get(each) + ", ").collect(Collectors.joining());
    Statement statement =
        new Statement("SELECT " + columns + SUMS + " FROM (SELECT " + columns + STEPS)
            .bind(query.from())
            .bind(query.from())
            .bind(query.from())
            .bind(query.from())
            .bind(measure.name())
            .in(query.region())
            .bind(query.to());
    filter(statement, query.filter());
    statement.text(" GROUP BY " + columns + "venue_id, seq) steps");
    if (!features.isEmpty()) {
      String keys = columns.substring(0, columns.length() - 2);
      statement.text(" GROUP BY " + keys + " ORDER BY " + keys);
    }
    statement.text(" LIMIT " + limit);
    return statement.run(row -> line(row, features));
  }

  private static void filter(Statement statement, VenueFigureQuery.Filter filter) {
    filter.kind().ifPresent(each -> statement.text(" AND kind = ?").bind(each.name()));
    filter.ownership().ifPresent(each -> statement.text(" AND ownership = ?").bind(each.name()));
    filter.aLevel().ifPresent(each -> statement.text(" AND a_level = ?").bind(each));
    filter.partnerClass().ifPresent(each -> statement.text(" AND partner_class = ?").bind(each));
    filter.batch().ifPresent(each -> statement.text(" AND batch = ?").bind(each));
    filter.groupId().ifPresent(each -> statement.text(" AND group_id = ?").bind(each));
  }

  private static VenueFigure.Line line(ResultSet row, List<Feature> features) throws SQLException {
    Map<Feature, String> key = new EnumMap<>(Feature.class);
    int column = 1;
    for (Feature each : features) {
      String value =
          each == Feature.REGION
              ? new RegionCode(row.getInt(column)).toString()
              : row.getString(column);
      key.put(each, value);
      column++;
    }
    return new VenueFigure.Line(
        key,
        new VenueFigure.Flow(
            row.getInt(column),
            row.getInt(column + 1),
            row.getInt(column + 2),
            row.getInt(column + 3),
            row.getInt(column + 4),
            row.getInt(column + 5)));
  }

  @Override
  public VenueFigure.Counts count(RegionCode region, LocalDate asOf, Optional<VenueKind> kind) {
    Statement events = new Statement(COUNTS).bind(asOf.withDayOfYear(1)).in(region).bind(asOf);
    Statement inForce = new Statement(IN_FORCE).in(region).bind(asOf).bind(asOf).bind(asOf);
    Statement facilities = new Statement(FACILITIES).in(region).bind(asOf).bind(asOf);
    for (Statement each : List.of(events, inForce, facilities)) {
      kind.ifPresent(wanted -> each.text(" AND v.kind = ?").bind(wanted.name()));
    }
    facilities.text(" GROUP BY f.kind ORDER BY f.kind");
    int agreements = inForce.run(row -> row.getInt(1)).getFirst();
    List<VenueFigure.FacilityCount> inventory =
        facilities.run(
            row ->
                new VenueFigure.FacilityCount(
                    VenueFacility.Kind.valueOf(row.getString(1)), row.getLong(2), row.getInt(3)));
    return events
        .run(
            row ->
                new VenueFigure.Counts(
                    asOf,
                    row.getInt(1),
                    row.getInt(2),
                    row.getInt(3),
                    row.getInt(4),
                    agreements,
                    row.getInt(5),
                    inventory))
        .getFirst();
  }

  /** Reads one row. */
  @FunctionalInterface
  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Constant text and bound values, in step. */
  private final class Statement {
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    Statement(String text) {
      sql.append(text);
    }

    Statement text(String text) {
      sql.append(text);
      return this;
    }

    Statement bind(Object value) {
      values.add(value);
      return this;
    }

    Statement in(RegionCode region) {
      return bind(region.value()).bind(region.last().value());
    }

    <T> List<T> run(Reader<T> reader) {
      return jdbc.prepareStatement(
          sql.toString(),
          statement -> {
            bindAll(statement);
            List<T> found = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
              while (result.next()) {
                found.add(reader.read(result));
              }
            }
            return found;
          });
    }

    private void bindAll(PreparedStatement statement) throws SQLException {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
    }
  }
}

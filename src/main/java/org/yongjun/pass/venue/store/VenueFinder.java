package org.yongjun.pass.venue.store;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yongjun.pass.venue.Position;
import org.yongjun.pass.venue.VenueSearch;

/**
 * Finds the ids of venues by what a search names. Distances are great circles on the mean sphere,
 * computed by the database alone, so that a page and the next agree to the metre.
 */
@Singleton
final class VenueFinder {
  private static final char ESCAPE = '!';

  /** By 1e6 and not 1000000: MySQL rounds quotients of whole numbers to four digits. */
  private static final String DISTANCE =
      """
      CAST(ROUND(2 * %s * ASIN(LEAST(1, SQRT(
        POW(SIN(RADIANS(latitude_e6 / 1e6 - ?) / 2), 2)
        + COS(RADIANS(?)) * COS(RADIANS(latitude_e6 / 1e6))
          * POW(SIN(RADIANS(longitude_e6 / 1e6 - ?) / 2), 2))))) AS SIGNED)
      """
          .formatted(Position.EARTH_RADIUS_METRES);

  private final JdbcOperations jdbc;

  VenueFinder(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Ids in their own order. */
  List<String> list(VenueSearch search, String afterId, int limit) {
    Query query = new Query("SELECT id FROM venue WHERE id > ?", afterId);
    query.addSearch(search);
    query.add(" ORDER BY id LIMIT ?", limit);
    return List.copyOf(run(query, false).keySet());
  }

  /** Distances in metres by id, in the order of distance, then id. */
  Map<String, Long> listNear(
      VenueSearch search, VenueSearch.Near near, VenueSearch.After after, int limit) {
    Position centre = near.centre();
    Position.Box box = centre.around(near.radiusMetres());
    Query query =
        new Query(
            "SELECT id, metres FROM (SELECT id, " + DISTANCE + " AS metres FROM venue",
            centre.latitude(),
            centre.latitude(),
            centre.longitude());
    query.add(
        " WHERE latitude_e6 BETWEEN ? AND ? AND longitude_e6 BETWEEN ? AND ?",
        box.minLatitudeE6(),
        box.maxLatitudeE6(),
        box.minLongitudeE6(),
        box.maxLongitudeE6());
    query.addSearch(search);
    query.add(") placed WHERE metres <= ?", near.radiusMetres());
    query.add(
        " AND (metres > ? OR (metres = ? AND id > ?))",
        after.distanceMetres(),
        after.distanceMetres(),
        after.venueId());
    query.add(" ORDER BY metres, id LIMIT ?", limit);
    return run(query, true);
  }

  private Map<String, Long> run(Query query, boolean hasDistance) {
    return jdbc.prepareStatement(
        query.sql.toString(),
        statement -> {
          query.bind(statement);
          Map<String, Long> found = new LinkedHashMap<>();
          try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
              found.put(result.getString(1), hasDistance ? result.getLong(2) : 0);
            }
          }
          return found;
        });
  }

  /** Constant text and bound values, in step. */
  private static final class Query {
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    Query(String text, Object... bound) {
      add(text, bound);
    }

    void add(String text, Object... bound) {
      sql.append(text);
      values.addAll(List.of(bound));
    }

    void addSearch(VenueSearch search) {
      add(" AND region BETWEEN ? AND ?", search.region().value(), search.region().last().value());
      add(" AND state <> 'CANDIDATE'");
      search.kind().ifPresent(kind -> add(" AND kind = ?", kind.name()));
      if (!search.name().isEmpty()) {
        add(" AND name LIKE ? ESCAPE '" + ESCAPE + "'", "%" + escaped(search.name()) + "%");
      }
    }

    void bind(PreparedStatement statement) throws SQLException {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
    }

    /** What LIKE would take for a wildcard stands for itself. */
    private static String escaped(String name) {
      StringBuilder escaped = new StringBuilder();
      for (char each : name.toCharArray()) {
        if (each == '%' || each == '_' || each == ESCAPE) {
          escaped.append(ESCAPE);
        }
        escaped.append(each);
      }
      return escaped.toString();
    }
  }
}

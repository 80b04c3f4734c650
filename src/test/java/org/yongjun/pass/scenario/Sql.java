package org.yongjun.pass.scenario;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.PassServer;

/**
 * The database as an auditor sees it: a connection of its own, as the application's user, with
 * statements that are written here and share nothing with the product's.
 */
final class Sql {
  private Sql() {}

  static Connection connect() {
    try {
      return DriverManager.getConnection(
          PassServer.property("datasources.default.url"),
          PassServer.property("datasources.default.username"),
          PassServer.property("datasources.default.password"));
    } catch (SQLException e) {
      throw new AssertionError("the application's user cannot connect", e);
    }
  }

  /** The rows by column name. */
  static List<Map<String, @Nullable Object>> query(String sql, Object... values) {
    try (Connection connection = connect();
        PreparedStatement statement = bind(connection, sql, values);
        ResultSet result = statement.executeQuery()) {
      ResultSetMetaData columns = result.getMetaData();
      List<Map<String, @Nullable Object>> rows = new ArrayList<>();
      while (result.next()) {
        Map<String, @Nullable Object> row = new HashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          row.put(columns.getColumnLabel(i), result.getObject(i));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** The one number that a statement selects. */
  static long number(String sql, Object... values) {
    Object only = query(sql, values).getFirst().values().iterator().next();
    return only == null ? 0 : ((Number) only).longValue();
  }

  static int update(String sql, Object... values) {
    try (Connection connection = connect();
        PreparedStatement statement = bind(connection, sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  static PreparedStatement bind(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}

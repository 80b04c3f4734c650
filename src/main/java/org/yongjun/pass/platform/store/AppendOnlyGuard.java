package org.yongjun.pass.platform.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.yongjun.pass.platform.StartRefusedException;

/**
 * Proves, on the application's own connection, that the database lets it add and read rows of the
 * append-only tables and do nothing else with them.
 */
public final class AppendOnlyGuard {
  /** Error numbers of MySQL, MariaDB and TiDB for a command denied on a table or on a column. */
  private static final Set<Integer> DENIED = Set.of(1142, 1143);

  /** Error numbers for a view of information_schema that this server does not have. */
  private static final Set<Integer> NO_SUCH_TABLE = Set.of(1109, 1146);

  /**
   * Privileges are compared with what is harmless, because servers keep adding new ones. Temporary
   * tables are not: one could stand in front of an append-only table.
   */
  private static final Set<String> HARMLESS_EVERYWHERE =
      Set.of("USAGE", "SHOW DATABASES", "PROCESS", "REPLICATION CLIENT", "BINLOG MONITOR");

  private static final Set<String> HARMLESS_HERE = Set.of("SELECT", "INSERT");

  /** Servers print one foreign key a line, and leave out or print what does nothing to a row. */
  private static final Pattern CASCADE =
      Pattern.compile("FOREIGN KEY.* ON (DELETE|UPDATE) (CASCADE|SET NULL|SET DEFAULT)");

  private final DataSource dataSource;
  private final List<String> tables;

  /**
   * @param dataSource gives connections of the application's user
   * @param tables names of tables of the connection's own database
   */
  public AppendOnlyGuard(DataSource dataSource, List<String> tables) {
    this.dataSource = dataSource;
    this.tables = tables;
  }

  /**
   * Returns if the proof holds.
   *
   * @throws StartRefusedException naming the table and what is allowed on it that must not be
   */
  public void prove() {
    if (tables.isEmpty()) {
      return;
    }
    try (Connection connection = dataSource.getConnection()) {
      requireHarmlessPrivileges(connection);
      for (String table : tables) {
        proveTable(connection, table);
      }
    } catch (SQLException e) {
      throw new StartRefusedException(
          "无法核实只增表的数据库权限：%s".formatted(e.getMessage()),
          "Whether the append-only tables are protected cannot be found out: %s"
              .formatted(e.getMessage()),
          e);
    }
  }

  private static void proveTable(Connection connection, String table) throws SQLException {
    List<String> columns = writableColumns(connection, table);
    if (columns.isEmpty()) {
      throw new StartRefusedException(
          "只增表 %s 不存在，或应用数据库账号无权读取。请以迁移账号重新执行迁移。".formatted(table),
          "The append-only table %s does not exist, or the application's database user may not read it. Run the migrations again."
              .formatted(table));
    }
    for (String column : columns) {
      requireDenied(
          connection,
          table,
          "UPDATE `%1$s` SET `%2$s` = `%2$s` WHERE 1 = 0".formatted(table, column));
    }
    requireDenied(connection, table, "DELETE FROM `%s` WHERE 1 = 0".formatted(table));
    requireNoCascade(connection, table);
  }

  /** Generated columns cannot be updated by anybody, and say so before privileges are looked at. */
  private static List<String> writableColumns(Connection connection, String table)
      throws SQLException {
    return strings(
        connection,
        """
        SELECT column_name FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name = ?
          AND COALESCE(generation_expression, '') = ''
        ORDER BY ordinal_position
        """,
        table);
  }

  private static void requireDenied(Connection connection, String table, String sql)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      if (DENIED.contains(e.getErrorCode())) {
        return;
      }
      throw e;
    }
    throw tooMuch(table, sql);
  }

  /**
   * A cascade would change rows with nobody's privilege but the one on the parent's table. The
   * statement that made the table is read, because MariaDB 10.11 hides the rows of
   * information_schema.referential_constraints from whoever may only add and read.
   */
  private static void requireNoCascade(Connection connection, String table) throws SQLException {
    String definition;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW CREATE TABLE `%s`".formatted(table))) {
      row.next();
      definition = row.getString(2);
    }
    List<String> cascades = definition.lines().filter(CASCADE.asPredicate()).toList();
    if (!cascades.isEmpty()) {
      throw tooMuch(table, String.join("", cascades).strip());
    }
  }

  /** Privileges that no harmless statement can try out: DROP, ALTER, TRIGGER, SUPER, GRANT … */
  private void requireHarmlessPrivileges(Connection connection) throws SQLException {
    requireOnly(
        HARMLESS_EVERYWHERE, privileges(connection, "user_privileges", "1 = 1", List.of()), "*.*");
    // A database may have been granted by a pattern of names.
    requireOnly(
        HARMLESS_HERE,
        privileges(connection, "schema_privileges", "DATABASE() LIKE table_schema", List.of()),
        "schema");
    // Whoever writes there grants himself the rest.
    requireOnly(
        Set.of(),
        privileges(connection, "schema_privileges", "table_schema = 'mysql'", List.of()),
        "mysql.*");
    for (String table : tables) {
      for (String view : List.of("table_privileges", "column_privileges")) {
        requireOnly(
            HARMLESS_HERE,
            privileges(
                connection, view, "table_schema = DATABASE() AND table_name = ?", List.of(table)),
            table);
      }
    }
    requireNoRoles(connection);
  }

  /** A privilege that may be passed on is reported as GRANT OPTION, whatever it is. */
  private static List<String> privileges(
      Connection connection, String view, String condition, List<String> values)
      throws SQLException {
    String sql =
        """
        SELECT CASE WHEN is_grantable = 'YES' THEN 'GRANT OPTION' ELSE privilege_type END
        FROM information_schema.%s WHERE %s
          AND REPLACE(grantee, '''', '') IN (CURRENT_USER(), 'PUBLIC')
        """
            .formatted(view, condition);
    return strings(connection, sql, values.toArray(String[]::new));
  }

  private static void requireNoRoles(Connection connection) throws SQLException {
    try {
      List<String> roles =
          strings(connection, "SELECT role_name FROM information_schema.applicable_roles");
      if (!roles.isEmpty()) {
        throw tooMuch("*.*", "ROLE " + roles);
      }
    } catch (SQLException e) {
      // TiDB has no such view; its default roles take part in the attempts above.
      if (!NO_SUCH_TABLE.contains(e.getErrorCode())) {
        throw e;
      }
    }
  }

  private static void requireOnly(Set<String> harmless, List<String> privileges, String where) {
    for (String privilege : privileges) {
      if (!harmless.contains(privilege.toUpperCase(Locale.ROOT))) {
        throw tooMuch(where, privilege);
      }
    }
  }

  private static List<String> strings(Connection connection, String sql, String... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      List<String> result = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          result.add(rows.getString(1));
        }
      }
      return result;
    }
  }

  private static StartRefusedException tooMuch(String where, String what) {
    return new StartRefusedException(
        "应用数据库账号对 %s 拥有不应有的权限：%s。账本只增不改，服务拒绝启动；请收回该权限。".formatted(where, what),
        "The application's database user may do too much on %s: %s. Ledgers are append-only, so the server does not start; revoke that."
            .formatted(where, what));
  }
}

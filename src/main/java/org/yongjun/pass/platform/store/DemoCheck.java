package org.yongjun.pass.platform.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import javax.sql.DataSource;
import org.yongjun.pass.platform.StartRefusedException;

/**
 * Keeps the demo away from databases that others began: it shows the messages that carry sign-in
 * codes to whoever asks, so on a real database anybody could sign in as anybody. The database may
 * be the embedded one or the operator's own.
 */
final class DemoCheck {
  private static final String MARK = "begun-as-demo/1";

  /** The mark is the name; the column wants a value. */
  private static final byte[] NOTHING = new byte[32];

  private final DataSource dataSource;

  DemoCheck(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Returns if this database was begun as a demo; the demo's first start on an empty one makes it
   * so. Comes before the check of the master key, whose row tells that a database is in use.
   *
   * @throws StartRefusedException if the database was begun otherwise
   */
  void prove() {
    try (Connection connection = dataSource.getConnection()) {
      if (count(connection, "SELECT COUNT(*) FROM cluster_secret_check") == 0) {
        mark(connection);
      }
      if (count(connection, "SELECT COUNT(*) FROM cluster_secret_check WHERE name = '" + MARK + "'")
          == 1) {
        return;
      }
    } catch (SQLException e) {
      throw new StartRefusedException(
          "无法读取数据库：%s".formatted(e.getMessage()),
          "The database cannot be read: %s".formatted(e.getMessage()),
          e);
    }
    throw new StartRefusedException(
        "该数据库并非以演示模式（pass.demo）建立：演示会公开验证码短信。请用 infra/run serve 启动。",
        "This database was not begun as a demo (pass.demo), which shows the messages that carry"
            + " sign-in codes. Start by: infra/run serve");
  }

  private static int count(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  private static void mark(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO cluster_secret_check (name, digest) VALUES (?, ?)")) {
      statement.setString(1, MARK);
      statement.setBytes(2, NOTHING);
      statement.executeUpdate();
    } catch (SQLIntegrityConstraintViolationException e) {
      // Another instance of the demo started at the same moment and made the mark.
      return;
    }
  }
}

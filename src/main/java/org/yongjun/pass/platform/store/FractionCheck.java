package org.yongjun.pass.platform.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import javax.sql.DataSource;
import org.yongjun.pass.platform.StartRefusedException;

/**
 * Proves that moments reach the database whole. The driver takes a MariaDB of series 10 for MySQL
 * 5.5, which knew no fractions of seconds, and would drop them from every row without a word.
 */
final class FractionCheck {
  private static final Timestamp MOMENT = Timestamp.from(Instant.ofEpochSecond(1, 123_456_000));

  private final DataSource dataSource;

  FractionCheck(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Returns if the proof holds.
   *
   * @throws StartRefusedException if a fraction does not arrive, naming what helps
   */
  void prove() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT MICROSECOND(CAST(? AS DATETIME(6)))")) {
      statement.setTimestamp(1, MOMENT);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        if (row.getInt(1) * 1_000 == MOMENT.getNanos()) {
          return;
        }
      }
    } catch (SQLException e) {
      throw new StartRefusedException(
          "无法核实数据库是否保存秒以下的时间：%s".formatted(e.getMessage()),
          "Whether the database keeps fractions of seconds cannot be found out: %s"
              .formatted(e.getMessage()),
          e);
    }
    throw new StartRefusedException(
        "数据库会丢失秒以下的时间。MariaDB 10.x 请加启动参数 --version=5.7.19-MariaDB。",
        "The database loses fractions of seconds. Start a MariaDB of series 10 with"
            + " --version=5.7.19-MariaDB.");
  }
}

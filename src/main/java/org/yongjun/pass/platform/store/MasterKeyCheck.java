package org.yongjun.pass.platform.store;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.platform.KeyDerivation;
import org.yongjun.pass.platform.StartRefusedException;

/**
 * Holds the master key against the database it belongs to. With another key nothing stored could be
 * decrypted or verified, and new rows would be lost to the right key.
 */
public final class MasterKeyCheck {
  private static final String NAME = "master-key/1";
  private static final int LENGTH_BYTES = 32;

  private final DataSource dataSource;
  private final KeyDerivation keys;

  public MasterKeyCheck(DataSource dataSource, KeyDerivation keys) {
    this.dataSource = dataSource;
    this.keys = keys;
  }

  /**
   * Returns if the key is the database's own; the first start makes it so.
   *
   * @throws StartRefusedException if the database was begun with another key
   */
  public void prove() {
    // A derived value: it tells keys apart and nothing about them.
    byte[] expected = keys.derive("platform/secret-check/1", LENGTH_BYTES);
    try (Connection connection = dataSource.getConnection()) {
      byte[] stored = find(connection);
      if (stored == null) {
        insert(connection, expected);
        stored = find(connection);
      }
      if (stored == null || !MessageDigest.isEqual(expected, stored)) {
        throw new StartRefusedException(
            "主密钥与数据库不匹配。请用 PASS_MASTER_KEY_FILE 指定建库时的主密钥。",
            "The master key is not the one this database was begun with. Name that one by"
                + " PASS_MASTER_KEY_FILE.");
      }
    } catch (SQLException e) {
      throw new StartRefusedException(
          "无法读取数据库：%s".formatted(e.getMessage()),
          "The database cannot be read: %s".formatted(e.getMessage()),
          e);
    }
  }

  private static byte @Nullable [] find(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT digest FROM cluster_secret_check WHERE name = ?")) {
      statement.setString(1, NAME);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getBytes(1) : null;
      }
    }
  }

  private static void insert(Connection connection, byte[] digest) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO cluster_secret_check (name, digest) VALUES (?, ?)")) {
      statement.setString(1, NAME);
      statement.setBytes(2, digest);
      statement.executeUpdate();
    } catch (SQLIntegrityConstraintViolationException e) {
      // Another instance started at the same moment; the row that stands is read again.
      return;
    }
  }
}

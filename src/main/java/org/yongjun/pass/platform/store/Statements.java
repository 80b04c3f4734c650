package org.yongjun.pass.platform.store;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.platform.Transactions;

/** Runs statements in the transaction that is open, or in one of their own. */
@Singleton
public final class Statements {
  private final JdbcOperations jdbc;
  private final Transactions transactions;

  public Statements(JdbcOperations jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** Makes a value of the row that the result stands on. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  public <T> List<T> query(String sql, Reader<T> reader, @Nullable Object... values) {
    return transactions.read(() -> ask(sql, reader, values));
  }

  private <T> List<T> ask(String sql, Reader<T> reader, @Nullable Object... values) {
    return jdbc.prepareStatement(
        sql,
        statement -> {
          bind(statement, values);
          List<T> found = new ArrayList<>();
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              found.add(reader.read(rows));
            }
          }
          return found;
        });
  }

  public int update(String sql, @Nullable Object... values) {
    return transactions.write(
        () ->
            jdbc.prepareStatement(
                sql,
                statement -> {
                  bind(statement, values);
                  return statement.executeUpdate();
                }));
  }

  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i] instanceof Instant at ? Timestamp.from(at) : values[i];
      statement.setObject(i + 1, value);
    }
  }
}

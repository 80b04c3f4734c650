package org.yongjun.pass.platform.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.platform.Transactions;

class TransactionsTest {
  private static final String INSERT =
      "INSERT INTO cluster_secret_check (name, digest) VALUES ('transactions-test', REPEAT('x',"
          + " 32))";
  private static final String COUNT =
      "SELECT COUNT(*) FROM cluster_secret_check WHERE name = 'transactions-test'";

  private final Transactions transactions = PassServer.context().getBean(Transactions.class);

  @SuppressWarnings("unchecked")
  private final TransactionOperations<Connection> operations =
      PassServer.context().getBean(TransactionOperations.class);

  @AfterEach
  void deleteRow() {
    transactions.writeOnly(
        () -> update("DELETE FROM cluster_secret_check WHERE name = 'transactions-test'"));
  }

  @Test
  void whatIsWrittenIsThereAfterwards() {
    transactions.writeOnly(() -> update(INSERT));
    assertEquals("1", transactions.read(() -> query(COUNT)));
  }

  @Test
  void exceptionRollsBackAndIsRethrown() {
    IllegalStateException thrown = new IllegalStateException();
    Runnable work =
        () -> {
          update(INSERT);
          throw thrown;
        };
    assertEquals(
        thrown, assertThrows(IllegalStateException.class, () -> transactions.writeOnly(work)));
    assertEquals("0", transactions.read(() -> query(COUNT)));
  }

  @Test
  void innerWorkJoinsTheOpenTransaction() {
    Runnable work =
        () -> {
          transactions.writeOnly(() -> update(INSERT));
          assertEquals("1", transactions.read(() -> query(COUNT)));
          throw new IllegalStateException();
        };
    assertThrows(IllegalStateException.class, () -> transactions.writeOnly(work));
    assertEquals("0", transactions.read(() -> query(COUNT)));
  }

  @Test
  void nothingMayBeWrittenWhileReading() {
    assertThrows(
        IllegalStateException.class,
        () ->
            transactions.read(
                () -> {
                  update(INSERT);
                  return "";
                }));
    assertEquals("0", transactions.read(() -> query(COUNT)));
  }

  @Test
  void connectionGoesBackReadyToWrite() {
    for (int i = 0; i < 50; i++) {
      transactions.read(() -> query(COUNT));
    }
    assertFalse(transactions.write(() -> isReadOnly()));
    assertTrue(transactions.read(() -> isReadOnly()));
  }

  @Test
  void sessionsKeepUtcAndMicroseconds() {
    assertEquals(
        "0", transactions.read(() -> query("SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP, NOW())")));
    assertEquals(
        "2026-07-01 00:00:00.123456",
        transactions.read(() -> query("SELECT CAST('2026-07-01 00:00:00.123456' AS DATETIME(6))")));
  }

  private boolean isReadOnly() {
    try {
      return operations.getConnection().isReadOnly();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void update(String sql) {
    try (Statement statement = operations.getConnection().createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String query(String sql) {
    try (Statement statement = operations.getConnection().createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

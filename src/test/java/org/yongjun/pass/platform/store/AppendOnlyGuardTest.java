package org.yongjun.pass.platform.store;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.platform.AppendOnlyTables;
import org.yongjun.pass.platform.StartRefusedException;

class AppendOnlyGuardTest {
  private static final String USER = "'pass_app'@'%'";

  private final AppendOnlyGuard guard =
      new AppendOnlyGuard(dataSource("datasources.default"), List.of("guard_probe"));

  @BeforeEach
  void createTableThatMayBeAddedToAndRead() throws SQLException {
    asMigration(
        "CREATE TABLE guard_parent (id INT PRIMARY KEY)",
        "CREATE TABLE guard_probe (id INT PRIMARY KEY, fen BIGINT NOT NULL,"
            + " twice BIGINT GENERATED ALWAYS AS (fen * 2) STORED)",
        "GRANT SELECT, INSERT ON guard_probe TO " + USER);
  }

  @AfterEach
  void takeEverythingBack() throws SQLException {
    // Privileges on a table outlive it, so they go first.
    asMigration(
        "GRANT ALL PRIVILEGES ON guard_probe TO " + USER,
        "REVOKE ALL PRIVILEGES ON guard_probe FROM " + USER,
        "DROP TABLE guard_probe, guard_parent");
  }

  @Test
  void tableThatMayOnlyBeAddedToAndReadPasses() {
    assertDoesNotThrow(guard::prove);
  }

  @Test
  void theTablesOfTheServerItselfPass() {
    AppendOnlyGuard own =
        new AppendOnlyGuard(dataSource("datasources.default"), AppendOnlyTables.NAMES);
    assertDoesNotThrow(own::prove);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE",
        "UPDATE (fen)",
        "DELETE",
        "DROP",
        "ALTER",
        "TRIGGER",
        "REFERENCES",
        "INDEX"
      })
  void everyOtherPrivilegeOnTheTableIsRefused(String privilege) throws SQLException {
    asMigration("GRANT %s ON guard_probe TO %s".formatted(privilege, USER));
    assertRefused("guard_probe");
  }

  @Test
  void privilegeThatMayBePassedOnIsRefused() throws SQLException {
    asMigration("GRANT SELECT ON guard_probe TO %s WITH GRANT OPTION".formatted(USER));
    try {
      assertRefused("GRANT OPTION");
    } finally {
      asMigration("REVOKE GRANT OPTION ON guard_probe FROM " + USER);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UPDATE", "DELETE", "DROP", "CREATE TEMPORARY TABLES", "EVENT"})
  void privilegeOnTheWholeDatabaseIsRefused(String privilege) throws SQLException {
    asMigration("GRANT %s ON `yongjun\\_pass`.* TO %s".formatted(privilege, USER));
    try {
      assertRefused(privilege);
    } finally {
      asMigration("REVOKE %s ON `yongjun\\_pass`.* FROM %s".formatted(privilege, USER));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ON DELETE CASCADE", "ON UPDATE CASCADE"})
  void cascadeFromAnotherTableIsRefused(String rule) throws SQLException {
    asMigration(
        "ALTER TABLE guard_probe ADD FOREIGN KEY (id) REFERENCES guard_parent (id) " + rule);
    assertRefused("CASCADE");
  }

  @Test
  void foreignKeyThatOnlyRestrictsPasses() throws SQLException {
    asMigration(
        "ALTER TABLE guard_probe ADD FOREIGN KEY (id) REFERENCES guard_parent (id)"
            + " ON DELETE RESTRICT ON UPDATE NO ACTION");
    assertDoesNotThrow(guard::prove);
  }

  @Test
  void missingTableIsRefused() {
    AppendOnlyGuard missing =
        new AppendOnlyGuard(dataSource("datasources.default"), List.of("no_such_table"));
    assertTrue(
        assertThrows(StartRefusedException.class, missing::prove)
            .getMessage()
            .contains("no_such_table"));
  }

  @Test
  void migrationUserIsRefusedAsApplicationUser() {
    AppendOnlyGuard owner =
        new AppendOnlyGuard(dataSource("flyway.datasources.default"), List.of("guard_probe"));
    assertThrows(StartRefusedException.class, owner::prove);
  }

  private void assertRefused(String named) {
    String message = assertThrows(StartRefusedException.class, guard::prove).getMessage();
    assertTrue(message.contains(named), message);
  }

  private static void asMigration(String... statements) throws SQLException {
    try (Connection connection = dataSource("flyway.datasources.default").getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static MysqlDataSource dataSource(String prefix) {
    MysqlDataSource dataSource = new MysqlDataSource();
    dataSource.setUrl(PassServer.property(prefix + ".url"));
    dataSource.setUser(PassServer.property(prefix + ".username"));
    dataSource.setPassword(PassServer.property(prefix + ".password"));
    return dataSource;
  }
}

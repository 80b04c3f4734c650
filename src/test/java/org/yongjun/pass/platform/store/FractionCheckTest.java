package org.yongjun.pass.platform.store;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.platform.StartRefusedException;

class FractionCheckTest {
  @Test
  void databaseThatKeepsFractionsPasses() throws SQLException {
    FractionCheck check = new FractionCheck(dataSource(true));
    assertDoesNotThrow(check::prove);
  }

  @Test
  void databaseThatLosesFractionsIsRefusedAndTheRemedyNamed() throws SQLException {
    FractionCheck check = new FractionCheck(dataSource(false));
    String message = assertThrows(StartRefusedException.class, check::prove).getMessage();
    assertTrue(message.contains("--version=5.7.19-MariaDB"), message);
  }

  private static MysqlDataSource dataSource(boolean withFractions) throws SQLException {
    MysqlDataSource dataSource = new MysqlDataSource();
    dataSource.setUrl(PassServer.property("datasources.default.url"));
    dataSource.setUser(PassServer.property("datasources.default.username"));
    dataSource.setPassword(PassServer.property("datasources.default.password"));
    dataSource.setSendFractionalSeconds(withFractions);
    return dataSource;
  }
}

package org.yongjun.pass;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The database that {@code infra/db/start} started, where {@code PASS_TEST_DATABASE} names the file
 * with its variables; otherwise the server's own embedded one is used.
 */
final class TestDatabase {
  private static final String VARIABLE = "PASS_TEST_DATABASE";

  private TestDatabase() {}

  /**
   * The settings that lead a server there, with the schema made anew; empty for the embedded one.
   *
   * @param data where the master key is written that an operator would bring
   */
  static Map<String, Object> settings(Path data) {
    String file = System.getenv(VARIABLE);
    if (file == null || file.isEmpty()) {
      return Map.of();
    }
    Map<String, Object> settings = new HashMap<>();
    try (Reader lines = Files.newBufferedReader(Path.of(file))) {
      Properties variables = new Properties();
      variables.load(lines);
      variables.forEach(
          (name, value) ->
              settings.put(name.toString().toLowerCase(Locale.ROOT).replace('_', '.'), value));
      byte[] key = new byte[32];
      new SecureRandom().nextBytes(key);
      Path master = Files.write(data.resolve("master.key"), key);
      settings.put("pass.master-key-file", master.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    createAnew(settings);
    return settings;
  }

  /** What an earlier run left would be counted in this one's sums. */
  private static void createAnew(Map<String, Object> settings) {
    String prefix = "flyway.datasources.default.";
    String url = settings.get(prefix + "url").toString();
    String schema = URI.create(url.substring("jdbc:".length())).getPath().substring(1);
    try (Connection connection =
            DriverManager.getConnection(
                url.replace("/" + schema, "/"),
                settings.get(prefix + "username").toString(),
                settings.get(prefix + "password").toString());
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + schema);
      statement.execute("CREATE DATABASE " + schema + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
    } catch (SQLException e) {
      throw new IllegalStateException("the test database cannot be made anew", e);
    }
  }
}

package org.yongjun.pass.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.ServerProcess;
import org.yongjun.pass.TestFolders;
import org.yongjun.pass.access.AccessTokens;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.contract.CheckedHttp;
import org.yongjun.pass.kernel.RegionCode;

/** A server that is told of databases of the operator's own; here those of another instance. */
class ExternalServersTest {
  private final Path folder = TestFolders.create("external");
  private final Path unused = folder.resolve("unused");

  @AfterEach
  void deleteFolder() {
    TestFolders.delete(folder);
  }

  @Test
  void namedServersAreUsedAndNothingIsEmbedded() throws Exception {
    try (ServerProcess server = ServerProcess.start(environment())) {
      assertEquals(200, ServerProcess.status(server.url() + "/health"));
      assertEquals(0, server.handle().descendants().count());
    }
    assertFalse(Files.exists(unused));
  }

  @Test
  void externalDatabaseWithoutMasterKeyIsRefused() throws Exception {
    Map<String, String> environment = environment();
    environment.remove("PASS_MASTER_KEY_FILE");
    assertRefused(environment, "name the master key by PASS_MASTER_KEY_FILE");
  }

  @Test
  void demoOnADatabaseThatWasNotBegunAsOneIsRefused() throws Exception {
    Path real = folder.resolve("real");
    try (ServerProcess server =
        ServerProcess.start(Map.of("PASS_DATA", real.toString(), "PASS_PORT", "0"))) {
      server.url();
    }
    assertRefused(
        Map.of("PASS_DATA", real.toString(), "PASS_PORT", "0", "PASS_DEMO", "true"),
        "This database was not begun as a demo");
  }

  @Test
  void twoInstancesCountOnePrincipalTogether() throws Exception {
    Map<String, String> environment = environment();
    environment.put("PASS_RATE_LIMIT_TERMINAL", "3");
    try (ServerProcess one = ServerProcess.start(environment);
        ServerProcess other = ServerProcess.start(environment)) {
      String token =
          PassServer.context()
              .getBean(AccessTokens.class)
              .mint(
                  "01TESTRATETERMINAL00000000",
                  Role.TERMINAL,
                  RegionCode.NATION,
                  "01TESTRATEVENUE00000000000",
                  Duration.ofMinutes(5));
      assertEquals(200, statusOfSearch(one, token));
      assertEquals(200, statusOfSearch(other, token));
      assertEquals(200, statusOfSearch(one, token));
      assertEquals(429, statusOfSearch(other, token));
      assertEquals(429, statusOfSearch(one, token));
    }
  }

  private static int statusOfSearch(ServerProcess server, String token) throws Exception {
    HttpRequest search =
        HttpRequest.newBuilder(URI.create(server.url() + "/v1/catalogues?region=000000"))
            .header("Authorization", "Bearer " + token)
            .build();
    return CheckedHttp.send(search).statusCode();
  }

  @Test
  void masterKeyOfAnotherDatabaseIsRefused() throws Exception {
    Path other = Files.write(folder.resolve("other.key"), new byte[32]);
    Map<String, String> environment = environment();
    environment.put("PASS_MASTER_KEY_FILE", other.toString());
    assertRefused(environment, "not the one this database was begun with");
  }

  @Test
  void externalDatabaseWithoutMigrationUserIsRefused() throws Exception {
    Map<String, String> environment = environment();
    environment.remove("FLYWAY_DATASOURCES_DEFAULT_USERNAME");
    environment.remove("FLYWAY_DATASOURCES_DEFAULT_PASSWORD");
    assertRefused(environment, "FLYWAY_DATASOURCES_DEFAULT_USERNAME");
  }

  private static void assertRefused(Map<String, String> environment, String sentence)
      throws Exception {
    try (ServerProcess server = ServerProcess.start(environment)) {
      assertEquals(1, server.exitStatus(), server.output());
      assertTrue(server.output().contains(sentence), server.output());
    }
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    for (String name : new String[] {"URL", "USERNAME", "PASSWORD"}) {
      for (String prefix : new String[] {"", "FLYWAY_"}) {
        String variable = prefix + "DATASOURCES_DEFAULT_" + name;
        String property = variable.toLowerCase(Locale.ROOT).replace('_', '.');
        environment.put(variable, PassServer.property(property));
      }
    }
    environment.put("REDIS_URI", PassServer.property("redis.uri"));
    environment.put("PASS_MASTER_KEY_FILE", PassServer.data().resolve("master.key").toString());
    environment.put("PASS_ROOT_KEY_FILE", PassServer.data().resolve("root-key.json").toString());
    environment.put(
        "PASS_ROOT_KEY_SUCCESSOR_FILE",
        PassServer.data().resolve("root-key-successor.json").toString());
    environment.put("PASS_DATA", unused.toString());
    environment.put("PASS_PORT", "0");
    return environment;
  }
}

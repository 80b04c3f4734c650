package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.yongjun.pass.ServerProcess;
import org.yongjun.pass.TestFolders;

/**
 * A server whose operator has turned every logger to TRACE, with the access log on, lives through a
 * holder's day and through bad input of every kind. Afterwards all that was logged, and all files
 * of the databases, are searched.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class C02_LogsTellNothingOfPersonsTest {
  private final Path data = TestFolders.create("logs");
  private final Path log = data.resolve("scenario.log");
  private final Path console = data.resolve("console.log");
  private final Secrets personal = new Secrets();
  private final Secrets all = new Secrets();
  private List<String> endpointAnswers = List.of();
  private List<Integer> badInputStatuses = List.of();

  @BeforeAll
  void liveThroughADay() throws Exception {
    String csv = plantedHolder();
    String[] cells = csv.lines().skip(1).findFirst().orElseThrow().split(",", -1);
    addPerson(personal, cells);
    addPerson(all, cells);
    Eavesdropper exchange = new Eavesdropper();
    try (ServerProcess server = ServerProcess.start(LoudMain.class, environment())) {
      HoldersDay day = new HoldersDay(server.url(), exchange, data);
      day.goWell(csv);
      String person = String.join(" ", cells[0], cells[1], cells[2], cells[5]);
      badInputStatuses = day.goWrong(csv, person, cells[1]);
      endpointAnswers = day.lookAround();
      server.stop();
      Files.writeString(console, server.output());
    }
    exchange.addAllTo(all);
    for (String user : List.of("pass_app", "pass_migrate", "redis")) {
      all.add("the password of " + user, Files.readString(data.resolve(user + ".password")));
    }
    all.addBytes("the master key", Files.readAllBytes(data.resolve("master.key")));
  }

  @AfterAll
  void deleteData() {
    TestFolders.delete(data);
  }

  @Test
  void noLogHasAnyPersonCodeTokenOrPasswordInIt() throws IOException {
    List<Path> logs =
        List.of(
            log, console, data.resolve("mariadb/mariadbd.log"), data.resolve("redis/redis.log"));
    assertEquals(List.of(), foundIn(all, logs));
  }

  @Test
  void whatIsLoggedInPlainIsFound() throws IOException {
    assertTrue(isLogged(HoldersDay.QUERY_MARKER), "the access log has the URL");
    for (String logger : LoudMain.FREE) {
      assertTrue(isLogged(LoudMain.low(logger)), logger + " can be turned up");
    }
  }

  @Test
  void librariesLogNothingBelowInfo() throws IOException {
    for (String logger : LoudMain.KEPT) {
      assertTrue(isLogged(LoudMain.high(logger)), logger + " says what is high");
      assertFalse(isLogged(LoudMain.low(logger)), logger + " keeps what is low");
    }
  }

  @Test
  void databaseFilesHavePersonsOnlyEncrypted() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String database : List.of("mariadb", "redis")) {
      try (Stream<Path> walk = Files.walk(data.resolve(database))) {
        walk.filter(Files::isRegularFile).forEach(files::add);
      }
    }
    assertTrue(files.size() > 50, "the files of two databases");
    assertEquals(List.of(), foundIn(personal, files));
    Secrets plain = new Secrets().add("the venue's name", HoldersDay.VENUE);
    assertFalse(foundIn(plain, files).isEmpty(), "what is stored in plain is found");
  }

  @Test
  void openEndpointsTellNothing() {
    assertEquals(
        List.of(), endpointAnswers.stream().flatMap(each -> all.foundIn(each).stream()).toList());
  }

  @Test
  void badInputIsRefusedAndBreaksNothing() {
    assertTrue(badInputStatuses.size() > 1_000);
    // An import answers 200 and names the faulty lines.
    assertEquals(
        List.of(), badInputStatuses.stream().filter(s -> s != 200 && s < 400 || s > 499).toList());
  }

  @Test
  void serverRefusesToStartWhereASettingLogsRequests() throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("PASS_PORT", "0");
    environment.put("PASS_DATA", data.resolve("unused").toString());
    environment.put("MICRONAUT_SERVER_NETTY_LOG_LEVEL", "INFO");
    try (ServerProcess server = ServerProcess.start(environment)) {
      assertEquals(1, server.exitStatus());
      assertTrue(server.output().contains("micronaut.server.netty.log-level"), server.output());
    }
    assertFalse(Files.exists(data.resolve("unused")), "nothing was started");
  }

  @Test
  void theSearchFindsAValueInAllItsForms() {
    Secrets secrets = new Secrets().add("a name", "龘靐");
    for (String line :
        List.of(
            "name=龘靐",
            "e9be98e99d90",
            "E9BE98E99D90",
            "\\u9f98\\u9750",
            "%E9%BE%98%E9%9D%90",
            "[-23, -66, -104, -23, -99, -112]",
            "6b6Y6Z2Q",
            // A hex dump that breaks the name in two.
            "|00000010| 00 00 00 e9 be |...|\n|00000020| 98 e9 9d 90 00 |...|")) {
      assertEquals(1, secrets.foundIn(line).size(), line);
    }
    assertEquals(List.of(), secrets.foundIn("name=龘某"));
  }

  private Map<String, String> environment() {
    Path levels = Path.of("src/test/resources/scenario/all-loggers-at-trace.xml");
    return Map.of(
        "PASS_DATA",
        data.toString(),
        "PASS_PORT",
        "0",
        "SCENARIO_LOG",
        log.toString(),
        "MICRONAUT_SERVER_NETTY_ACCESS_LOGGER_ENABLED",
        "true",
        // Before Micronaut starts, and again by Micronaut, which resets what was there.
        "JAVA_TOOL_OPTIONS",
        "-Dlogback.configurationFile=" + levels.toAbsolutePath(),
        "LOGGER_CONFIG",
        levels.toAbsolutePath().toString(),
        "LOGGER_LEVELS_IO_MICRONAUT",
        "TRACE");
  }

  private boolean isLogged(String marker) throws IOException {
    return !foundIn(new Secrets().add("marker", marker), List.of(log)).isEmpty();
  }

  private static List<String> foundIn(Secrets secrets, List<Path> files) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      found.addAll(secrets.foundIn(file));
    }
    return found;
  }

  private static void addPerson(Secrets secrets, String[] cells) {
    secrets.add("the name", cells[0]).add("the given name", cells[0].substring(1));
    secrets.add("the ID number", cells[1]).add("the phone", cells[2]).add("the card", cells[5]);
  }

  private static String plantedHolder() throws IOException {
    try (var in =
        C02_LogsTellNothingOfPersonsTest.class.getResourceAsStream(
            "/scenario/planted-holder.csv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

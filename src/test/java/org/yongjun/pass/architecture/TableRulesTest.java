package org.yongjun.pass.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.platform.AppendOnlyTables;

/** Tables, and what the application's user may do with each. */
class TableRulesTest {
  private static final Path FOLDER = Path.of("src", "main", "resources", "db", "migration");
  private static final Path GRANTS = FOLDER.resolve("afterMigrate.sql");

  private static final String READ_AND_ADD = "SELECT, INSERT";
  private static final Set<String> ROW_PRIVILEGES = Set.of("SELECT", "INSERT", "UPDATE", "DELETE");

  private static final Pattern NAME = Pattern.compile("V([0-9]{4})__([a-z]+)_[a-z0-9_]+\\.sql");
  private static final Pattern CREATE = Pattern.compile("(?i)\\bCREATE\\s+TABLE\\s+(\\S+)");
  private static final Pattern DROP = Pattern.compile("(?i)\\bDROP\\s+TABLE\\s+([^\\s;]+)");
  private static final Pattern GRANT = Pattern.compile("(?im)^GRANT (.*) ON (\\S+) TO ");

  private static final Set<String> CAPABILITIES =
      Set.of(
          "platform",
          "journal",
          "access",
          "holder",
          "venue",
          "organisation",
          "card",
          "benefit",
          "certificate",
          "limit",
          "verification",
          "redemption",
          "notify",
          "reporting");

  @Test
  void everyTableIsGrantedExactlyOnce() {
    List<String> created = new ArrayList<>();
    for (Path migration : migrations()) {
      String sql = Sources.text(migration);
      CREATE.matcher(sql).results().forEach(match -> created.add(match.group(1)));
      DROP.matcher(sql).results().forEach(match -> created.remove(match.group(1)));
    }
    List<String> granted = grants().stream().map(match -> match.group(2)).sorted().toList();
    assertEquals(created.stream().sorted().toList(), granted);
    assertEquals(new HashSet<>(created).size(), created.size());
  }

  @Test
  void theAppendOnlyTablesAreThoseThatTheStartProves() {
    assertEquals(AppendOnlyTables.NAMES, tablesWith(READ_AND_ADD));
  }

  @Test
  void noTableIsGrantedMoreThanItsRows() {
    assertEquals(
        List.of(),
        grants().stream()
            .filter(match -> !ROW_PRIVILEGES.containsAll(List.of(match.group(1).split(", "))))
            .map(MatchResult::group)
            .toList());
  }

  @Test
  void aMigrationIsNamedForItsCapabilityAndWhatItDoes() {
    Set<String> numbers = new HashSet<>();
    List<String> faults = new ArrayList<>();
    for (Path migration : migrations()) {
      String file = migration.getFileName().toString();
      var name = NAME.matcher(file);
      if (!name.matches() || !CAPABILITIES.contains(name.group(2))) {
        faults.add(file);
      } else if (!numbers.add(name.group(1))) {
        faults.add(file + " has a number that stands twice");
      }
    }
    assertEquals(List.of(), faults);
    assertTrue(numbers.size() > 5, "the migrations are where they are looked for");
  }

  @Test
  void aMigrationBeginsBySayingWhy() {
    assertEquals(
        List.of(),
        migrations().stream()
            .filter(migration -> !header(migration).endsWith("."))
            .map(Path::toString)
            .toList());
  }

  /** Only statements that MySQL, MariaDB and TiDB all take; the unique keys decide races. */
  @Test
  void sqlIsWhatEveryMySqlProtocolServerTakes() {
    Pattern unportable =
        Pattern.compile(
            "\\b(SKIP LOCKED|NOWAIT|RETURNING|FOR SHARE|INSERT IGNORE|REPLACE INTO)\\b");
    List<Path> files = new ArrayList<>(migrations());
    files.addAll(Sources.files(Sources.MAIN, ".java"));
    assertEquals(
        List.of(),
        files.stream()
            .filter(file -> unportable.matcher(Sources.text(file)).find())
            .map(Path::toString)
            .toList());
  }

  private static List<Path> migrations() {
    return Sources.files(FOLDER, ".sql").stream().filter(file -> !file.equals(GRANTS)).toList();
  }

  private static List<MatchResult> grants() {
    return GRANT.matcher(Sources.text(GRANTS)).results().toList();
  }

  private static List<String> tablesWith(String privileges) {
    return grants().stream()
        .filter(match -> match.group(1).equals(privileges))
        .map(match -> match.group(2))
        .sorted()
        .toList();
  }

  /** The comment lines before the first statement, without blank ones; empty if there is none. */
  private static String header(Path migration) {
    StringBuilder header = new StringBuilder();
    for (String line : Sources.lines(migration)) {
      if (!line.startsWith("--")) {
        break;
      }
      header.append(' ').append(line.substring(2).strip());
    }
    return header.toString().strip();
  }
}

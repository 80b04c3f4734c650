package org.yongjun.pass.programmes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The page that lists every core row with what holds it and which test shows it, written to {@code
 * target/coverage/coverage.md} when the JVM of the tests ends. A row without a passing test is
 * missing; there is no other way to mark one.
 */
final class CoveragePage {
  private static final Path FILE = Path.of("target", "coverage", "coverage.md");
  private static final Map<Shown, Boolean> TESTS = new ConcurrentHashMap<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(CoveragePage::write, "programme-coverage"));
  }

  private CoveragePage() {}

  /**
   * A test and the rows that it covers.
   *
   * @param source its file, from the root of the repository
   * @param operations of the contract, which rows that are no benefits rest on
   */
  record Shown(
      String testClass, String source, String method, List<String> rows, List<String> operations) {}

  /** A test that runs several times passes if each run does. */
  static void record(Shown test, boolean passed) {
    TESTS.merge(test, passed, Boolean::logicalAnd);
  }

  /** The page for the tests recorded so far. */
  static String text() {
    StringBuilder table = new StringBuilder();
    Map<String, int[]> kinds = new TreeMap<>();
    for (CoreRow row : CoreRow.listAll()) {
      List<Shown> tests = testsOf(row);
      List<String> holders = holdersOf(row, tests);
      boolean shown = !tests.isEmpty() && !holders.isEmpty();
      int[] count = kinds.computeIfAbsent(row.rowType(), kind -> new int[2]);
      count[0] += shown ? 1 : 0;
      count[1]++;
      table.append(
          String.format(
              "| %s | %s %s | %s | %s | %s | %s | %s |%n",
              row.id(),
              row.placeZh(),
              row.placeEn(),
              row.ruleKind(),
              row.summary().replace("|", "\\|"),
              String.join("<br>", holders),
              tests.stream().map(CoveragePage::link).collect(Collectors.joining("<br>")),
              shown ? "shown" : "**missing**"));
    }
    return head(kinds) + table;
  }

  private static String head(Map<String, int[]> kinds) {
    int shown = kinds.values().stream().mapToInt(count -> count[0]).sum();
    String perKind =
        kinds.entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue()[0] + "/" + each.getValue()[1])
            .collect(Collectors.joining(", "));
    return """
    # Coverage of the reports' programmes

    Written by the tests; do not edit. `infra/dev/coverage` runs the tests that show a row and compares,
    `infra/dev/coverage --write` renews this page, `infra/verify` compares after all tests.

    A row is one statement of a public report that the product must hold, issue, check, redeem, register,
    inspect or count (`src/test/resources/programmes/core-rows.json`). It is shown if a test that covers it
    passed and something holds it: for a benefit an item of a bundled catalogue that refers to the row and
    was redeemed over HTTP in that test, for any other row an operation of the contract that answered in it.

    %d of %d rows are shown: %s.

    | Row | Place | Rule | What | Held by | Shown by | State |
    | --- | --- | --- | --- | --- | --- | --- |
    """
        .formatted(shown, CoreRow.listAll().size(), perKind);
  }

  private static List<Shown> testsOf(CoreRow row) {
    return TESTS.entrySet().stream()
        .filter(each -> each.getValue() && each.getKey().rows().contains(row.id()))
        .map(Map.Entry::getKey)
        .sorted(Comparator.comparing(Shown::testClass).thenComparing(Shown::method))
        .toList();
  }

  /** Items first; operations hold what is no benefit. */
  private static List<String> holdersOf(CoreRow row, List<Shown> tests) {
    List<String> holders = new ArrayList<>();
    for (BundledItem item : BundledItem.listOf(row.id())) {
      holders.add("[%s](../main/resources/catalogue/%s)".formatted(item.id(), item.fileName()));
    }
    if (!row.isBenefit()) {
      tests.stream()
          .flatMap(test -> test.operations().stream())
          .distinct()
          .sorted()
          .forEach(operation -> holders.add("`" + operation + "`"));
    }
    return holders;
  }

  private static String link(Shown test) {
    return "[%s.%s](%s)"
        .formatted(test.testClass(), test.method(), test.source().replaceFirst("^src/", "../"));
  }

  private static void write() {
    try {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

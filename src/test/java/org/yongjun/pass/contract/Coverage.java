package org.yongjun.pass.contract;

import io.swagger.v3.oas.models.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which operations and statuses of the contract the tests have seen. The table is written to {@code
 * target/contract-coverage.txt} when a JVM of the tests ends; what JVMs before it saw counts too,
 * until {@code infra/verify} begins anew.
 */
final class Coverage {
  private static final Path FILE = Path.of("target", "contract-coverage.txt");
  private static final Path SEEN_BEFORE = Path.of("target", "contract-coverage.seen");
  private static final Map<String, Set<Integer>> SEEN = new ConcurrentHashMap<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Coverage::write, "contract-coverage"));
  }

  private Coverage() {}

  static void saw(String operation, int status) {
    SEEN.computeIfAbsent(operation, name -> ConcurrentHashMap.newKeySet()).add(status);
  }

  /** One line per operation, then {@code contract coverage: N of M}. */
  static String table() {
    StringBuilder table = new StringBuilder();
    int covered = 0;
    int declared = 0;
    for (Map.Entry<String, Operation> each : Contract.OPERATIONS.entrySet()) {
      Set<Integer> seen = SEEN.getOrDefault(each.getKey(), Set.of());
      table.append(String.format("%-52s", each.getKey()));
      for (String status : each.getValue().getResponses().keySet()) {
        boolean isCovered = seen.contains(Integer.valueOf(status));
        table.append(' ').append(status).append(isCovered ? '+' : '-');
        covered += isCovered ? 1 : 0;
        declared++;
      }
      table.append('\n');
    }
    return table
        .append("+ seen and checked, - declared but not seen in this run\n")
        .append(String.format("contract coverage: %d of %d%n", covered, declared))
        .toString();
  }

  private static void write() {
    try {
      Files.createDirectories(FILE.getParent());
      if (Files.exists(SEEN_BEFORE)) {
        for (String line : Files.readAllLines(SEEN_BEFORE)) {
          int tab = line.indexOf('\t');
          saw(line.substring(0, tab), Integer.parseInt(line.substring(tab + 1)));
        }
      }
      List<String> lines = new ArrayList<>();
      SEEN.forEach(
          (operation, statuses) -> statuses.forEach(each -> lines.add(operation + "\t" + each)));
      Files.write(SEEN_BEFORE, lines);
      Files.writeString(FILE, table());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

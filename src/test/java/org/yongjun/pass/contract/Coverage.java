package org.yongjun.pass.contract;

import io.swagger.v3.oas.models.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which operations and statuses of the contract this run has seen. The table is written to {@code
 * target/contract-coverage.txt} when the JVM of the tests ends.
 */
final class Coverage {
  private static final Path FILE = Path.of("target", "contract-coverage.txt");
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
      Files.writeString(FILE, table());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

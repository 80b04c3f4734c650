package org.yongjun.pass.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.RefusalCode;
import org.yongjun.pass.platform.RefusedReason;

/** The page of codes has every code of the program as it is, and no other. */
class ProblemsPageTest {
  private static List<List<String>> rows = List.of();

  @BeforeAll
  static void readPage() throws IOException {
    rows =
        Files.readAllLines(Path.of("api-spec", "problems.md")).stream()
            .filter(line -> line.matches("\\| ([0-9]+ \\| )?[A-Z_]+ \\|.*"))
            .map(line -> line.substring(1).split("\\|"))
            .map(cells -> Arrays.stream(cells).map(String::strip).toList())
            .toList();
  }

  @Test
  void everyProblemCodeStandsThereAsItIs() {
    assertEquals(
        Arrays.stream(ProblemCode.values()).map(ProblemsPageTest::row).toList(),
        stated(rows.stream().filter(row -> row.size() == 5)));
  }

  @Test
  void everyReasonStandsThereInItsOrderWithItsNumber() {
    List<List<String>> reasons = rows.stream().filter(row -> row.size() == 6).toList();
    assertEquals(
        Arrays.stream(ReasonCode.values())
            .sorted(Comparator.comparing(ReasonCode::number))
            .map(reason -> reason.number() + " " + row(new RefusedReason(reason)))
            .toList(),
        reasons.stream()
            .map(row -> row.getFirst() + " " + stated(Stream.of(row.subList(1, 6))).getFirst())
            .toList());
  }

  @Test
  void everyCodeSaysWhatToDo() {
    rows.forEach(row -> assertTrue(row.getLast().length() > 8, row.toString()));
  }

  private static String row(RefusalCode code) {
    return String.join(
        " | ",
        code.name(),
        Integer.toString(code.status()),
        code.isRetryable() ? "yes" : "no",
        code.text().zh() + " " + code.text().en());
  }

  private static List<String> stated(Stream<List<String>> given) {
    return given.map(row -> String.join(" | ", row.subList(0, 4))).toList();
  }
}

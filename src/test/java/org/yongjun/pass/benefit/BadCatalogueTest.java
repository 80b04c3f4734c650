package org.yongjun.pass.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.benefit.CatalogueDocuments.Format;
import org.yongjun.pass.benefit.DraftReader.Draft;
import org.yongjun.pass.benefit.adapter.SchemaDocuments;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Regions;

/**
 * Catalogues in which every rule is broken once are refused whole, with all that is wrong at once,
 * each by its line. In the files, “# !” marks a line that is wrong, and how often if not once.
 */
class BadCatalogueTest {
  private static final Pattern MARK = Pattern.compile("# !([0-9]*)");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  private final DraftReader reader =
      new DraftReader(new SchemaDocuments(), Regions.standard()::exists);

  private static String text(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            BadCatalogueTest.class.getResourceAsStream("/catalogue-bad/" + name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<Integer> marked(String text) {
    List<Integer> lines = new ArrayList<>();
    List<String> all = text.lines().toList();
    for (int i = 0; i < all.size(); i++) {
      Matcher mark = MARK.matcher(all.get(i));
      if (mark.find()) {
        int count = mark.group(1).isEmpty() ? 1 : Integer.parseInt(mark.group(1));
        for (int j = 0; j < count; j++) {
          lines.add(i + 1);
        }
      }
    }
    return lines;
  }

  private Problem refused(String text, Format format) {
    Outcome<Draft> outcome = reader.read(text.getBytes(StandardCharsets.UTF_8), format);
    Problem problem = assertInstanceOf(Outcome.Refused.class, outcome).problem();
    assertEquals(ProblemCode.INVALID_CATALOGUE, problem.code());
    for (Problem.FieldError error : problem.errors()) {
      assertNotNull(error.line(), error.toString());
      assertTrue(CHINESE.matcher(error.detail().zh()).find(), error.toString());
      assertFalse(CHINESE.matcher(error.detail().en()).find(), error.toString());
    }
    return problem;
  }

  private static List<Integer> lines(Problem problem) {
    return problem.errors().stream().map(Problem.FieldError::line).sorted().toList();
  }

  @Test
  void everythingThatASchemaSeesIsReportedAtOnceByLine() throws IOException {
    String text = text("shape.yaml");
    Problem problem = refused(text, Format.YAML);
    assertEquals(marked(text), lines(problem), problem.errors().toString());
    assertTrue(
        problem.detail().zh().contains("第 " + problem.errors().getFirst().line() + " 行"),
        problem.detail().zh());
    assertTrue(
        problem.detail().en().contains("in line " + problem.errors().getFirst().line()),
        problem.detail().en());
  }

  @Test
  void everythingThatOnlyShowsWhenPlacesAreComparedIsReportedAtOnceByLine() throws IOException {
    String text = text("meaning.yaml");
    Problem problem = refused(text, Format.YAML);
    assertEquals(marked(text), lines(problem), problem.errors().toString());
    TreeSet<String> sentences = new TreeSet<>();
    problem.errors().forEach(each -> sentences.add(each.detail().en()));
    System.out.printf(
        "bad catalogue: %d faults of %d kinds, each on its line%n",
        problem.errors().size(), sentences.size());
  }

  @Test
  void linesOfJsonAreToldToo() {
    Problem problem =
        refused(
            """
            {
              "code": "Bad Code",
              "region": "130400",
              "title": {"zh": "清单", "en": "List"},
              "source": {"title": "文件"},
              "effectiveFrom": "2026-01-01",
              "items": [
                {"number": "1", "title": {"zh": "项", "en": "Item"},
                 "who": {"classes": ["HERO"], "origin": {"scope": "NATIONWIDE"}}}
              ]
            }
            """,
            Format.JSON);
    assertEquals(List.of(2, 8, 9), lines(problem), problem.errors().toString());
  }
}

package org.yongjun.pass.benefit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yongjun.pass.benefit.BundledCatalogues.BundledCatalogue;
import org.yongjun.pass.benefit.CatalogueDocuments.Format;
import org.yongjun.pass.benefit.adapter.SchemaDocuments;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Regions;

class CatalogueDocumentsTest {
  static final String VALID =
      """
      code: sample-1
      region: "130400"
      title: {zh: 清单, en: List}
      source: {title: 文件}
      categories:
        - {code: SHOPPING, title: {zh: 购物, en: Shopping}}
      effectiveFrom: 2026-01-01
      effectiveTo: 2027-12-31
      items:
        - number: "1"
          title: {zh: 项目, en: Item}
          category: SHOPPING
          who:
            classes: [VETERAN, SERVICEPERSON]
            origin: {scope: LOCAL, region: "130400"}
            condition: {kind: MERIT_AT_MOST, meritClass: 3}
          where: {kinds: [SHOP], aLevelMin: 0, aLevelMax: 5, region: "130402"}
          when:
            windows: [{from: 2026-10-01, to: 2026-10-07}]
            hours: [{from: "09:00", to: "18:00"}]
          parts:
            - label: GOODS
              rule: {kind: PERCENT_PAYABLE, tiers: {VETERAN: 90, SERVICEPERSON: 80}}
            - label: HOME
              rule: {kind: AMOUNT_OFF, offFen: 1000, thresholdFen: 5000, capFen: 3000}
            - label: FARE
              rule: {kind: FIXED_PRICE, fen: 1}
          limits: [{subject: HOLDER, period: DAY, unit: USES, max: 2}]
      """;

  private final CatalogueDocuments documents = new SchemaDocuments();
  private final CatalogueReader reader = CatalogueReader.ofDrafts(Regions.standard()::exists);

  static List<BundledCatalogue> bundled() {
    return BundledCatalogues.listAll();
  }

  private Outcome<Catalogue> read(String text, Format format) {
    return documents
        .read(text.getBytes(StandardCharsets.UTF_8), format)
        .then(tree -> reader.read(tree, 1));
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T>(Problem problem) -> throw new AssertionError(problem.toString());
    };
  }

  private Problem refused(String text) {
    Problem problem = assertInstanceOf(Outcome.Refused.class, read(text, Format.YAML)).problem();
    assertEquals(ProblemCode.INVALID_CATALOGUE, problem.code());
    problem
        .errors()
        .forEach(
            error -> {
              assertFalse(error.detail().zh().isBlank());
              assertFalse(error.detail().en().isBlank());
            });
    return problem;
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void everyShippedCatalogueIsValidAndNamesItsSources(BundledCatalogue file) {
    Catalogue catalogue =
        done(documents.read(file.yaml(), Format.YAML).then(tree -> reader.read(tree, 1)));
    assertEquals(file.fileName(), catalogue.code() + ".yaml");
    for (Item item : catalogue.items()) {
      assertFalse(item.source().references().isEmpty(), item.id());
      assertTrue(item.source().quote() != null && item.source().date() != null, item.id());
      assertFalse(item.synthetic(), item.id());
    }
  }

  @Test
  void theSampleIsValid() {
    Catalogue catalogue = done(read(VALID, Format.YAML));
    assertEquals("sample-1/1", catalogue.items().get(0).id());
    assertEquals(3, catalogue.items().get(0).parts().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "code: sample-1 | code: Sample 1 | /code",
        "code: sample-1 | cod: sample-1 | /cod",
        "code: sample-1 | cod: sample-1 | /code",
        "region: \"130400\"\\ntitle | region: 130400\\ntitle | /region",
        "region: \"130400\"\\ntitle | region: \"139900\"\\ntitle | /region",
        "{zh: 清单, en: List} | {en: List} | /title/zh",
        "source: {title: 文件} | source: {title: ''} | /source/title",
        "effectiveFrom: 2026-01-01 | effectiveFrom: 2026-02-30 | /effectiveFrom",
        "effectiveFrom: 2026-01-01 | effectiveFrom: 1899-01-01 | /effectiveFrom",
        "effectiveTo: 2027-12-31 | effectiveTo: 2025-12-31 | /effectiveTo",
        "category: SHOPPING | category: TRAVEL | /items/0/category",
        "VETERAN, SERVICEPERSON] | VETERAN, HERO] | /items/0/who/classes/1",
        "VETERAN, SERVICEPERSON] | VETERAN, VETERAN] | /items/0/who/classes",
        "classes: [VETERAN, SERVICEPERSON] | classes: [] | /items/0/who/classes",
        "scope: LOCAL, region: \"130400\" | scope: LOCAL | /items/0/who/origin/region",
        "scope: LOCAL, region | scope: NATIONWIDE, region | /items/0/who/origin",
        "scope: LOCAL, region: \"130400\" | scope: LOCAL, region: \"990000\" |"
            + " /items/0/who/origin/region",
        "meritClass: 3 | meritClass: 4 | /items/0/who/condition/meritClass",
        "meritClass: 3 | grade: 3 | /items/0/who/condition/meritClass",
        "aLevelMin: 0, aLevelMax: 5 | aLevelMin: 4, aLevelMax: 3 | /items/0/where/aLevelMin",
        "region: \"130402\" | region: \"340200\" | /items/0/where/region",
        "to: 2026-10-07 | to: 2026-09-07 | /items/0/when/windows/0/to",
        "to: \"18:00\" | to: \"08:00\" | /items/0/when/hours/0/to",
        "to: \"18:00\" | to: \"25:00\" | /items/0/when/hours/0/to",
        "label: HOME | label: GOODS | /items/0/parts/1/label",
        "label: HOME | label: home | /items/0/parts/1/label",
        "SERVICEPERSON: 80} | SERVICEPERSON: 101} | /items/0/parts/0/rule/tiers/SERVICEPERSON",
        "VETERAN: 90, SERVICEPERSON: 80 | VETERAN: 90 | /items/0/parts/0/rule/tiers",
        "SERVICEPERSON: 80} | SERVICEPERSON: 80, FIREFIGHTER: 80} |"
            + " /items/0/parts/0/rule/tiers/FIREFIGHTER",
        "kind: FIXED_PRICE, fen: 1 | kind: FREE, fen: 1 | /items/0/parts/2/rule",
        "kind: FIXED_PRICE, fen: 1 | kind: BARGAIN | /items/0/parts/2/rule/kind",
        "fen: 1} | fen: 1.5} | /items/0/parts/2/rule/fen",
        "fen: 1} | fen: -1} | /items/0/parts/2/rule/fen",
        "fen: 1} | fen: 10000000001} | /items/0/parts/2/rule/fen",
        "capFen: 3000 | capFen: 999 | /items/0/parts/1/rule/capFen",
        "offFen: 1000 | offFen: 0 | /items/0/parts/1/rule/offFen",
        "max: 2 | max: 0 | /items/0/limits/0/max",
        "period: DAY | period: HOUR | /items/0/limits/0/period",
        "number: \"1\" | number: 1 | /items/0/number",
        "category: SHOPPING | stackOrder: 1 | /items/0/parts/0/rule"
      })
  void eachRuleThatIsBrokenIsReportedAtItsPlace(String from, String to, String pointer) {
    String before = from.replace("\\n", "\n");
    assertTrue(VALID.contains(before), before);
    Problem problem = refused(VALID.replace(before, to.replace("\\n", "\n")));
    assertTrue(
        problem.errors().stream().anyMatch(error -> error.pointer().equals(pointer)),
        problem.toString());
  }

  @Test
  void everyFaultIsReportedAtOnce() {
    Problem problem =
        refused(
            VALID
                .replace("code: sample-1", "code: X")
                .replace("fen: 1}", "fen: -1}")
                .replace("max: 2", "max: 0"));
    assertEquals(
        List.of("/code", "/items/0/limits/0/max", "/items/0/parts/2/rule/fen"),
        problem.errors().stream().map(Problem.FieldError::pointer).toList());
  }

  @Test
  void anItemNumberStandsOnce() {
    String items = VALID.substring(VALID.indexOf("  - number"));
    assertEquals("/items/1/number", refused(VALID + items).errors().get(0).pointer());
  }

  @Test
  void conditionsNestOnlySoDeep() {
    String deep =
        "{kind: NOT, member: {kind: NOT, member: {kind: NOT, member: "
            + "{kind: NOT, member: {kind: AGE_AT_LEAST, years: 60}}}}}";
    Problem problem = refused(VALID.replace("{kind: MERIT_AT_MOST, meritClass: 3}", deep));
    assertEquals(
        "/items/0/who/condition/member/member/member/member", problem.errors().get(0).pointer());
  }

  @ParameterizedTest
  @CsvSource({
    "'a: &x [*x]'",
    "'a: !!javax.script.ScriptEngineManager []'",
    "'a: 1\na: 2'",
    "''",
    "'[1]'",
    "'a: \"unclosed'"
  })
  void hostileOrBrokenYamlIsRefused(String text) {
    refused(text.replace("\\n", "\n"));
  }

  @ParameterizedTest
  @CsvSource({"'{\"a\":1,\"a\":2}'", "'{} {}'", "'{'", "'null'"})
  void brokenJsonIsRefused(String text) {
    assertInstanceOf(Outcome.Refused.class, read(text, Format.JSON));
  }

  @Test
  void whatIsNotUtf8OrTooLargeIsRefused() {
    assertInstanceOf(Outcome.Refused.class, documents.read(new byte[] {(byte) 0xff}, Format.JSON));
    Problem problem =
        assertInstanceOf(
                Outcome.Refused.class,
                documents.read(new byte[CatalogueDocuments.DOCUMENT_BYTES_MAX + 1], Format.JSON))
            .problem();
    assertEquals(ProblemCode.TOO_LARGE, problem.code());
  }

  @Test
  void theSameContentHasTheSameHashInYamlAndJson() {
    Map<String, Object> tree =
        done(documents.read(VALID.getBytes(StandardCharsets.UTF_8), Format.YAML));
    String canonical = CanonicalJson.of(tree);
    Map<String, Object> again =
        done(documents.read(canonical.getBytes(StandardCharsets.UTF_8), Format.JSON));
    assertEquals(canonical, CanonicalJson.of(again));
    assertArrayEquals(CanonicalJson.hash(canonical), CanonicalJson.hash(CanonicalJson.of(again)));
    assertEquals(tree, documents.readPublished(canonical));
  }
}

package org.yongjun.pass.programmes;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One programme of the public reports that the product must hold, issue, check, redeem, register,
 * inspect or count.
 *
 * @param region GB/T 2260
 * @param rowType what kind of thing it is, for example {@code BENEFIT}
 * @param entitled codes of {@code catalogue/beneficiaries.yaml}
 * @param venues in the report's words
 * @param params figures and marks of the report
 * @param sourceDate the day or year of the report
 */
record CoreRow(
    String id,
    String region,
    String placeZh,
    String placeEn,
    String rowType,
    String ruleKind,
    List<String> entitled,
    String venues,
    Map<String, Object> params,
    String sourceDate,
    String summary) {
  private static final List<CoreRow> ALL = read();

  /** In the order of the reports. */
  static List<CoreRow> listAll() {
    return ALL;
  }

  static Optional<CoreRow> find(String id) {
    return ALL.stream().filter(row -> row.id.equals(id)).findFirst();
  }

  boolean isBenefit() {
    return rowType.equals("BENEFIT");
  }

  private static List<CoreRow> read() {
    try (InputStream in = CoreRow.class.getResourceAsStream("/programmes/core-rows.json")) {
      return new ObjectMapper()
          .readValue(Objects.requireNonNull(in), new TypeReference<List<CoreRow>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

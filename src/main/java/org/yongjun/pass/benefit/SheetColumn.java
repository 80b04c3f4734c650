package org.yongjun.pass.benefit;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A column of a workbook: where its cells belong in the document, and how they are written.
 *
 * @param path the keys from the row's object down, with dots between
 * @param zh the heading that offices read
 */
record SheetColumn(String path, String zh, Kind kind) {
  /** Day 0 of workbooks of the 1900 system, for days after February 1900. */
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  /** How a cell is written. A cell that is not so throws {@link IllegalArgumentException}. */
  enum Kind {
    TEXT("文字", "text"),
    INTEGER("整数", "a whole number"),
    YUAN("金额（元，至多两位小数）", "yuan with at most two decimals"),
    DATE("日期（2026-01-31）", "a date (2026-01-31)"),
    WORDS("以逗号分隔的若干项", "words with commas between"),
    YES("“是”或空白", "是 (yes) or nothing"),
    ORIGIN(
        "NATIONWIDE、LOCAL 区划代码，或 LISTED 若干区划代码",
        "NATIONWIDE, LOCAL and a region code, or LISTED and region codes"),
    TIERS("类别=应付百分比，以逗号分隔", "CLASS=percent to pay, with commas between"),
    LIMITS("对象 周期 单位 上限，以分号分隔", "SUBJECT PERIOD UNIT MAX, with semicolons between");

    final String zh;
    final String en;

    Kind(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }
  }

  Object read(String cell) {
    try {
      return switch (kind) {
        case TEXT -> cell;
        case INTEGER -> new BigDecimal(cell).longValueExact();
        case YUAN -> new BigDecimal(cell).movePointRight(2).longValueExact();
        case DATE -> date(cell).toString();
        case WORDS -> words(cell, "[,，、]");
        case YES -> yes(cell);
        case ORIGIN -> origin(cell);
        case TIERS -> tiers(cell);
        case LIMITS -> words(cell, "[;；]").stream().map(SheetColumn::limit).toList();
      };
    } catch (ArithmeticException | DateTimeException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The cell of a value as {@link #read} makes it; throws ClassCastException for another's. */
  String write(Object value) {
    return switch (kind) {
      case TEXT, DATE -> (String) value;
      case INTEGER -> Long.toString(((Number) value).longValue());
      case YUAN -> BigDecimal.valueOf(((Number) value).longValue(), 2).toPlainString();
      case WORDS -> String.join(", ", texts(value));
      case YES -> (Boolean) value ? "是" : "";
      case ORIGIN -> originText((Map<?, ?>) value);
      case TIERS ->
          ((Map<?, ?>) value)
              .entrySet().stream()
                  .map(tier -> tier.getKey() + "=" + tier.getValue())
                  .sorted()
                  .collect(Collectors.joining(", "));
      case LIMITS ->
          ((List<?>) value)
              .stream().map(each -> limitText((Map<?, ?>) each)).collect(Collectors.joining("; "));
    };
  }

  private static LocalDate date(String cell) {
    return cell.matches("[0-9]{5}")
        ? DAY_ZERO.plusDays(Long.parseLong(cell))
        : LocalDate.parse(cell.replace('/', '-'));
  }

  private static List<String> words(String cell, String separator) {
    return Arrays.stream(cell.split(separator)).map(String::strip).toList();
  }

  private static boolean yes(String cell) {
    if (!List.of("是", "yes", "true").contains(cell.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("neither yes nor nothing");
    }
    return true;
  }

  private static Map<String, Object> origin(String cell) {
    List<String> words =
        new ArrayList<>(Arrays.asList(cell.replaceAll("[,，、]", " ").strip().split("\\s+")));
    String scope = words.removeFirst();
    Map<String, Object> origin = new LinkedHashMap<>();
    origin.put("scope", scope);
    boolean isFitting =
        switch (scope) {
          case "NATIONWIDE" -> words.isEmpty();
          case "LOCAL" -> words.size() == 1;
          default -> scope.equals("LISTED") && !words.isEmpty();
        };
    if (!isFitting) {
      throw new IllegalArgumentException("no origin");
    }
    if (scope.equals("LOCAL")) {
      origin.put("region", words.getFirst());
    } else if (scope.equals("LISTED")) {
      origin.put("regions", words);
    }
    return origin;
  }

  private static String originText(Map<?, ?> origin) {
    Object regions = origin.containsKey("region") ? List.of(origin.get("region")) : null;
    regions = regions == null ? origin.get("regions") : regions;
    String scope = (String) origin.get("scope");
    return regions == null ? scope : scope + " " + String.join(", ", texts(regions));
  }

  private static Map<String, Object> tiers(String cell) {
    Map<String, Object> tiers = new LinkedHashMap<>();
    for (String tier : words(cell, "[,，、]")) {
      String[] sides = tier.split("=", -1);
      if (sides.length != 2 || tiers.containsKey(sides[0].strip())) {
        throw new IllegalArgumentException("no tier");
      }
      tiers.put(sides[0].strip(), new BigDecimal(sides[1].strip()).longValueExact());
    }
    return tiers;
  }

  private static Map<String, Object> limit(String text) {
    String[] words = text.split("\\s+");
    if (words.length != 4) {
      throw new IllegalArgumentException("no limit");
    }
    return Map.of(
        "subject",
        words[0],
        "period",
        words[1],
        "unit",
        words[2],
        "max",
        new BigDecimal(words[3]).longValueExact());
  }

  private static String limitText(Map<?, ?> limit) {
    if (limit.size() != 4) {
      throw new ClassCastException("a limit with more than a table has");
    }
    return limit.get("subject")
        + " "
        + limit.get("period")
        + " "
        + limit.get("unit")
        + " "
        + limit.get("max");
  }

  private static List<String> texts(Object list) {
    return ((List<?>) list).stream().map(each -> (String) each).toList();
  }
}

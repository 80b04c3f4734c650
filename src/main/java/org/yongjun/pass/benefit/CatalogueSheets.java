package org.yongjun.pass.benefit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.benefit.SheetColumn.Kind;
import org.yongjun.pass.platform.Outcome;

/**
 * The one layout of a catalogue as a workbook: a sheet of headings with a value each, one of
 * categories, one of items, and notes. Chinese headings stand in the first row, the document's own
 * keys in the second. An item of several parts takes several rows, each with its number; all but
 * the first have nothing but the part. What no table holds, such as conditions, is refused.
 */
public final class CatalogueSheets {
  public static final String CATALOGUE = "清单";
  public static final String CATEGORIES = "类别";
  public static final String ITEMS = "项目";
  public static final String NOTES = "说明";

  private static final int HEADER_ROWS = 2;

  private static final List<SheetColumn> HEAD =
      List.of(
          new SheetColumn("code", "清单代码", Kind.TEXT),
          new SheetColumn("region", "行政区划代码", Kind.TEXT),
          new SheetColumn("level", "层级", Kind.TEXT),
          new SheetColumn("batchNumber", "批次", Kind.INTEGER),
          new SheetColumn("title.zh", "标题", Kind.TEXT),
          new SheetColumn("title.en", "英文标题", Kind.TEXT),
          new SheetColumn("note.zh", "备注", Kind.TEXT),
          new SheetColumn("note.en", "英文备注", Kind.TEXT),
          new SheetColumn("source.title", "依据文件", Kind.TEXT),
          new SheetColumn("source.number", "文号", Kind.TEXT),
          new SheetColumn("source.date", "文件日期", Kind.DATE),
          new SheetColumn("source.authority", "发文机关", Kind.TEXT),
          new SheetColumn("source.url", "文件网址", Kind.TEXT),
          new SheetColumn("effectiveFrom", "生效日", Kind.DATE),
          new SheetColumn("effectiveTo", "截止日", Kind.DATE),
          new SheetColumn("offer.venueId", "协议场所编号", Kind.TEXT),
          new SheetColumn("offer.agreement", "协议", Kind.TEXT),
          new SheetColumn("offer.agreedUntil", "协议截止日", Kind.DATE));

  private static final List<SheetColumn> CATEGORY =
      List.of(
          new SheetColumn("code", "类别代码", Kind.TEXT),
          new SheetColumn("title.zh", "类别", Kind.TEXT),
          new SheetColumn("title.en", "英文名称", Kind.TEXT));

  private static final List<SheetColumn> ITEM =
      List.of(
          new SheetColumn("number", "编号", Kind.TEXT),
          new SheetColumn("title.zh", "项目", Kind.TEXT),
          new SheetColumn("title.en", "英文名称", Kind.TEXT),
          new SheetColumn("category", "类别代码", Kind.TEXT),
          new SheetColumn("who.classes", "优待对象", Kind.WORDS),
          new SheetColumn("who.origin", "属地", Kind.ORIGIN),
          new SheetColumn("where.kinds", "场所类别", Kind.WORDS),
          new SheetColumn("where.aLevelMin", "A级下限", Kind.INTEGER),
          new SheetColumn("where.aLevelMax", "A级上限", Kind.INTEGER),
          new SheetColumn("where.ownerships", "权属", Kind.WORDS),
          new SheetColumn("where.region", "场所地区", Kind.TEXT),
          new SheetColumn("where.tags", "场所标签", Kind.WORDS),
          new SheetColumn("where.excludedTags", "除外标签", Kind.WORDS),
          new SheetColumn("where.includes", "指定场所", Kind.WORDS),
          new SheetColumn("where.excludes", "除外场所", Kind.WORDS),
          new SheetColumn("part.label", "账单项目", Kind.TEXT),
          new SheetColumn("part.listCapFen", "计价上限（元）", Kind.YUAN),
          new SheetColumn("part.rule.kind", "优待方式", Kind.TEXT),
          new SheetColumn("part.rule.percent", "应付百分比", Kind.INTEGER),
          new SheetColumn("part.rule.tiers", "分类别百分比", Kind.TIERS),
          new SheetColumn("part.rule.offFen", "立减（元）", Kind.YUAN),
          new SheetColumn("part.rule.thresholdFen", "门槛（元）", Kind.YUAN),
          new SheetColumn("part.rule.capFen", "封顶（元）", Kind.YUAN),
          new SheetColumn("part.rule.fen", "一口价（元）", Kind.YUAN),
          new SheetColumn("limits", "次数与限额", Kind.LIMITS),
          new SheetColumn("when.effectiveFrom", "项目生效日", Kind.DATE),
          new SheetColumn("when.effectiveTo", "项目截止日", Kind.DATE),
          new SheetColumn("when.weekdays", "星期", Kind.WORDS),
          new SheetColumn("stackOrder", "叠加顺序", Kind.INTEGER),
          new SheetColumn("fulfils", "落实的项目", Kind.TEXT),
          new SheetColumn("bundle", "捆绑", Kind.YES),
          new SheetColumn("photoCheck", "核对照片", Kind.YES),
          new SheetColumn("synthetic", "演示数据", Kind.YES),
          new SheetColumn("sourceQuote", "原文", Kind.TEXT),
          new SheetColumn("sourceDate", "原文日期", Kind.DATE),
          new SheetColumn("references", "登记编号", Kind.WORDS));

  private CatalogueSheets() {}

  /** An empty workbook to fill in. */
  public static List<SheetTable> template() {
    return tables(headRows(Map.of()), List.of(), List.of());
  }

  /** Refuses with INVALID_CATALOGUE what a table cannot hold, by its place in the document. */
  public static Outcome<List<SheetTable>> toTables(Map<String, Object> document) {
    Map<String, Object> rest = copy(document);
    Faults faults = new Faults(Lines.NONE);
    List<List<String>> head = headRows(rest);
    List<List<String>> categories = new ArrayList<>();
    List<List<String>> items = new ArrayList<>();
    int index = 0;
    for (Map<String, Object> each : takeObjects(rest, "categories")) {
      categories.add(take(each, CATEGORY, "/categories/" + index, faults));
      refuseRest(each, "/categories/" + index++, faults);
    }
    index = 0;
    for (Map<String, Object> each : takeObjects(rest, "items")) {
      items.addAll(itemRows(each, "/items/" + index++, faults));
    }
    refuseRest(rest, "", faults);
    return faults.count() == 0
        ? Outcome.done(tables(head, categories, items))
        : Outcome.refused(faults.problem());
  }

  private static List<List<String>> headRows(Map<String, Object> rest) {
    List<List<String>> rows = new ArrayList<>();
    for (SheetColumn each : HEAD) {
      Object value = rest.isEmpty() ? null : take(rest, each.path());
      rows.add(List.of(each.zh(), each.path(), value == null ? "" : each.write(value)));
    }
    return rows;
  }

  private static List<List<String>> itemRows(
      Map<String, Object> item, String pointer, Faults faults) {
    List<Map<String, Object>> parts = takeObjects(item, "parts");
    Object number = item.get("number");
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < Math.max(1, parts.size()); i++) {
      Map<String, Object> row = i == 0 ? item : new HashMap<>();
      if (i < parts.size()) {
        row.put("part", parts.get(i));
      }
      if (i > 0 && number != null) {
        row.put("number", number);
      }
      rows.add(take(row, ITEM, pointer, faults));
      refuseRest(row, pointer, faults);
    }
    return rows;
  }

  private static List<String> take(
      Map<String, Object> row, List<SheetColumn> columns, String pointer, Faults faults) {
    List<String> cells = new ArrayList<>();
    for (SheetColumn each : columns) {
      Object value = take(row, each.path());
      try {
        cells.add(value == null ? "" : each.write(value));
      } catch (ClassCastException e) {
        faults.add(
            pointer + "/" + each.path().replace('.', '/'),
            "表格无法表示此项，请用 YAML",
            "A table cannot hold this; use YAML");
      }
    }
    return cells;
  }

  private static void refuseRest(Map<String, Object> rest, String pointer, Faults faults) {
    rest.keySet()
        .forEach(
            key ->
                faults.add(
                    pointer + "/" + key, "表格无法表示此项，请用 YAML", "A table cannot hold this; use YAML"));
  }

  private static List<SheetTable> tables(
      List<List<String>> head, List<List<String>> categories, List<List<String>> items) {
    List<List<String>> notes = new ArrayList<>();
    notes.add(List.of("列 Column", "填写方式", "How it is written"));
    for (SheetColumn each : ITEM) {
      notes.add(List.of(each.zh() + " " + each.path(), each.kind().zh, each.kind().en));
    }
    return List.of(
        new SheetTable(CATALOGUE, head),
        new SheetTable(CATEGORIES, under(CATEGORY, categories)),
        new SheetTable(ITEMS, under(ITEM, items)),
        new SheetTable(NOTES, notes));
  }

  private static List<List<String>> under(List<SheetColumn> columns, List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>();
    all.add(columns.stream().map(SheetColumn::zh).toList());
    all.add(columns.stream().map(SheetColumn::path).toList());
    all.addAll(rows);
    return all;
  }

  /** The document; refuses with INVALID_CATALOGUE and every faulty cell. */
  public static Outcome<Map<String, Object>> toDocument(List<SheetTable> tables) {
    Faults faults = new Faults(Lines.NONE);
    Map<String, Object> document = new LinkedHashMap<>();
    SheetTable head = find(tables, CATALOGUE, faults);
    SheetTable items = find(tables, ITEMS, faults);
    if (head == null || items == null) {
      return Outcome.refused(faults.problem());
    }
    readHead(head, document, faults);
    SheetTable categories =
        tables.stream().filter(each -> each.name().equals(CATEGORIES)).findFirst().orElse(null);
    if (categories != null) {
      List<Map<String, Object>> rows = new ArrayList<>();
      readRows(categories, CATEGORY, faults).values().forEach(rows::add);
      if (!rows.isEmpty()) {
        document.put("categories", rows);
      }
    }
    document.put("items", joined(readRows(items, ITEM, faults), faults));
    return faults.count() == 0 ? Outcome.done(document) : Outcome.refused(faults.problem());
  }

  private static @Nullable SheetTable find(List<SheetTable> tables, String name, Faults faults) {
    for (SheetTable each : tables) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    faults.add(name, "缺少此工作表，请用模板", "This sheet is missing; use the template");
    return null;
  }

  private static void readHead(SheetTable sheet, Map<String, Object> document, Faults faults) {
    for (int row = 0; row < sheet.rows().size(); row++) {
      String key = sheet.cell(row, 1).strip();
      String cell = sheet.cell(row, 2).strip();
      SheetColumn column = column(HEAD, key);
      if (column == null && !(key.isEmpty() && cell.isEmpty())) {
        faults.add(
            SheetTable.place(sheet.name(), row, 1), "模板中没有此行", "The template has no such row");
      } else if (column != null && !cell.isEmpty()) {
        put(document, column, cell, SheetTable.place(sheet.name(), row, 2), faults);
      }
    }
  }

  /** By row. */
  private static Map<Integer, Map<String, Object>> readRows(
      SheetTable sheet, List<SheetColumn> known, Faults faults) {
    Map<Integer, SheetColumn> columns = new HashMap<>();
    int width = sheet.rows().stream().mapToInt(List::size).max().orElse(0);
    for (int column = 0; column < width; column++) {
      String key = sheet.cell(1, column).strip();
      SheetColumn found = column(known, key);
      if (found == null && !key.isEmpty() || found != null && columns.containsValue(found)) {
        faults.add(
            SheetTable.place(sheet.name(), 1, column),
            "第二行须为模板的列名，且不重复",
            "The second row has the template's column names, each once");
      } else if (found != null) {
        columns.put(column, found);
      }
    }
    if (!columns.containsValue(known.getFirst())) {
      faults.add(
          SheetTable.place(sheet.name(), 1, 0),
          "缺少列 " + known.getFirst().path(),
          "The column " + known.getFirst().path() + " is missing");
    }
    Map<Integer, Map<String, Object>> rows = new LinkedHashMap<>();
    for (int row = HEADER_ROWS; row < sheet.rows().size(); row++) {
      Map<String, Object> values = readRow(sheet, row, columns, faults);
      if (!values.isEmpty()) {
        rows.put(row, values);
      }
    }
    return rows;
  }

  private static Map<String, Object> readRow(
      SheetTable sheet, int row, Map<Integer, SheetColumn> columns, Faults faults) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int column = 0; column < sheet.rows().get(row).size(); column++) {
      String cell = sheet.cell(row, column).strip();
      SheetColumn known = columns.get(column);
      String place = SheetTable.place(sheet.name(), row, column);
      if (!cell.isEmpty() && known == null) {
        faults.add(place, "此列没有列名", "This column has no name");
      } else if (!cell.isEmpty()) {
        put(values, known, cell, place, faults);
      }
    }
    return values;
  }

  /** Brings the parts of an item together. */
  private static List<Map<String, Object>> joined(
      Map<Integer, Map<String, Object>> rows, Faults faults) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (Map.Entry<Integer, Map<String, Object>> row : rows.entrySet()) {
      Map<String, Object> values = row.getValue();
      Object part = values.remove("part");
      boolean isFurther =
          !items.isEmpty()
              && values.keySet().equals(Set.of("number"))
              && values.get("number").equals(items.getLast().get("number"));
      if (!isFurther) {
        items.add(values);
      }
      if (part != null) {
        objects(items.getLast(), "parts").add(part);
      } else if (isFurther) {
        faults.add(
            SheetTable.place(ITEMS, row.getKey(), 0), "此行没有内容", "There is nothing in this row");
      }
    }
    return items;
  }

  @SuppressWarnings("unchecked") // Only made here.
  private static List<Object> objects(Map<String, Object> item, String key) {
    return (List<Object>) item.computeIfAbsent(key, name -> new ArrayList<Object>());
  }

  private static @Nullable SheetColumn column(List<SheetColumn> columns, String path) {
    return columns.stream().filter(each -> each.path().equals(path)).findFirst().orElse(null);
  }

  @SuppressWarnings("unchecked") // Only made here.
  private static void put(
      Map<String, Object> row, SheetColumn column, String cell, String place, Faults faults) {
    try {
      Object value = column.read(cell);
      String[] keys = column.path().split("\\.");
      Map<String, Object> inner = row;
      for (int i = 0; i < keys.length - 1; i++) {
        inner =
            (Map<String, Object>)
                inner.computeIfAbsent(keys[i], key -> new LinkedHashMap<String, Object>());
      }
      inner.put(keys[keys.length - 1], value);
    } catch (IllegalArgumentException e) {
      faults.add(place, "须为" + column.kind().zh, "This must be " + column.kind().en);
    }
  }

  /** Removes a value and the objects that it leaves empty. */
  @SuppressWarnings("unchecked") // Documents are of maps with text keys.
  private static @Nullable Object take(Map<String, Object> row, String path) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      return row.remove(path);
    }
    String key = path.substring(0, dot);
    if (!(row.get(key) instanceof Map<?, ?> inner)) {
      return null;
    }
    Object value = take((Map<String, Object>) inner, path.substring(dot + 1));
    if (inner.isEmpty()) {
      row.remove(key);
    }
    return value;
  }

  private static List<Map<String, Object>> takeObjects(Map<String, Object> row, String key) {
    List<Map<String, Object>> objects = new ArrayList<>();
    if (row.remove(key) instanceof List<?> list) {
      list.forEach(each -> objects.add(copy((Map<?, ?>) each)));
    }
    return objects;
  }

  private static Map<String, Object> copy(Map<?, ?> map) {
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach(
        (key, value) ->
            copy.put((String) key, value instanceof Map<?, ?> inner ? copy(inner) : value));
    return copy;
  }
}

package org.yongjun.pass.benefit.adapter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.yongjun.pass.benefit.Faults;
import org.yongjun.pass.benefit.Lines;
import org.yongjun.pass.benefit.SheetTable;
import org.yongjun.pass.platform.Outcome;

/**
 * Reads workbooks (ECMA-376) that strangers send: bounded before anything is unpacked for good,
 * values alone, no formulas.
 */
final class SheetReader {
  private static final int ENTRIES_MAX = 100;
  private static final int UNPACKED_BYTES_MAX = 16 * 1024 * 1024;
  private static final int SHEETS_MAX = 10;
  private static final int ROWS_MAX = 2_000;
  private static final int COLUMNS_MAX = 64;
  private static final int CELL_LENGTH_MAX = 4_000;
  private static final int BUFFER_BYTES = 8_192;

  /** Neither prices nor counts have more digits, before or behind the point. */
  private static final int DIGITS_MAX = 20;

  /** What a text that looks like a formula begins with. */
  static final String FORMULA_SIGNS = "=+-@";

  private final Faults faults = new Faults(Lines.NONE);

  Outcome<List<SheetTable>> read(byte[] workbook) {
    try {
      if (!isBounded(workbook)) {
        return refused(
            "工作簿解压后过大、文件过多或数字过长",
            "The workbook unpacks to too much or too many files, or its numbers are too long");
      }
      List<SheetTable> tables = open(workbook);
      return faults.count() == 0 ? Outcome.done(tables) : Outcome.refused(faults.problem());
    } catch (IOException | RuntimeException e) {
      // Whatever the parser trips over, the file is at fault, and nothing of it may be told on.
      return refused("不是可读的 XLSX 工作簿", "This is not a readable XLSX workbook");
    }
  }

  /** Counts what comes out, whatever the archive says of its sizes. */
  private static boolean isBounded(byte[] workbook) throws IOException {
    SheetNumbers numbers = new SheetNumbers();
    byte[] buffer = new byte[BUFFER_BYTES];
    long bytes = 0;
    try (ZipFile zip = ZipFile.builder().setByteArray(workbook).get()) {
      List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
      if (entries.size() > ENTRIES_MAX) {
        return false;
      }
      for (ZipArchiveEntry entry : entries) {
        try (InputStream content = zip.getInputStream(entry)) {
          for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            bytes += read;
            if (bytes > UNPACKED_BYTES_MAX) {
              return false;
            }
          }
        }
        try (InputStream content = zip.getInputStream(entry)) {
          if (!numbers.areBounded(content)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private List<SheetTable> open(byte[] bytes) throws IOException {
    List<SheetTable> tables = new ArrayList<>();
    try (InputStream in = new ByteArrayInputStream(bytes);
        ReadableWorkbook workbook = new ReadableWorkbook(in)) {
      if (workbook.isDate1904()) {
        faults.add("", "不支持 1904 日期系统", "Workbooks of the 1904 date system are not taken");
      }
      List<Sheet> sheets = workbook.getSheets().limit(SHEETS_MAX).toList();
      for (Sheet sheet : sheets) {
        tables.add(new SheetTable(sheet.getName(), rows(sheet)));
      }
    }
    return tables;
  }

  private List<List<String>> rows(Sheet sheet) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (Stream<Row> stream = sheet.openStream()) {
      for (Row row : (Iterable<Row>) stream::iterator) {
        int index = row.getRowNum() - 1;
        if (index >= ROWS_MAX || index < rows.size()) {
          faults.add(
              SheetTable.place(sheet.getName(), Math.max(0, index), 0),
              "至多 " + ROWS_MAX + " 行",
              "At most " + ROWS_MAX + " rows");
          return rows;
        }
        while (rows.size() < index) {
          rows.add(List.of());
        }
        rows.add(cells(sheet.getName(), index, row));
      }
    }
    return rows;
  }

  private List<String> cells(String sheet, int row, Row cells) {
    List<String> texts = new ArrayList<>();
    for (Cell cell : cells) {
      if (cell == null || cell.getType() == CellType.EMPTY) {
        texts.add("");
        continue;
      }
      int column = cell.getColumnIndex();
      String place = SheetTable.place(sheet, row, column);
      if (column >= COLUMNS_MAX) {
        faults.add(place, "至多 " + COLUMNS_MAX + " 列", "At most " + COLUMNS_MAX + " columns");
        return texts;
      }
      while (texts.size() < column) {
        texts.add("");
      }
      texts.add(text(cell, place));
    }
    return texts;
  }

  private String text(Cell cell, String place) {
    return switch (cell.getType()) {
      case FORMULA -> fault(place, "不接受公式，请粘贴为数值", "Formulas are not taken; paste the value");
      case ERROR -> fault(place, "单元格有错误值", "This cell holds an error");
      case NUMBER -> number(cell.asNumber(), place);
      case BOOLEAN -> cell.asBoolean() ? "是" : "";
      default -> bounded(cell.asString(), place);
    };
  }

  /** An exponent makes a short number a long text. */
  private String number(BigDecimal number, String place) {
    BigDecimal shortest = number.stripTrailingZeros();
    return shortest.precision() > DIGITS_MAX || Math.abs(shortest.scale()) > DIGITS_MAX
        ? fault(place, "数字至多 " + DIGITS_MAX + " 位", "At most " + DIGITS_MAX + " digits")
        : shortest.toPlainString();
  }

  private String bounded(String text, String place) {
    if (text.length() > CELL_LENGTH_MAX) {
      return fault(
          place, "至多 " + CELL_LENGTH_MAX + " 字", "At most " + CELL_LENGTH_MAX + " characters");
    }
    // The mark that SheetWriter sets before what looks like a formula.
    return text.length() > 1 && text.charAt(0) == '\'' && FORMULA_SIGNS.indexOf(text.charAt(1)) >= 0
        ? text.substring(1)
        : text;
  }

  private String fault(String place, String zh, String en) {
    faults.add(place, zh, en);
    return "";
  }

  private static Outcome<List<SheetTable>> refused(String zh, String en) {
    Faults faults = new Faults(Lines.NONE);
    faults.add("", zh, en);
    return Outcome.refused(faults.problem());
  }
}

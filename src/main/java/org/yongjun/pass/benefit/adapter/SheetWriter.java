package org.yongjun.pass.benefit.adapter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.yongjun.pass.benefit.SheetTable;

/** Writes workbooks of text cells; what looks like a formula is marked so that it never runs. */
final class SheetWriter {
  private static final String APPLICATION = "YongjunPass";
  private static final String VERSION = "1.0";
  private static final double COLUMN_WIDTH = 18;

  private SheetWriter() {}

  static byte[] write(List<SheetTable> tables) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, APPLICATION, VERSION)) {
      for (SheetTable table : tables) {
        fill(workbook.newWorksheet(table.name()), table);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return out.toByteArray();
  }

  private static void fill(Worksheet sheet, SheetTable table) {
    for (int row = 0; row < table.rows().size(); row++) {
      List<String> cells = table.rows().get(row);
      for (int column = 0; column < cells.size(); column++) {
        if (!cells.get(column).isEmpty()) {
          sheet.value(row, column, defused(cells.get(column)));
        }
        if (row == 0) {
          sheet.width(column, COLUMN_WIDTH);
        }
      }
    }
  }

  private static String defused(String text) {
    return SheetReader.FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}

package org.yongjun.pass.benefit;

import java.util.List;

/**
 * One sheet of a workbook as text.
 *
 * @param rows from the first row on, cells from column A on; an empty cell is an empty text, and a
 *     row may be shorter than another
 */
public record SheetTable(String name, List<List<String>> rows) {
  public SheetTable {
    rows = rows.stream().map(List::copyOf).toList();
  }

  String cell(int row, int column) {
    return row < rows.size() && column < rows.get(row).size() ? rows.get(row).get(column) : "";
  }

  /** The place of a cell as offices write it: {@code 项目!D7}. */
  public static String place(String sheet, int row, int column) {
    StringBuilder letters = new StringBuilder();
    for (int left = column + 1; left > 0; left = (left - 1) / 26) {
      letters.insert(0, (char) ('A' + (left - 1) % 26));
    }
    return sheet + "!" + letters + (row + 1);
  }
}

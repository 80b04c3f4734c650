package org.yongjun.pass.holder;

import org.yongjun.pass.kernel.Text;

/**
 * A fault in one line.
 *
 * @param pointer {@code /rows/17/phone}: line 17 after the header; the line alone where no column
 *     is at fault
 * @param detail how to put it right, without what the cell holds
 */
public record RowError(String pointer, ImportFault fault, Text detail) {
  static RowError at(int row, ImportColumn column, ImportFault fault) {
    return new RowError("/rows/" + row + "/" + column.key(), fault, fault.text());
  }

  static RowError at(int row, ImportFault fault) {
    return new RowError("/rows/" + row, fault, fault.text());
  }

  static RowError duplicate(int row, int earlierRow) {
    return new RowError(
        "/rows/" + row + "/" + ImportColumn.ID_NUMBER.key(),
        ImportFault.DUPLICATE_IN_FILE,
        new Text(
            "与第" + earlierRow + "行的身份证号相同",
            "Row " + earlierRow + " of this file has the same ID number"));
  }
}

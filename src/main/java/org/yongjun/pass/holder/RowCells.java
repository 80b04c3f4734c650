package org.yongjun.pass.holder;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The cells of one line and the faults found in them. A cell with a fault reads as empty, so that
 * one pass over the line finds every fault; what was read is used only when there was none.
 */
final class RowCells {
  /** The longest content of any column, in chars. */
  static final int FIELD_CHARS_MAX = 200;

  private final int row;
  private final Map<ImportColumn, String> cells;
  private final List<RowError> errors = new ArrayList<>();

  RowCells(int row, Map<ImportColumn, String> cells) {
    this.row = row;
    this.cells = cells;
  }

  /** The cell without surrounding space; empty and reported where it must be filled. */
  String text(ImportColumn column) {
    String raw = cells.getOrDefault(column, "");
    if (raw.length() > FIELD_CHARS_MAX) {
      return faulty(column, ImportFault.TOO_LONG);
    }
    String value = Normalizer.normalize(raw.strip(), Normalizer.Form.NFC);
    return value.isEmpty() && column.isRequired() ? faulty(column, ImportFault.REQUIRED) : value;
  }

  /** A number or code as {@link PersonDigester#normal} has it. */
  String code(ImportColumn column) {
    return PersonDigester.normal(text(column));
  }

  /** Reports a fault of one column and reads as empty. */
  String faulty(ImportColumn column, ImportFault fault) {
    errors.add(RowError.at(row, column, fault));
    return "";
  }

  int row() {
    return row;
  }

  List<RowError> errors() {
    return errors;
  }
}

package org.yongjun.pass.holder;

import java.util.List;

/** A line of an import file after its checks. */
sealed interface ParsedRow {
  int row();

  /** Every field is fine by itself. */
  record Sound(int row, HolderDraft draft) implements ParsedRow {}

  /** At least one field is not. */
  record Faulty(int row, List<RowError> errors) implements ParsedRow {
    public Faulty {
      errors = List.copyOf(errors);
    }
  }
}

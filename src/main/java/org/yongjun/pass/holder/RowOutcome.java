package org.yongjun.pass.holder;

import java.util.List;
import java.util.Optional;

/**
 * What became of one line.
 *
 * @param row 1 is the first line after the header
 * @param holderId empty exactly when rejected
 * @param errors empty unless rejected
 */
public record RowOutcome(int row, Kind kind, Optional<String> holderId, List<RowError> errors) {
  /** The four things that can become of a line. */
  public enum Kind {
    CREATED,
    UPDATED,
    UNCHANGED,
    REJECTED
  }

  static RowOutcome accepted(int row, Kind kind, String holderId) {
    return new RowOutcome(row, kind, Optional.of(holderId), List.of());
  }

  static RowOutcome rejected(int row, List<RowError> errors) {
    return new RowOutcome(row, Kind.REJECTED, Optional.empty(), List.copyOf(errors));
  }
}

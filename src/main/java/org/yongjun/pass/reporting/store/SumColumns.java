package org.yongjun.pass.reporting.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.yongjun.pass.reporting.Sums;

/** The six sums, in one order, wherever they stand in SQL. */
final class SumColumns {
  static final String OF_ROLLUP =
      """
      COALESCE(SUM(uses), 0), COALESCE(SUM(visits), 0), COALESCE(SUM(list_fen), 0),
      COALESCE(SUM(reference_fen), 0), COALESCE(SUM(payable_fen), 0),
      COALESCE(SUM(benefit_value_fen), 0)
      """;

  private SumColumns() {}

  /** Reads six columns from {@code first} on. */
  static Sums read(ResultSet row, int first) throws SQLException {
    return new Sums(
        row.getLong(first),
        row.getLong(first + 1),
        row.getLong(first + 2),
        row.getLong(first + 3),
        row.getLong(first + 4),
        row.getLong(first + 5));
  }
}

package org.yongjun.pass.limit.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.yongjun.pass.limit.LimitKey;
import org.yongjun.pass.offline.rule.Limit;

/** The six columns that name a counter, in every table that has them. */
final class KeyColumns {
  static final String BY_KEY =
      "scope = ? AND subject = ? AND subject_value = ?"
          + " AND period = ? AND period_start = ? AND unit = ?";

  private KeyColumns() {}

  /** Sets the six from that place on; returns the next place. */
  static int bind(PreparedStatement statement, int from, LimitKey key) throws SQLException {
    statement.setString(from, key.scope());
    statement.setString(from + 1, key.subject().name());
    statement.setString(from + 2, key.subjectValue());
    statement.setString(from + 3, key.period().name());
    statement.setObject(from + 4, key.periodStart());
    statement.setString(from + 5, key.unit().name());
    return from + 6;
  }

  static LimitKey keyOf(ResultSet row) throws SQLException {
    return new LimitKey(
        row.getString("scope"),
        Limit.Subject.valueOf(row.getString("subject")),
        row.getString("subject_value"),
        Limit.Period.valueOf(row.getString("period")),
        row.getObject("period_start", LocalDate.class),
        Limit.Unit.valueOf(row.getString("unit")));
  }
}

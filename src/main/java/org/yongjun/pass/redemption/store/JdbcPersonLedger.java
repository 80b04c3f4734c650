package org.yongjun.pass.redemption.store;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.yongjun.pass.redemption.LedgerEntry;
import org.yongjun.pass.redemption.PersonLedger;
import org.yongjun.pass.redemption.Savings;

/** Reads by the index on person and redemption. */
@Singleton
final class JdbcPersonLedger implements PersonLedger {
  /** After every id: ids are digits and letters. */
  private static final String AFTER_ALL = "~";

  private final LedgerRows rows;
  private final JdbcLedger ledger;
  private final JdbcOperations jdbc;

  JdbcPersonLedger(LedgerRows rows, JdbcLedger ledger, JdbcOperations jdbc) {
    this.rows = rows;
    this.ledger = ledger;
    this.jdbc = jdbc;
  }

  @Override
  public List<LedgerEntry> listEntries(
      Set<String> pseudonyms, String beforeRedemptionId, int redemptionsMax) {
    if (pseudonyms.isEmpty()) {
      return List.of();
    }
    List<String> persons = List.copyOf(pseudonyms);
    List<String> ids =
        rows.listRedemptionIds(
            persons, beforeRedemptionId.isEmpty() ? AFTER_ALL : beforeRedemptionId, redemptionsMax);
    return ids.isEmpty()
        ? List.of()
        : rows.listOfPerson(persons, ids).stream().map(ledger::toEntry).toList();
  }

  @Override
  public List<Savings.OfYear> sumByYear(Set<String> pseudonyms) {
    if (pseudonyms.isEmpty()) {
      return List.of();
    }
    String places = String.join(", ", Collections.nCopies(pseudonyms.size(), "?"));
    String sql =
        """
        SELECT YEAR(event_day), SUM(visit_delta), SUM(direction), SUM(direction * benefit_value_fen)
        FROM ledger_entry WHERE person IN (%s) GROUP BY YEAR(event_day) ORDER BY 1 DESC
        """
            .formatted(places);
    return jdbc.prepareStatement(
        sql,
        statement -> {
          int next = 1;
          for (String person : pseudonyms) {
            statement.setString(next++, person);
          }
          List<Savings.OfYear> years = new ArrayList<>();
          try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              years.add(
                  new Savings.OfYear(
                      row.getInt(1), row.getLong(2), row.getLong(3), row.getLong(4)));
            }
          }
          return years;
        });
  }
}

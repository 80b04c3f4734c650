package org.yongjun.pass.holder.store;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yongjun.pass.holder.Standing;
import org.yongjun.pass.holder.Standings;
import org.yongjun.pass.platform.store.Statements;

/** One statement for most persons, a second one for those who belong to a household. */
@Singleton
final class JdbcStandings implements Standings {
  private static final String OWN =
      "SELECT list_code AS found, 1 AS is_list FROM list_member"
          + " WHERE holder_id = ? AND valid_from <= ? AND valid_until >= ?"
          + " UNION ALL SELECT household_id, 0 FROM household_member"
          + " WHERE holder_id = ? AND valid_from <= ? AND valid_until >= ?";

  private static final String HOUSEHOLD =
      "SELECT DISTINCT l.list_code AS found FROM household_member h"
          + " JOIN list_member l ON l.holder_id = h.holder_id"
          + " WHERE h.household_id = ? AND h.valid_from <= ? AND h.valid_until >= ?"
          + " AND l.valid_from <= ? AND l.valid_until >= ?";

  private final Statements statements;

  JdbcStandings(Statements statements) {
    this.statements = statements;
  }

  private record Found(String value, boolean isList) {}

  @Override
  public Standing standingOf(String holderId, LocalDate day) {
    List<Found> found =
        statements.query(
            OWN,
            row -> new Found(row.getString("found"), row.getInt("is_list") == 1),
            holderId,
            day,
            day,
            holderId,
            day,
            day);
    Set<String> lists = new HashSet<>();
    found.stream().filter(Found::isList).forEach(each -> lists.add(each.value()));
    Optional<String> household =
        found.stream().filter(each -> !each.isList()).map(Found::value).findFirst();
    Set<String> ofHousehold = new HashSet<>(lists);
    household.ifPresent(id -> ofHousehold.addAll(listsOf(id, day)));
    return new Standing(lists, ofHousehold, household);
  }

  private List<String> listsOf(String householdId, LocalDate day) {
    return statements.query(
        HOUSEHOLD, row -> row.getString("found"), householdId, day, day, day, day);
  }
}

package org.yongjun.pass.holder.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.holder.Household;
import org.yongjun.pass.holder.HouseholdStore;
import org.yongjun.pass.holder.Membership;
import org.yongjun.pass.holder.Period;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.store.Statements;

/** {@link HouseholdStore} in the database. */
@Singleton
final class JdbcHouseholdStore implements HouseholdStore {
  private final Statements statements;

  JdbcHouseholdStore(Statements statements) {
    this.statements = statements;
  }

  @Override
  public void insert(Household household) {
    statements.update(
        "INSERT INTO household (id, region, created_by, created_at) VALUES (?, ?, ?, ?)",
        household.id(),
        household.region().value(),
        household.createdBy(),
        household.createdAt());
  }

  @Override
  public Optional<Household> find(String householdId) {
    return statements
        .query(
            "SELECT * FROM household WHERE id = ?",
            row ->
                new Household(
                    row.getString("id"),
                    new RegionCode(row.getInt("region")),
                    row.getString("created_by"),
                    Statements.instant(row, "created_at")),
            householdId)
        .stream()
        .findFirst();
  }

  @Override
  public void lockHolder(String holderId) {
    statements.query(
        "SELECT id FROM holder WHERE id = ? FOR UPDATE", row -> row.getString("id"), holderId);
  }

  @Override
  public boolean isTaken(String holderId, Period period) {
    return !statements
        .query(
            "SELECT id FROM household_member WHERE holder_id = ? AND valid_from <= ?"
                + " AND valid_until >= ? AND valid_until >= valid_from LIMIT 1 FOR UPDATE",
            row -> row.getString("id"),
            holderId,
            period.until(),
            period.from())
        .isEmpty();
  }

  @Override
  public void insert(Membership membership) {
    statements.update(
        "INSERT INTO household_member (id, household_id, holder_id, valid_from, valid_until,"
            + " created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        membership.id(),
        membership.of(),
        membership.holderId(),
        membership.period().from(),
        membership.period().until(),
        membership.createdAt(),
        membership.updatedAt());
  }

  @Override
  public Optional<Membership> findMembership(String householdId, String membershipId) {
    return statements
        .query(
            "SELECT * FROM household_member WHERE household_id = ? AND id = ?",
            JdbcHouseholdStore::membership,
            householdId,
            membershipId)
        .stream()
        .findFirst();
  }

  @Override
  public List<Membership> listMembers(String householdId, int limit) {
    return statements
        .query(
            "SELECT * FROM household_member WHERE household_id = ?"
                + " ORDER BY valid_until DESC, id DESC LIMIT ?",
            JdbcHouseholdStore::membership,
            householdId,
            limit)
        .stream()
        .sorted(Comparator.comparing(Membership::id))
        .toList();
  }

  @Override
  public boolean end(String membershipId, LocalDate lastDay, Instant now) {
    return statements.update(
            "UPDATE household_member SET valid_until = ?, updated_at = ?"
                + " WHERE id = ? AND valid_until > ?",
            lastDay,
            now,
            membershipId,
            lastDay)
        == 1;
  }

  private static Membership membership(ResultSet row) throws SQLException {
    return new Membership(
        row.getString("id"),
        row.getString("household_id"),
        row.getString("holder_id"),
        new Period(
            row.getObject("valid_from", LocalDate.class),
            row.getObject("valid_until", LocalDate.class)),
        Statements.instant(row, "created_at"),
        Statements.instant(row, "updated_at"));
  }
}

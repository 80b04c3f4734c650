package org.yongjun.pass.limit.store;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yongjun.pass.limit.Charge;
import org.yongjun.pass.limit.LimitCounters;
import org.yongjun.pass.limit.LimitKey;
import org.yongjun.pass.platform.store.Races;

/**
 * The tables {@code limit_counter} and {@code limit_member}; every statement finds its rows by the
 * whole primary key.
 */
@Singleton
final class JdbcLimitCounters implements LimitCounters {
  private static final String BY_KEY = KeyColumns.BY_KEY;

  private static final String BY_MEMBER = BY_KEY + " AND member = ?";

  private final JdbcOperations jdbc;

  JdbcLimitCounters(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<LimitKey, Long> read(Collection<LimitKey> keys) {
    String places = String.join(" OR ", Collections.nCopies(keys.size(), "(" + BY_KEY + ")"));
    return jdbc.prepareStatement(
        "SELECT * FROM limit_counter WHERE " + places,
        statement -> {
          int next = 1;
          for (LimitKey key : keys) {
            next = KeyColumns.bind(statement, next, key);
          }
          Map<LimitKey, Long> used = new HashMap<>();
          try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              used.put(KeyColumns.keyOf(row), row.getLong("used"));
            }
          }
          return used;
        });
  }

  @Override
  public void create(LimitKey key) {
    String sql =
        "INSERT INTO limit_counter"
            + " (scope, subject, subject_value, period, period_start, unit, used)"
            + " VALUES (?, ?, ?, ?, ?, ?, 0)";
    // Whoever comes second finds what he wanted to make.
    Races.inserted(
        () ->
            jdbc.prepareStatement(
                sql,
                statement -> {
                  KeyColumns.bind(statement, 1, key);
                  return statement.executeUpdate();
                }));
  }

  @Override
  public boolean add(Charge charge) {
    String sql = "UPDATE limit_counter SET used = used + ? WHERE " + BY_KEY + " AND used + ? <= ?";
    return jdbc.prepareStatement(
            sql,
            statement -> {
              statement.setLong(1, charge.amount());
              int next = KeyColumns.bind(statement, 2, charge.key());
              statement.setLong(next, charge.amount());
              statement.setLong(next + 1, charge.max());
              return statement.executeUpdate();
            })
        == 1;
  }

  @Override
  public long addFact(LimitKey key, long amount) {
    jdbc.prepareStatement(
        "UPDATE limit_counter SET used = used + ? WHERE " + BY_KEY,
        statement -> {
          statement.setLong(1, amount);
          KeyColumns.bind(statement, 2, key);
          return statement.executeUpdate();
        });
    // Read after this transaction's own update of the row, which is locked: what it says is exact.
    return read(List.of(key)).getOrDefault(key, 0L);
  }

  @Override
  public void takeOff(LimitKey key, long amount) {
    jdbc.prepareStatement(
        "UPDATE limit_counter SET used = GREATEST(used - ?, 0) WHERE " + BY_KEY,
        statement -> {
          statement.setLong(1, amount);
          KeyColumns.bind(statement, 2, key);
          return statement.executeUpdate();
        });
  }

  @Override
  public Set<Member> readStanding(Collection<Member> members) {
    String places = String.join(" OR ", Collections.nCopies(members.size(), "(" + BY_MEMBER + ")"));
    return jdbc.prepareStatement(
        "SELECT * FROM limit_member WHERE standing > 0 AND (" + places + ")",
        statement -> {
          int next = 1;
          for (Member member : members) {
            next = bind(statement, next, member);
          }
          Set<Member> standing = new HashSet<>();
          try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              standing.add(new Member(KeyColumns.keyOf(row), row.getString("member")));
            }
          }
          return standing;
        });
  }

  @Override
  public void create(Member member) {
    String sql =
        "INSERT INTO limit_member"
            + " (scope, subject, subject_value, period, period_start, unit, member, standing)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, 0)";
    // Whoever comes second finds what he wanted to make.
    Races.inserted(() -> update(sql, member));
  }

  @Override
  public int join(Member member) {
    update("UPDATE limit_member SET standing = standing + 1 WHERE " + BY_MEMBER, member);
    return standing(member);
  }

  @Override
  public boolean leave(Member member) {
    int left =
        update(
            "UPDATE limit_member SET standing = standing - 1 WHERE "
                + BY_MEMBER
                + " AND standing > 0",
            member);
    return left == 1 && standing(member) == 0;
  }

  /**
   * Read after this transaction's own update of the row, which is locked: what it says is exact.
   */
  private int standing(Member member) {
    return jdbc.prepareStatement(
        "SELECT standing FROM limit_member WHERE " + BY_MEMBER,
        statement -> {
          bind(statement, 1, member);
          try (ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
          }
        });
  }

  private int update(String sql, Member member) {
    return jdbc.prepareStatement(
        sql,
        statement -> {
          bind(statement, 1, member);
          return statement.executeUpdate();
        });
  }

  private static int bind(PreparedStatement statement, int from, Member member)
      throws SQLException {
    int next = KeyColumns.bind(statement, from, member.key());
    statement.setString(next, member.value());
    return next + 1;
  }
}

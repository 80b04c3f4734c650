package org.yongjun.pass.holder.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.holder.MemberList;
import org.yongjun.pass.holder.MemberListStore;
import org.yongjun.pass.holder.Membership;
import org.yongjun.pass.holder.Period;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.store.Races;
import org.yongjun.pass.platform.store.Statements;

/** {@link MemberListStore} in the database. */
@Singleton
final class JdbcMemberListStore implements MemberListStore {
  private static final String MEMBERS = "SELECT * FROM list_member WHERE list_code = ?";

  private final Statements statements;

  JdbcMemberListStore(Statements statements) {
    this.statements = statements;
  }

  @Override
  public boolean insert(MemberList list) {
    return Races.inserted(
        () ->
            statements.update(
                "INSERT INTO member_list (code, region, title, created_by, created_at)"
                    + " VALUES (?, ?, ?, ?, ?)",
                list.code(),
                list.region().value(),
                list.title(),
                list.createdBy(),
                list.createdAt()));
  }

  @Override
  public Optional<MemberList> find(String code) {
    return statements
        .query("SELECT * FROM member_list WHERE code = ?", JdbcMemberListStore::list, code)
        .stream()
        .findFirst();
  }

  @Override
  public List<MemberList> listIn(RegionCode scope, String afterCode, int limit) {
    return statements.query(
        "SELECT * FROM member_list WHERE region BETWEEN ? AND ? AND code > ? ORDER BY code LIMIT ?",
        JdbcMemberListStore::list,
        scope.value(),
        scope.last().value(),
        afterCode,
        limit);
  }

  @Override
  public boolean insert(Membership membership) {
    return Races.inserted(
        () ->
            statements.update(
                "INSERT INTO list_member (id, list_code, holder_id, valid_from, valid_until,"
                    + " created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                membership.id(),
                membership.of(),
                membership.holderId(),
                membership.period().from(),
                membership.period().until(),
                membership.createdAt(),
                membership.updatedAt()));
  }

  @Override
  public Optional<Membership> findMembership(String listCode, String membershipId) {
    return statements
        .query(MEMBERS + " AND id = ?", JdbcMemberListStore::membership, listCode, membershipId)
        .stream()
        .findFirst();
  }

  @Override
  public Optional<Membership> findMembership(String listCode, String holderId, LocalDate from) {
    return statements
        .query(
            MEMBERS + " AND holder_id = ? AND valid_from = ?",
            JdbcMemberListStore::membership,
            listCode,
            holderId,
            from)
        .stream()
        .findFirst();
  }

  @Override
  public List<Membership> listMembers(String listCode, LocalDate day, String afterId, int limit) {
    return statements.query(
        MEMBERS + " AND valid_from <= ? AND valid_until >= ? AND id > ? ORDER BY id LIMIT ?",
        JdbcMemberListStore::membership,
        listCode,
        day,
        day,
        afterId,
        limit);
  }

  @Override
  public boolean end(String membershipId, LocalDate lastDay, Instant now) {
    return statements.update(
            "UPDATE list_member SET valid_until = ?, updated_at = ?, ended_by = NULL"
                + " WHERE id = ? AND valid_until > ?",
            lastDay,
            now,
            membershipId,
            lastDay)
        == 1;
  }

  @Override
  public List<Moved> endOnMove(Move move, LocalDate lastDay, Instant now) {
    return statements
        .query(
            "SELECT id, list_code, valid_until FROM list_member"
                + " WHERE holder_id = ? AND valid_until > ? ORDER BY id FOR UPDATE",
            JdbcMemberListStore::line,
            move.holderId(),
            lastDay)
        .stream()
        .map(line -> new Moved(line.id(), regionOf(line), lastDay))
        .filter(each -> concerns(each.region(), move.left()))
        .filter(each -> !concerns(each.region(), move.arrived()))
        .filter(each -> endBy(move.eventId(), each, now))
        .toList();
  }

  private RegionCode regionOf(Line line) {
    return find(line.listCode()).orElseThrow().region();
  }

  private static boolean concerns(RegionCode list, RegionCode home) {
    return list.contains(home) || home.contains(list);
  }

  /** MySQL sets from left to right, others all at once: the last day is set last. */
  private boolean endBy(String eventId, Moved line, Instant now) {
    return statements.update(
            "UPDATE list_member SET ended_by = ?, until_before = valid_until, updated_at = ?,"
                + " valid_until = ? WHERE id = ? AND valid_until > ?",
            eventId,
            now,
            line.lastDay(),
            line.membershipId(),
            line.lastDay())
        == 1;
  }

  @Override
  public List<Moved> reopen(String eventId, Instant now) {
    List<Moved> lines =
        statements
            .query(
                "SELECT id, list_code, until_before AS valid_until FROM list_member"
                    + " WHERE ended_by = ? ORDER BY id FOR UPDATE",
                JdbcMemberListStore::line,
                eventId)
            .stream()
            .map(line -> new Moved(line.id(), regionOf(line), line.until()))
            .toList();
    lines.forEach(
        line ->
            statements.update(
                "UPDATE list_member SET valid_until = ?, updated_at = ?, ended_by = NULL"
                    + " WHERE id = ?",
                line.lastDay(),
                now,
                line.membershipId()));
    return lines;
  }

  private record Line(String id, String listCode, LocalDate until) {}

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getString("id"),
        row.getString("list_code"),
        row.getObject("valid_until", LocalDate.class));
  }

  private static MemberList list(ResultSet row) throws SQLException {
    return new MemberList(
        row.getString("code"),
        new RegionCode(row.getInt("region")),
        row.getString("title"),
        row.getString("created_by"),
        Statements.instant(row, "created_at"));
  }

  private static Membership membership(ResultSet row) throws SQLException {
    return new Membership(
        row.getString("id"),
        row.getString("list_code"),
        row.getString("holder_id"),
        new Period(
            row.getObject("valid_from", LocalDate.class),
            row.getObject("valid_until", LocalDate.class)),
        Statements.instant(row, "created_at"),
        Statements.instant(row, "updated_at"));
  }
}

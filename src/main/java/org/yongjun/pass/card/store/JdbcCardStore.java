package org.yongjun.pass.card.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.card.CardApplication;
import org.yongjun.pass.card.CardChannel;
import org.yongjun.pass.card.CardEvent;
import org.yongjun.pass.card.CardReport;
import org.yongjun.pass.card.CardStage;
import org.yongjun.pass.card.CardStore;
import org.yongjun.pass.card.CardType;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.store.Races;
import org.yongjun.pass.platform.store.Statements;

/** {@link CardStore} in the database; its figures are {@link CardCounts}'. */
@Singleton
final class JdbcCardStore implements CardStore {
  private static final String DIVIDER = ";";

  private final Statements statements;
  private final CardCounts counts;

  JdbcCardStore(Statements statements, CardCounts counts) {
    this.statements = statements;
    this.counts = counts;
  }

  @Override
  public boolean insert(CardType type, String createdBy, Instant createdAt) {
    return Races.inserted(
        () ->
            statements.update(
                "INSERT INTO card_type (code, region, title, partner, class_bits, created_by,"
                    + " created_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                type.code(),
                type.region().value(),
                type.title(),
                type.partner(),
                type.classes().bits(),
                createdBy,
                createdAt));
  }

  @Override
  public Optional<CardType> findType(String code) {
    return statements
        .query("SELECT * FROM card_type WHERE code = ?", JdbcCardStore::type, code)
        .stream()
        .findFirst();
  }

  @Override
  public List<CardType> listTypes(RegionCode scope) {
    return statements.query("SELECT * FROM card_type ORDER BY code", JdbcCardStore::type).stream()
        .filter(type -> type.region().contains(scope) || scope.contains(type.region()))
        .toList();
  }

  @Override
  public Set<String> listProblems() {
    return new HashSet<>(
        statements.query("SELECT code FROM card_problem", row -> row.getString("code")));
  }

  @Override
  public boolean insert(CardApplication application, Instant createdAt) {
    return Races.inserted(
        () ->
            statements.update(
                "INSERT INTO card_application (id, type_code, holder_id, region, channel, stage,"
                    + " last_event, last_day, accepted_by, standing_of, created_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                application.id(),
                application.type(),
                application.holderId(),
                application.region().value(),
                application.channel().name(),
                application.stage().name(),
                application.lastEvent(),
                application.lastDay(),
                application.acceptedBy(),
                application.holderId(),
                createdAt));
  }

  @Override
  public Optional<CardApplication> find(String id) {
    return find(id, "");
  }

  @Override
  public Optional<CardApplication> lock(String id) {
    return find(id, " FOR UPDATE");
  }

  private Optional<CardApplication> find(String id, String lock) {
    return statements
        .query("SELECT * FROM card_application WHERE id = ?" + lock, JdbcCardStore::application, id)
        .stream()
        .findFirst();
  }

  @Override
  public boolean step(CardApplication before, CardApplication after) {
    return statements.update(
            "UPDATE card_application SET stage = ?, last_event = ?, last_day = ?, accepted_by = ?,"
                + " standing_of = ? WHERE id = ? AND last_event = ?",
            after.stage().name(),
            after.lastEvent(),
            after.lastDay(),
            after.acceptedBy(),
            after.stage().stands() ? after.holderId() : null,
            after.id(),
            before.lastEvent())
        == 1;
  }

  @Override
  public void insert(String applicationId, CardEvent event, Instant recordedAt) {
    statements.update(
        "INSERT INTO card_event (application_id, number, stage, on_day, actor, problems, notes,"
            + " recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        applicationId,
        event.number(),
        event.stage().name(),
        event.day(),
        event.actor(),
        String.join(DIVIDER, event.problems()),
        event.sealedNotes(),
        recordedAt);
  }

  @Override
  public List<CardEvent> listEvents(String applicationId) {
    return statements.query(
        "SELECT * FROM card_event WHERE application_id = ? ORDER BY number",
        JdbcCardStore::event,
        applicationId);
  }

  @Override
  public List<CardApplication> listIn(
      RegionCode scope,
      @Nullable String type,
      @Nullable CardStage stage,
      String afterId,
      int limit) {
    String wanted = stage == null ? null : stage.name();
    return statements.query(
        "SELECT * FROM card_application WHERE region BETWEEN ? AND ?"
            + " AND (? IS NULL OR type_code = ?) AND (? IS NULL OR stage = ?) AND id > ?"
            + " ORDER BY id LIMIT ?",
        JdbcCardStore::application,
        scope.value(),
        scope.last().value(),
        type,
        type,
        wanted,
        wanted,
        afterId,
        limit);
  }

  @Override
  public List<CardApplication> listOf(String holderId, int limit) {
    return statements.query(
        "SELECT * FROM card_application WHERE holder_id = ? ORDER BY id DESC LIMIT ?",
        JdbcCardStore::application,
        holderId,
        limit);
  }

  @Override
  public void insert(CardReport report, String createdBy, Instant createdAt) {
    statements.update(
        "INSERT INTO card_report (id, type_code, region, stage, as_of, cards, reporter,"
            + " reported_on, document, created_by, created_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        report.id(),
        report.type(),
        report.region().value(),
        report.stage().name(),
        report.asOf(),
        report.cards(),
        report.reporter(),
        report.reportedOn(),
        report.document(),
        createdBy,
        createdAt);
  }

  @Override
  public List<Count> countSteps(RegionCode scope, LocalDate from, LocalDate to) {
    return counts.steps(scope, from, to);
  }

  @Override
  public Map<String, Persons> countPersons(RegionCode scope, LocalDate day) {
    return counts.persons(scope, day);
  }

  @Override
  public Map<String, Long> countProblems(RegionCode scope, LocalDate from, LocalDate to) {
    Map<String, Long> found = new TreeMap<>();
    for (String each : counts.problems(scope, from, to)) {
      for (String code : each.split(DIVIDER)) {
        found.merge(code, 1L, Long::sum);
      }
    }
    return found;
  }

  @Override
  public List<CardReport> listReports(RegionCode scope, LocalDate day) {
    return counts.reports(scope, day);
  }

  private static CardType type(ResultSet row) throws SQLException {
    return new CardType(
        row.getString("code"),
        new RegionCode(row.getInt("region")),
        row.getString("title"),
        row.getString("partner"),
        new HolderClasses(row.getInt("class_bits")));
  }

  private static CardApplication application(ResultSet row) throws SQLException {
    return new CardApplication(
        row.getString("id"),
        row.getString("type_code"),
        row.getString("holder_id"),
        new RegionCode(row.getInt("region")),
        CardChannel.valueOf(row.getString("channel")),
        CardStage.valueOf(row.getString("stage")),
        row.getInt("last_event"),
        row.getObject("last_day", LocalDate.class),
        row.getString("accepted_by"));
  }

  private static CardEvent event(ResultSet row) throws SQLException {
    String problems = row.getString("problems");
    return new CardEvent(
        row.getInt("number"),
        CardStage.valueOf(row.getString("stage")),
        row.getObject("on_day", LocalDate.class),
        row.getString("actor"),
        problems.isEmpty() ? List.of() : List.of(problems.split(DIVIDER)),
        row.getBytes("notes"));
  }
}

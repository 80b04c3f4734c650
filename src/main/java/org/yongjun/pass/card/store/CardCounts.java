package org.yongjun.pass.card.store;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yongjun.pass.card.CardReport;
import org.yongjun.pass.card.CardStage;
import org.yongjun.pass.card.CardStore;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.store.Statements;

/** Counts applications by their events. */
@Singleton
final class CardCounts {
  private static final String OF_REGION =
      " FROM card_event e JOIN card_application a ON a.id = e.application_id"
          + " WHERE a.region BETWEEN ? AND ?";

  private final Statements statements;

  CardCounts(Statements statements) {
    this.statements = statements;
  }

  /** An application that reached a stage twice counts on the first day. */
  List<CardStore.Count> steps(RegionCode scope, LocalDate from, LocalDate to) {
    return statements.query(
        "SELECT type_code, stage, COUNT(*) AS applications FROM"
            + " (SELECT a.type_code, e.stage, e.application_id, MIN(e.on_day) AS first_day"
            + OF_REGION
            + " GROUP BY a.type_code, e.stage, e.application_id) reached"
            + " WHERE first_day BETWEEN ? AND ?"
            + " GROUP BY type_code, stage ORDER BY type_code, stage",
        row ->
            new CardStore.Count(
                row.getString("type_code"),
                CardStage.valueOf(row.getString("stage")),
                row.getLong("applications")),
        scope.value(),
        scope.last().value(),
        from,
        to);
  }

  Map<String, CardStore.Persons> persons(RegionCode scope, LocalDate day) {
    Map<String, CardStore.Persons> persons = new TreeMap<>();
    statements
        .query(
            "SELECT a.type_code, COUNT(DISTINCT a.holder_id) AS entered,"
                + " COUNT(DISTINCT CASE WHEN e.stage = ? THEN a.holder_id END) AS issued"
                + OF_REGION
                + " AND e.on_day <= ? GROUP BY a.type_code",
            row ->
                Map.entry(
                    row.getString("type_code"),
                    new CardStore.Persons(row.getLong("entered"), row.getLong("issued"))),
            CardStage.ISSUED.name(),
            scope.value(),
            scope.last().value(),
            day)
        .forEach(each -> persons.put(each.getKey(), each.getValue()));
    return persons;
  }

  /** The problems of each event that has some. */
  List<String> problems(RegionCode scope, LocalDate from, LocalDate to) {
    return statements.query(
        "SELECT e.problems" + OF_REGION + " AND e.problems <> '' AND e.on_day BETWEEN ? AND ?",
        row -> row.getString("problems"),
        scope.value(),
        scope.last().value(),
        from,
        to);
  }

  /** Of two reports of the same day the later one corrects the earlier. */
  List<CardReport> reports(RegionCode scope, LocalDate day) {
    return statements.query(
        "SELECT r.* FROM card_report r WHERE r.region BETWEEN ? AND ? AND r.as_of <= ?"
            + " AND NOT EXISTS (SELECT 1 FROM card_report n WHERE n.type_code = r.type_code"
            + " AND n.region = r.region AND n.stage = r.stage AND n.reporter = r.reporter"
            + " AND n.as_of <= ? AND (n.as_of > r.as_of OR (n.as_of = r.as_of AND n.id > r.id)))"
            + " ORDER BY r.type_code, r.region, r.stage, r.id",
        row ->
            new CardReport(
                row.getString("id"),
                row.getString("type_code"),
                new RegionCode(row.getInt("region")),
                CardStage.valueOf(row.getString("stage")),
                row.getObject("as_of", LocalDate.class),
                row.getLong("cards"),
                row.getString("reporter"),
                row.getObject("reported_on", LocalDate.class),
                row.getString("document")),
        scope.value(),
        scope.last().value(),
        day,
        day);
  }
}

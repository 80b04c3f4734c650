package org.yongjun.pass.organisation.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.organisation.Appraisal;
import org.yongjun.pass.organisation.AppraisalStore;
import org.yongjun.pass.platform.store.Statements;

/** {@link AppraisalStore} in the database. */
@Singleton
final class JdbcAppraisalStore implements AppraisalStore {
  private final Statements statements;

  JdbcAppraisalStore(Statements statements) {
    this.statements = statements;
  }

  @Override
  public void insert(Appraisal appraisal) {
    statements.update(
        "INSERT INTO appraisal (id, region, appraisal_year, kind, points, reason, document,"
            + " recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        appraisal.id(),
        appraisal.region().value(),
        appraisal.year(),
        appraisal.kind().name(),
        appraisal.points(),
        appraisal.reason(),
        appraisal.document(),
        appraisal.recordedBy(),
        appraisal.recordedAt());
  }

  @Override
  public List<Appraisal> list(RegionCode region, int year, String afterId, int limit) {
    return statements.query(
        "SELECT * FROM appraisal WHERE region = ? AND appraisal_year = ? AND id > ?"
            + " ORDER BY id LIMIT ?",
        JdbcAppraisalStore::appraisal,
        region.value(),
        year,
        afterId,
        limit);
  }

  @Override
  public Score score(RegionCode region, int year) {
    return statements
        .query(
            "SELECT COALESCE(SUM(points), 0) AS points,"
                + " COALESCE(SUM(CASE kind WHEN 'VETO' THEN 1 WHEN 'VETO_LIFTED' THEN -1 ELSE 0"
                + " END), 0) AS vetoes FROM appraisal WHERE region = ? AND appraisal_year = ?",
            row -> new Score(row.getLong("points"), row.getLong("vetoes") > 0),
            region.value(),
            year)
        .getFirst();
  }

  private static Appraisal appraisal(ResultSet row) throws SQLException {
    return new Appraisal(
        row.getString("id"),
        new RegionCode(row.getInt("region")),
        row.getInt("appraisal_year"),
        Appraisal.Kind.valueOf(row.getString("kind")),
        row.getInt("points"),
        row.getString("reason"),
        row.getString("document"),
        row.getString("recorded_by"),
        Statements.instant(row, "recorded_at"));
  }
}

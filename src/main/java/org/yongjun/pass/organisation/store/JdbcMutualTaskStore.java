package org.yongjun.pass.organisation.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.organisation.MutualTask;
import org.yongjun.pass.organisation.MutualTaskStore;
import org.yongjun.pass.platform.store.Statements;

/** {@link MutualTaskStore} in the database. */
@Singleton
final class JdbcMutualTaskStore implements MutualTaskStore {
  private final Statements statements;

  JdbcMutualTaskStore(Statements statements) {
    this.statements = statements;
  }

  @Override
  public void insert(MutualTask task, String createdBy, Instant createdAt) {
    statements.update(
        "INSERT INTO mutual_task (id, region, title, side, owner, listed_on, due_on, closed_on,"
            + " created_by, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        task.id(),
        task.region().value(),
        task.title(),
        task.side().name(),
        task.owner(),
        task.listedOn(),
        task.dueOn(),
        task.closedOn(),
        createdBy,
        createdAt);
  }

  @Override
  public Optional<MutualTask> find(String id) {
    return statements
        .query("SELECT * FROM mutual_task WHERE id = ?", JdbcMutualTaskStore::task, id)
        .stream()
        .findFirst();
  }

  @Override
  public List<MutualTask> list(RegionCode scope, String afterId, int limit) {
    return statements.query(
        "SELECT * FROM mutual_task WHERE region BETWEEN ? AND ? AND id > ? ORDER BY id LIMIT ?",
        JdbcMutualTaskStore::task,
        scope.value(),
        scope.last().value(),
        afterId,
        limit);
  }

  @Override
  public boolean close(String id, LocalDate day) {
    return statements.update(
            "UPDATE mutual_task SET closed_on = ? WHERE id = ? AND closed_on IS NULL", day, id)
        == 1;
  }

  @Override
  public List<Count> count(RegionCode scope, LocalDate day) {
    return statements.query(
        "SELECT side, COUNT(*) AS total,"
            + " SUM(CASE WHEN closed_on <= ? THEN 1 ELSE 0 END) AS closed,"
            + " SUM(CASE WHEN due_on < ? AND (closed_on IS NULL OR closed_on > ?)"
            + " THEN 1 ELSE 0 END) AS overdue"
            + " FROM mutual_task WHERE region BETWEEN ? AND ? AND listed_on <= ?"
            + " GROUP BY side ORDER BY side",
        row ->
            new Count(
                MutualTask.Side.valueOf(row.getString("side")),
                row.getLong("total"),
                row.getLong("closed"),
                row.getLong("overdue")),
        day,
        day,
        day,
        scope.value(),
        scope.last().value(),
        day);
  }

  private static MutualTask task(ResultSet row) throws SQLException {
    return new MutualTask(
        row.getString("id"),
        new RegionCode(row.getInt("region")),
        row.getString("title"),
        MutualTask.Side.valueOf(row.getString("side")),
        row.getString("owner"),
        row.getObject("listed_on", LocalDate.class),
        row.getObject("due_on", LocalDate.class),
        row.getObject("closed_on", LocalDate.class));
  }
}

package org.yongjun.pass.holder.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.holder.PersonEvent;
import org.yongjun.pass.holder.PersonEventKind;
import org.yongjun.pass.holder.PersonEventStore;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.store.Races;
import org.yongjun.pass.platform.store.Statements;

/** {@link PersonEventStore} in the database. */
@Singleton
final class JdbcPersonEventStore implements PersonEventStore {
  private final Statements statements;

  JdbcPersonEventStore(Statements statements) {
    this.statements = statements;
  }

  @Override
  public boolean insert(PersonEvent event) {
    boolean isNew = Races.inserted(() -> insertFact(event));
    if (isNew) {
      statements.update(
          "INSERT INTO person_event_state (event_id, holder_id, due_on, state, changed)"
              + " VALUES (?, ?, ?, 'PENDING', 0)",
          event.id(),
          event.holderId(),
          event.effectiveOn());
    }
    return isNew;
  }

  private void insertFact(PersonEvent event) {
    statements.update(
        "INSERT INTO person_event (id, holder_id, kind, effective_on, document, sealed_document,"
            + " holder_class, other_region, home_region, corrects_id, recorded_by, recorded_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        event.id(),
        event.holderId(),
        event.kind().name(),
        event.effectiveOn(),
        event.clearDocument(),
        event.sealedDocument(),
        event.holderClass().map(HolderClass::name).orElse(""),
        event.otherRegion().map(RegionCode::value).orElse(null),
        event.homeRegion().value(),
        event.corrects().orElse(null),
        event.recordedBy(),
        event.recordedAt());
  }

  @Override
  public List<PersonEvent.Kept> listOf(String holderId, int limit) {
    return list(holderId, limit, "");
  }

  @Override
  public List<PersonEvent.Kept> lockOf(String holderId, int limit) {
    // Of an append-only table MySQL grants no other lock to whoever may not change rows.
    return list(holderId, limit, " LOCK IN SHARE MODE");
  }

  private List<PersonEvent.Kept> list(String holderId, int limit, String lock) {
    return statements.query(
        "SELECT e.*, s.state, s.changed FROM person_event e"
            + " JOIN person_event_state s ON s.event_id = e.id"
            + " WHERE e.holder_id = ? ORDER BY e.effective_on, e.id LIMIT ?"
            + lock,
        JdbcPersonEventStore::kept,
        holderId,
        limit);
  }

  @Override
  public List<Due> listDue(LocalDate day, int limit) {
    return statements.query(
        "SELECT event_id, holder_id FROM person_event_state"
            + " WHERE state = 'PENDING' AND due_on <= ? ORDER BY due_on, event_id LIMIT ?",
        row -> new Due(row.getString("event_id"), row.getString("holder_id")),
        day,
        limit);
  }

  @Override
  public boolean take(String eventId) {
    return statements.update(
            "UPDATE person_event_state SET state = 'APPLIED'"
                + " WHERE event_id = ? AND state = 'PENDING'",
            eventId)
        == 1;
  }

  @Override
  public void setChanged(String eventId) {
    statements.update("UPDATE person_event_state SET changed = 1 WHERE event_id = ?", eventId);
  }

  @Override
  public void annul(String eventId) {
    statements.update(
        "UPDATE person_event_state SET state = 'ANNULLED' WHERE event_id = ?", eventId);
  }

  private static PersonEvent.Kept kept(ResultSet row) throws SQLException {
    String holderClass = row.getString("holder_class");
    Integer otherRegion = row.getObject("other_region", Integer.class);
    PersonEvent event =
        new PersonEvent(
            row.getString("id"),
            row.getString("holder_id"),
            PersonEventKind.valueOf(row.getString("kind")),
            row.getObject("effective_on", LocalDate.class),
            row.getString("document"),
            row.getBytes("sealed_document"),
            holderClass.isEmpty()
                ? Optional.empty()
                : Optional.of(HolderClass.valueOf(holderClass)),
            Optional.ofNullable(otherRegion).map(RegionCode::new),
            new RegionCode(row.getInt("home_region")),
            Optional.ofNullable(row.getString("corrects_id")),
            row.getString("recorded_by"),
            Statements.instant(row, "recorded_at"));
    return new PersonEvent.Kept(
        event, PersonEvent.State.valueOf(row.getString("state")), row.getInt("changed") == 1);
  }
}

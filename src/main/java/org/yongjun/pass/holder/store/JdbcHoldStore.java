package org.yongjun.pass.holder.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import org.yongjun.pass.holder.HoldCause;
import org.yongjun.pass.holder.HoldStore;
import org.yongjun.pass.platform.store.Races;
import org.yongjun.pass.platform.store.Statements;

/** {@link HoldStore} in the database. */
@Singleton
final class JdbcHoldStore implements HoldStore {
  private final Statements statements;

  JdbcHoldStore(Statements statements) {
    this.statements = statements;
  }

  @Override
  public boolean put(String holderId, HoldCause cause, Instant now) {
    return Races.inserted(
        () ->
            statements.update(
                "INSERT INTO holder_hold (holder_id, cause, since) VALUES (?, ?, ?)",
                holderId,
                cause.name(),
                now));
  }

  @Override
  public boolean lift(String holderId, HoldCause cause) {
    return statements.update(
            "DELETE FROM holder_hold WHERE holder_id = ? AND cause = ?", holderId, cause.name())
        == 1;
  }

  @Override
  public Set<HoldCause> listOf(String holderId) {
    return Set.copyOf(
        statements.query(
            "SELECT cause FROM holder_hold WHERE holder_id = ? FOR UPDATE",
            row -> HoldCause.valueOf(row.getString("cause")),
            holderId));
  }
}

package org.yongjun.pass.access.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.yongjun.pass.access.Principal;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.access.Session;
import org.yongjun.pass.access.SessionStore;
import org.yongjun.pass.kernel.RegionCode;

@Singleton
final class JdbcSessionStore implements SessionStore {
  private final SessionRows rows;

  JdbcSessionStore(SessionRows rows) {
    this.rows = rows;
  }

  @Override
  public void insert(Session session, byte[] tokenHash, Instant now) {
    rows.deleteEnded(now);
    Principal principal = session.principal();
    rows.save(
        new SessionRow(
            session.id(),
            principal.id(),
            principal.role().name(),
            principal.region().value(),
            principal.venueId() == null ? "" : principal.venueId(),
            tokenHash,
            session.state().name(),
            now,
            now,
            session.endsAt()));
  }

  @Override
  public Optional<Session> findById(String id) {
    return rows.findById(id)
        .map(
            row ->
                new Session(
                    row.id(),
                    new Principal(
                        row.principalId(),
                        Role.valueOf(row.role()),
                        new RegionCode(row.region()),
                        row.venueId().isEmpty() ? null : row.venueId()),
                    Session.State.valueOf(row.state()),
                    row.endsAt()));
  }

  @Override
  public boolean rotate(String id, byte[] tokenHash, byte[] nextHash, Instant now) {
    return rows.rotate(id, tokenHash, nextHash, now) == 1;
  }

  @Override
  public boolean close(String id, Session.State state) {
    return rows.close(id, state.name()) == 1;
  }

  @Override
  public void revokeAllOf(String principalId) {
    rows.revokeAllOf(principalId);
  }
}

package org.yongjun.pass.access;

import java.time.Instant;
import java.util.Optional;

/** Keeps sessions, each with the hash of its one current refresh token. */
public interface SessionStore {
  void insert(Session session, byte[] tokenHash, Instant now);

  Optional<Session> findById(String id);

  /**
   * Puts the next refresh token in the place of the current one; false when {@code tokenHash} is
   * not the current one or the session does not stand.
   */
  boolean rotate(String id, byte[] tokenHash, byte[] nextHash, Instant now);

  /** False when the session was not active. */
  boolean close(String id, Session.State state);

  /** Revokes every active session of a principal. */
  void revokeAllOf(String principalId);
}

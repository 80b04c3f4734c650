package org.yongjun.pass.access.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SessionRows extends GenericRepository<SessionRow, String> {
  SessionRow save(SessionRow row);

  Optional<SessionRow> findById(String id);

  @Query(
      """
      UPDATE sign_in_session SET token_hash = :nextHash, refreshed_at = :now
      WHERE id = :id AND token_hash = :tokenHash AND state = 'ACTIVE' AND ends_at > :now
      """)
  int rotate(String id, byte[] tokenHash, byte[] nextHash, Instant now);

  @Query("UPDATE sign_in_session SET state = :state WHERE id = :id AND state = 'ACTIVE'")
  int close(String id, String state);

  @Query(
      """
      UPDATE sign_in_session SET state = 'REVOKED'
      WHERE principal_id = :principalId AND state = 'ACTIVE'
      """)
  int revokeAllOf(String principalId);

  @Query("DELETE FROM sign_in_session WHERE ends_at < :now LIMIT 100")
  int deleteEnded(Instant now);
}

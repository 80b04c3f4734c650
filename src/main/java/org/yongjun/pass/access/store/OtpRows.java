package org.yongjun.pass.access.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

@JdbcRepository(dialect = Dialect.MYSQL)
interface OtpRows extends GenericRepository<OtpRow, byte[]> {
  @Query(
      """
      UPDATE sign_in_code
      SET code_hash = :codeHash, tries_left = :tries, spent = FALSE, expires_at = :expiresAt
      WHERE phone_hash = :phoneHash
      """)
  int replace(byte[] phoneHash, byte[] codeHash, int tries, Instant expiresAt);

  @Query(
      """
      INSERT INTO sign_in_code (phone_hash, code_hash, tries_left, spent, expires_at)
      VALUES (:phoneHash, :codeHash, :tries, FALSE, :expiresAt)
      """)
  void add(byte[] phoneHash, byte[] codeHash, int tries, Instant expiresAt);

  @Query(
      """
      UPDATE sign_in_code SET tries_left = tries_left - 1
      WHERE phone_hash = :phoneHash AND tries_left > 0 AND NOT spent AND expires_at > :now
      """)
  int takeTry(byte[] phoneHash, Instant now);

  @Query(
      """
      UPDATE sign_in_code SET tries_left = tries_left + 1
      WHERE phone_hash = :phoneHash AND code_hash = :codeHash AND NOT spent AND expires_at > :now
      """)
  int returnTry(byte[] phoneHash, byte[] codeHash, Instant now);

  @Query(
      """
      UPDATE sign_in_code SET spent = TRUE
      WHERE phone_hash = :phoneHash AND code_hash = :codeHash AND NOT spent AND expires_at > :now
      """)
  int spend(byte[] phoneHash, byte[] codeHash, Instant now);

  @Query("DELETE FROM sign_in_code WHERE expires_at < :now LIMIT 100")
  int deleteExpired(Instant now);
}

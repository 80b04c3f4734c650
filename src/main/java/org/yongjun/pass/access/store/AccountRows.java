package org.yongjun.pass.access.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AccountRows extends GenericRepository<AccountRow, String> {
  AccountRow save(AccountRow row);

  Optional<AccountRow> findById(String id);

  Optional<AccountRow> findByLogin(String login);

  @Query(
      """
      SELECT * FROM account
      WHERE id > :afterId AND id IN (
        SELECT account_id FROM account_duty WHERE region BETWEEN :regionFrom AND :regionTo
      )
      ORDER BY id LIMIT :maxRows
      """)
  List<AccountRow> list(int regionFrom, int regionTo, String afterId, int maxRows);

  @Query(
      """
      SELECT * FROM account
      WHERE invite_hash = :hash AND state = 'INVITED' AND invite_expires_at > :now
      """)
  Optional<AccountRow> findInvited(byte[] hash, Instant now);

  @Query(
      """
      UPDATE account
      SET state = 'ACTIVE', password_hash = :passwordHash, totp_secret = :totpSecret,
        totp_last_step = 0, failed_tries = 0, invite_hash = NULL, invite_expires_at = NULL
      WHERE invite_hash = :hash AND state = 'INVITED' AND invite_expires_at > :now
      """)
  int activate(byte[] hash, String passwordHash, byte[] totpSecret, Instant now);

  @Query(
      """
      UPDATE account
      SET state = 'INVITED', password_hash = NULL, totp_secret = NULL,
        invite_hash = :hash, invite_expires_at = :expiresAt
      WHERE id = :id
      """)
  int invite(String id, byte[] hash, Instant expiresAt);

  @Query("UPDATE account SET state = 'SUSPENDED' WHERE id = :id AND state <> 'SUSPENDED'")
  int suspend(String id);

  @Query(
      """
      UPDATE account
      SET state = CASE WHEN password_hash IS NULL THEN 'INVITED' ELSE 'ACTIVE' END, failed_tries = 0
      WHERE id = :id AND state = 'SUSPENDED'
      """)
  int resume(String id);

  @Query(
      """
      UPDATE account SET failed_tries = failed_tries + 1, last_try_at = :now
      WHERE id = :id AND state = 'ACTIVE' AND failed_tries < :max
      """)
  int takeTry(String id, int max, Instant now);

  @Query(
      """
      UPDATE account SET failed_tries = 1, last_try_at = :now
      WHERE id = :id AND state = 'ACTIVE' AND failed_tries >= :max AND last_try_at <= :lockedSince
      """)
  int beginAnew(String id, int max, Instant lockedSince, Instant now);

  @Query("UPDATE account SET failed_tries = 0 WHERE id = :id AND totp_last_step < :step")
  int clearTries(String id, long step);

  @Query(
      """
      UPDATE account SET failed_tries = 0, totp_last_step = :step
      WHERE id = :id AND state = 'ACTIVE' AND totp_last_step < :step
      """)
  int spendStep(String id, long step);
}

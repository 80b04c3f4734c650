package org.yongjun.pass.access.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface CredentialRows extends GenericRepository<CredentialRow, String> {
  CredentialRow save(CredentialRow row);

  Optional<CredentialRow> findById(String id);

  @Query(
      """
      SELECT * FROM credential
      WHERE pairing_hash = :hash AND state = 'AWAITING_PAIRING' AND pairing_expires_at > :now
      """)
  Optional<CredentialRow> findAwaiting(byte[] hash, Instant now);

  @Query(
      """
      UPDATE credential
      SET public_key = :publicKey, state = 'ACTIVE', pairing_hash = NULL, paired_at = :now
      WHERE pairing_hash = :hash AND state = 'AWAITING_PAIRING' AND pairing_expires_at > :now
      """)
  int activate(byte[] hash, byte[] publicKey, Instant now);

  @Query("SELECT * FROM credential WHERE venue_id = :venueId ORDER BY id")
  List<CredentialRow> listByVenue(String venueId);

  @Query(
      """
      UPDATE credential SET public_key = :publicKey, key_version = key_version + 1
      WHERE id = :id AND state = 'ACTIVE' AND key_version = :keyVersion
      """)
  int rollKey(String id, int keyVersion, byte[] publicKey);

  @Query(
      """
      UPDATE credential SET state = 'REVOKED', pairing_hash = NULL, revoked_at = :now
      WHERE id = :id AND state <> 'REVOKED'
      """)
  int revoke(String id, Instant now);
}

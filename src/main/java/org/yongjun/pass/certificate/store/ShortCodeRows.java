package org.yongjun.pass.certificate.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ShortCodeRows extends GenericRepository<ShortCodeRows.Row, String> {
  /** A row of {@code short_code}. */
  @MappedEntity("short_code")
  record Row(
      @Id String id, byte[] codeHash, String bindingId, Instant createdAt, Instant expiresAt) {}

  Row save(Row row);

  @Query("SELECT * FROM short_code WHERE code_hash = :codeHash AND expires_at > :now")
  Optional<Row> findLive(byte[] codeHash, Instant now);

  @Query("SELECT COUNT(*) FROM short_code WHERE binding_id = :bindingId AND expires_at > :now")
  int countLive(String bindingId, Instant now);

  @Query("DELETE FROM short_code WHERE expires_at < :end LIMIT :most")
  int deleteExpired(Instant end, int most);
}

package org.yongjun.pass.verification.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface VerificationRows extends GenericRepository<VerificationRow, String> {
  VerificationRow save(VerificationRow row);

  @Query("UPDATE verification SET spent = 1 WHERE id = :id AND spent = 0")
  int spend(String id);

  Optional<VerificationRow> findById(String id);

  @Query(
      """
      SELECT verification.* FROM verification
      LEFT JOIN approval ON approval.verification_id = verification.id
      WHERE verification.approval = 1 AND verification.region BETWEEN :regionFrom AND :regionTo
        AND verification.expires_at > :now AND verification.id > :afterId
        AND verification.spent = 0 AND approval.verification_id IS NULL
      ORDER BY verification.id LIMIT :maxRows
      """)
  List<VerificationRow> listWaiting(
      int regionFrom, int regionTo, Instant now, String afterId, int maxRows);

  @Query("DELETE FROM verification WHERE expires_at < :time LIMIT 1000")
  int deleteExpired(Instant time);
}

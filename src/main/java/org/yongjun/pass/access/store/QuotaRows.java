package org.yongjun.pass.access.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

@JdbcRepository(dialect = Dialect.MYSQL)
interface QuotaRows extends GenericRepository<QuotaRow, byte[]> {
  @Query(
      """
      UPDATE sign_in_quota SET used = used + 1
      WHERE subject = :subject AND ends_at > :now AND used < :max
      """)
  int take(byte[] subject, int max, Instant now);

  @Query(
      """
      UPDATE sign_in_quota SET used = 1, ends_at = :endsAt
      WHERE subject = :subject AND ends_at <= :now
      """)
  int beginAnew(byte[] subject, Instant endsAt, Instant now);

  @Query("INSERT INTO sign_in_quota (subject, used, ends_at) VALUES (:subject, 1, :endsAt)")
  void begin(byte[] subject, Instant endsAt);

  @Query("DELETE FROM sign_in_quota WHERE ends_at < :now LIMIT 100")
  int deleteEnded(Instant now);
}

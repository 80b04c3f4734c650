package org.yongjun.pass.certificate.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface CertificateRows extends GenericRepository<CertificateRow, String> {
  CertificateRow save(CertificateRow row);

  Optional<CertificateRow> findById(String id);

  @Query(
      """
      SELECT * FROM certificate WHERE binding_id = :bindingId ORDER BY id DESC LIMIT 1
      """)
  Optional<CertificateRow> findNewest(String bindingId);
}

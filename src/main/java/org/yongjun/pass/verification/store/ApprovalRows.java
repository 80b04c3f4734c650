package org.yongjun.pass.verification.store;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ApprovalRows extends GenericRepository<ApprovalRow, String> {
  ApprovalRow save(ApprovalRow row);

  Optional<ApprovalRow> findById(String verificationId);
}

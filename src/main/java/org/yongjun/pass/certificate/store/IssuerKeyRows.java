package org.yongjun.pass.certificate.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface IssuerKeyRows extends GenericRepository<IssuerKeyRow, String> {
  IssuerKeyRow save(IssuerKeyRow row);

  @Query("SELECT * FROM issuer_key ORDER BY kid")
  List<IssuerKeyRow> list();
}

package org.yongjun.pass.certificate.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@JdbcRepository(dialect = Dialect.MYSQL)
interface IssuerRows extends GenericRepository<IssuerRow, Integer> {
  IssuerRow save(IssuerRow row);

  /** Takes the row's lock until the transaction ends, so the read that follows is the taker's. */
  @Query("UPDATE issuer SET next_index = next_index + 1 WHERE number = :number")
  int advance(int number);

  @Query("SELECT next_index FROM issuer WHERE number = :number")
  long getNext(int number);
}

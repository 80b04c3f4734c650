package org.yongjun.pass.access.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AccountDutyRows extends GenericRepository<AccountDutyRow, String> {
  @Query(
      """
      INSERT INTO account_duty (account_id, role, region, venue_id)
      VALUES (:accountId, :role, :region, :venueId)
      """)
  void add(String accountId, String role, int region, String venueId);

  @Query(
      """
      SELECT * FROM account_duty WHERE account_id IN (:accountIds)
      ORDER BY account_id, role, region, venue_id
      """)
  List<AccountDutyRow> list(Collection<String> accountIds);
}

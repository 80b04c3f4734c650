package org.yongjun.pass.benefit.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface WithdrawalRows extends GenericRepository<WithdrawalRow, String> {
  @Query(
      """
      INSERT INTO catalogue_withdrawal
        (code, version, withdrawn_from, reason, withdrawn_at, withdrawn_by)
      VALUES (:code, :version, :withdrawnFrom, :reason, :withdrawnAt, :withdrawnBy)
      """)
  void insert(
      String code,
      int version,
      LocalDate withdrawnFrom,
      String reason,
      Instant withdrawnAt,
      String withdrawnBy);

  @Query("SELECT * FROM catalogue_withdrawal")
  List<WithdrawalRow> listAll();

  @Query("SELECT * FROM catalogue_withdrawal WHERE code = :code")
  List<WithdrawalRow> listByCode(String code);
}

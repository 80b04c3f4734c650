package org.yongjun.pass.redemption.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface VisitRows extends GenericRepository<VisitRow, String> {
  VisitRow save(VisitRow row);

  void saveAll(List<VisitRow> rows);

  @Query(
      """
      SELECT id FROM visit
      WHERE issuer = :issuer AND binding_index = :bindingIndex AND use_key = :useKey
      """)
  Optional<String> findIdOfCode(int issuer, long bindingIndex, String useKey);

  Optional<VisitRow> findById(String id);

  @Query("UPDATE visit SET standing = standing + 1 WHERE id = :id")
  int join(String id);

  @Query("UPDATE visit SET standing = standing WHERE id = :id")
  int hold(String id);

  @Query("UPDATE visit SET standing = standing - 1 WHERE id = :id AND standing > 0")
  int takeBack(String id);
}

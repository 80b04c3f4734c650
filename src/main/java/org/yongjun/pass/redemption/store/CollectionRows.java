package org.yongjun.pass.redemption.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface CollectionRows extends GenericRepository<CollectionRow, String> {
  void save(CollectionRow row);

  Optional<CollectionRow> findByRedemptionId(String redemptionId);

  @Query(
      """
      SELECT * FROM collection
      WHERE flagged = 1 AND redemption_id > :afterId
        AND region >= :firstRegion AND region <= :lastRegion
      ORDER BY redemption_id LIMIT :limit
      """)
  List<CollectionRow> listFlagged(int firstRegion, int lastRegion, String afterId, int limit);
}

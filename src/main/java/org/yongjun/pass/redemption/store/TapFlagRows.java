package org.yongjun.pass.redemption.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TapFlagRows extends GenericRepository<TapFlagRows.Row, String> {
  /** A row of {@code tap_flag}. */
  @MappedEntity("tap_flag")
  record Row(
      @Id String id, String tapId, String flag, int region, Instant flaggedAt, String state) {}

  void save(Row row);

  void saveAll(List<Row> rows);

  @Query("SELECT * FROM tap_flag WHERE tap_id IN (:tapIds)")
  List<Row> listOf(List<String> tapIds);

  @Query(
      """
      SELECT * FROM tap_flag
      WHERE region >= :firstRegion AND region <= :lastRegion AND id > :afterId
      ORDER BY id LIMIT :maxRows
      """)
  List<Row> list(int firstRegion, int lastRegion, String afterId, int maxRows);

  @Query(
      """
      SELECT * FROM tap_flag
      WHERE region >= :firstRegion AND region <= :lastRegion AND id > :afterId AND flag = :flag
      ORDER BY id LIMIT :maxRows
      """)
  List<Row> listOnly(int firstRegion, int lastRegion, String flag, String afterId, int maxRows);
}

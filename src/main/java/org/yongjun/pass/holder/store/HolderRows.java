package org.yongjun.pass.holder.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The statements on the table {@code holder}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface HolderRows extends GenericRepository<HolderRow, String> {
  void save(HolderRow row);

  void update(HolderRow row);

  /** Locks the row; the count is of the rows that the condition holds for. */
  @Query("UPDATE holder SET status = status WHERE id = :id AND status = 'ACTIVE'")
  int holdActive(String id);

  @Query(
      """
      UPDATE holder SET status = :next, updated_at = :now WHERE id = :id AND status = :previous
      """)
  int changeStatus(String id, String previous, String next, Instant now);

  Optional<HolderRow> findById(String id);

  @Query("SELECT * FROM holder WHERE id = :id FOR UPDATE")
  Optional<HolderRow> lockById(String id);

  @Query(
      """
      UPDATE holder SET class_bits = :classBits, home_region = :homeRegion, updated_at = :now
      WHERE id = :id
      """)
  int changeFacts(String id, int classBits, int homeRegion, Instant now);

  Optional<HolderRow> findByTag(String tag);

  @Query("SELECT * FROM holder WHERE id_index IN (:indexes) ORDER BY id_index FOR UPDATE")
  List<HolderRow> lockByIdIndexes(Collection<String> indexes);

  @Query("SELECT * FROM holder WHERE id_index IN (:indexes)")
  List<HolderRow> listByIdIndexes(Collection<String> indexes);

  @Query(
      """
      SELECT * FROM holder
      WHERE (home_region = :afterRegion AND id > :afterId)
         OR (home_region > :afterRegion AND home_region <= :lastRegion)
      ORDER BY home_region, id LIMIT :limit
      """)
  List<HolderRow> listAfter(int afterRegion, String afterId, int lastRegion, int limit);

  @Query("SELECT * FROM holder WHERE phone_index = :phoneIndex ORDER BY id LIMIT :limit")
  List<HolderRow> listByPhone(String phoneIndex, int limit);
}

package org.yongjun.pass.benefit.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface DraftRows extends GenericRepository<DraftRow, String> {
  DraftRow save(DraftRow row);

  @Query("SELECT * FROM catalogue_draft WHERE id = :id")
  Optional<DraftRow> find(String id);

  @Query(
      """
      UPDATE catalogue_draft SET code = :code, region = :region, venue_id = :venueId,
        state = :state, revision = revision + 1, base_version = :baseVersion,
        document = :document, reviewer = :reviewer, remark = :remark,
        published_version = :publishedVersion, changed_at = :changedAt
      WHERE id = :id AND revision = :seenRevision
      """)
  int replace(
      String id,
      int seenRevision,
      String code,
      int region,
      @Nullable String venueId,
      String state,
      int baseVersion,
      String document,
      @Nullable String reviewer,
      @Nullable String remark,
      @Nullable Integer publishedVersion,
      Instant changedAt);

  @Query(
      """
      SELECT id, code, region, venue_id, state, revision, base_version, '' AS document, author,
             reviewer, remark, published_version, created_at, changed_at
      FROM catalogue_draft
      WHERE region BETWEEN :regionFrom AND :regionTo AND id > :afterId
        AND (:state = '' OR state = :state) AND (:venueId = '' OR venue_id = :venueId)
      ORDER BY id LIMIT :maxRows
      """)
  List<DraftRow> listWithoutDocuments(
      int regionFrom, int regionTo, String venueId, String state, String afterId, int maxRows);

  @Query("SELECT COUNT(*) FROM catalogue_draft WHERE author = :author AND state <> :state")
  int countOthers(String author, String state);
}

package org.yongjun.pass.venue.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface InspectionRows extends GenericRepository<InspectionRow, String> {
  InspectionRow save(InspectionRow row);

  Optional<InspectionRow> findById(String id);

  @Query(
      """
      SELECT * FROM inspection WHERE region BETWEEN :region AND :last AND id > :afterId
      ORDER BY id LIMIT :limit
      """)
  List<InspectionRow> list(int region, int last, String afterId, int limit);

  /** Empty text stands for any. */
  @Query(
      """
      SELECT v.id FROM venue v
      WHERE v.region BETWEEN :region AND :last AND v.stage IN ('LISTED', 'RECTIFYING', 'SUSPENDED')
        AND (:kind = '' OR v.kind = :kind)
        AND (:partnerClass = '' OR EXISTS (SELECT 1 FROM venue_plaque p
          WHERE p.venue_id = v.id AND p.partner_class = :partnerClass AND p.removed_on IS NULL))
      ORDER BY v.id LIMIT :limit
      """)
  List<String> listPopulation(int region, int last, String kind, String partnerClass, int limit);

  @Query(
      """
      UPDATE inspection SET state = 'DRAWN', seed = :seed, population = :population,
        population_hash = :populationHash, drawn = :drawn, drawn_at = :drawnAt
      WHERE id = :id AND state = 'ANNOUNCED'
      """)
  int draw(
      String id, String seed, int population, String populationHash, int drawn, Instant drawnAt);

  @Query(
      """
      UPDATE inspection SET state = 'CLOSED', report = :report, closed_at = :closedAt
      WHERE id = :id AND state = 'DRAWN'
      """)
  int close(String id, String report, Instant closedAt);

  @Query(
      """
      SELECT COUNT(*) AS drawn,
        COALESCE(SUM(CASE WHEN state <> 'TO_CHECK' THEN 1 ELSE 0 END), 0) AS checked,
        COALESCE(SUM(CASE WHEN state = 'PASSED' THEN 1 ELSE 0 END), 0) AS passed,
        COALESCE(SUM(CASE WHEN failed THEN 1 ELSE 0 END), 0) AS to_rectify,
        COALESCE(SUM(CASE WHEN state = 'RECTIFIED' THEN 1 ELSE 0 END), 0) AS rectified,
        COALESCE(SUM(CASE WHEN state = 'SUSPENDED' THEN 1 ELSE 0 END), 0) AS suspended,
        COALESCE(SUM(CASE WHEN state = 'DELISTED' THEN 1 ELSE 0 END), 0) AS delisted,
        COALESCE(SUM(CASE WHEN state IN ('TO_CHECK', 'TO_RECTIFY', 'REPORTED') THEN 1 ELSE 0 END),
          0) AS still_open
      FROM inspection_venue WHERE inspection_id = :id
      """)
  InspectionResultRow result(String id);
}

package org.yongjun.pass.benefit.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface CatalogueHeaderRows extends GenericRepository<CatalogueHeaderRow, String> {
  @Query(
      """
      SELECT id, code, version, region, title_zh, title_en, content_hash, effective_from,
             effective_to, published_at, published_by
      FROM catalogue_version ORDER BY code, version
      """)
  List<CatalogueHeaderRow> listAll();

  @Query(
      """
      SELECT c.id, c.code, c.version, c.region, c.title_zh, c.title_en, c.content_hash,
             c.effective_from, c.effective_to, c.published_at, c.published_by
      FROM catalogue_version c
      WHERE c.region BETWEEN :regionFrom AND :regionTo AND c.code > :afterCode
        AND c.version = (SELECT MAX(n.version) FROM catalogue_version n WHERE n.code = c.code)
      ORDER BY c.code LIMIT :maxRows
      """)
  List<CatalogueHeaderRow> listLatest(int regionFrom, int regionTo, String afterCode, int maxRows);

  @Query(
      """
      SELECT id, code, version, region, title_zh, title_en, content_hash, effective_from,
             effective_to, published_at, published_by
      FROM catalogue_version WHERE code = :code ORDER BY version
      """)
  List<CatalogueHeaderRow> listVersions(String code);
}

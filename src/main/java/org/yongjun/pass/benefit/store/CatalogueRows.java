package org.yongjun.pass.benefit.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface CatalogueRows extends GenericRepository<CatalogueRow, String> {
  CatalogueRow save(CatalogueRow row);

  @Query("SELECT * FROM catalogue_version WHERE code = :code AND version = :version")
  Optional<CatalogueRow> find(String code, int version);

  @Query("SELECT * FROM catalogue_version WHERE code = :code AND content_hash = :contentHash")
  Optional<CatalogueRow> findByHash(String code, byte[] contentHash);

  @Query("SELECT COALESCE(MAX(version), 0) FROM catalogue_version WHERE code = :code")
  int latestVersion(String code);

  @Query("SELECT epoch FROM catalogue_epoch WHERE id = 1")
  long epoch();

  @Query("UPDATE catalogue_epoch SET epoch = epoch + 1 WHERE id = 1")
  int advanceEpoch();
}

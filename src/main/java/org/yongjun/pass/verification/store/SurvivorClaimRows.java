package org.yongjun.pass.verification.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SurvivorClaimRows extends GenericRepository<SurvivorClaimRow, String> {
  void save(SurvivorClaimRow row);

  Optional<SurvivorClaimRow> findById(String id);

  @Query(
      """
      SELECT * FROM survivor_claim
      WHERE deceased_holder_id = :deceasedHolderId AND venue_id = :venueId
        AND document_index = :documentIndex
      """)
  Optional<SurvivorClaimRow> findByPaper(
      String deceasedHolderId, String venueId, String documentIndex);
}

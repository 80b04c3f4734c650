package org.yongjun.pass.venue.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PartnerClassRows extends GenericRepository<PartnerClassRow, String> {
  PartnerClassRow save(PartnerClassRow row);

  Optional<PartnerClassRow> findByCode(String code);

  @Query(
      """
      SELECT * FROM partner_class
      WHERE region IN (:above) OR region BETWEEN :region AND :last ORDER BY code LIMIT :limit
      """)
  List<PartnerClassRow> list(Collection<Integer> above, int region, int last, int limit);
}

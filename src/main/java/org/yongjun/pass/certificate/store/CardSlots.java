package org.yongjun.pass.certificate.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface CardSlots extends GenericRepository<CardSlots.Row, String> {
  /** A row of {@code card_slot}. */
  @MappedEntity("card_slot")
  record Row(@Id String holderId, String bindingId, @Nullable String previousId) {}

  Row save(Row row);

  Optional<Row> findById(String holderId);

  /** The previous card is set first: some servers assign from left to right. */
  @Query(
      """
      UPDATE card_slot SET previous_id = binding_id, binding_id = :bindingId
      WHERE holder_id = :holderId
      """)
  int replace(String holderId, String bindingId);
}

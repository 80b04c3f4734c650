package org.yongjun.pass.redemption.store;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface CardUses extends GenericRepository<CardUses.Row, CardUses.Key> {
  /** A card on a day. */
  @Embeddable
  record Key(
      @MappedProperty("issuer") int issuer,
      @MappedProperty("binding_index") long bindingIndex,
      @MappedProperty("day") LocalDate day) {}

  /** A row of {@code card_use}. */
  @MappedEntity("card_use")
  record Row(@EmbeddedId Key id, int used) {}

  /** Sees to it that the row is there and locks it, new or not, so that nobody deadlocks on it. */
  @Query(
      """
      INSERT INTO card_use (issuer, binding_index, day, used) VALUES (:issuer, :bindingIndex, :day, 0)
      ON DUPLICATE KEY UPDATE used = used
      """)
  void begin(int issuer, long bindingIndex, LocalDate day);

  @Query(
      """
      UPDATE card_use SET used = used + 1
      WHERE issuer = :issuer AND binding_index = :bindingIndex AND day = :day AND used < :most
      """)
  int take(int issuer, long bindingIndex, LocalDate day, int most);

  @Query(
      """
      UPDATE card_use SET used = used - 1
      WHERE issuer = :issuer AND binding_index = :bindingIndex AND day = :day AND used > 0
      """)
  int giveBack(int issuer, long bindingIndex, LocalDate day);

  @Query(
      """
      SELECT used FROM card_use
      WHERE issuer = :issuer AND binding_index = :bindingIndex AND day = :day
      """)
  Optional<Integer> findUsed(int issuer, long bindingIndex, LocalDate day);
}

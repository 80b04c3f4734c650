package org.yongjun.pass.certificate.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface BindingRows extends GenericRepository<BindingRow, String> {
  BindingRow save(BindingRow row);

  Optional<BindingRow> findById(String id);

  @Query("SELECT * FROM binding WHERE device_key = :deviceKey")
  Optional<BindingRow> findByDeviceKey(byte[] deviceKey);

  @Query("SELECT * FROM binding WHERE issuer = :issuer AND binding_index = :bindingIndex")
  Optional<BindingRow> findByIndex(int issuer, long bindingIndex);

  @Query("SELECT * FROM binding WHERE holder_id = :holderId ORDER BY id DESC LIMIT 100")
  List<BindingRow> listOf(String holderId);

  @Query("SELECT * FROM binding WHERE holder_id = :holderId ORDER BY id FOR UPDATE")
  List<BindingRow> lockAllOf(String holderId);

  @Query(
      """
      SELECT state FROM binding WHERE issuer = :issuer AND binding_index = :bindingIndex
      """)
  Optional<String> findState(int issuer, long bindingIndex);

  @Query(
      """
      UPDATE binding SET last_used_at = :now
      WHERE issuer = :issuer AND binding_index = :bindingIndex AND state = 'ACTIVE'
      """)
  int use(int issuer, long bindingIndex, Instant now);

  @Query("UPDATE binding SET state = :next WHERE id = :id AND state = :previous")
  int changeState(String id, String previous, String next);

  @Query(
      """
      UPDATE binding SET serial = serial + 1, expires_at = :expiresAt
      WHERE id = :id AND serial = :serial AND state = 'ACTIVE'
      """)
  int renew(String id, int serial, Instant expiresAt);
}

package org.yongjun.pass.certificate.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface BindingRows extends GenericRepository<BindingRow, String> {
  BindingRow save(BindingRow row);

  @Query("SELECT * FROM binding WHERE device_key = :deviceKey")
  Optional<BindingRow> findByDeviceKey(byte[] deviceKey);

  @Query("SELECT * FROM binding WHERE holder_id = :holderId ORDER BY id LIMIT 100")
  List<BindingRow> listOf(String holderId);

  @Query(
      """
      SELECT state FROM binding WHERE issuer = :issuer AND binding_index = :bindingIndex
      """)
  Optional<String> findState(int issuer, long bindingIndex);
}

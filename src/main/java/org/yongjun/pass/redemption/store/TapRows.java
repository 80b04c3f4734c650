package org.yongjun.pass.redemption.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TapRows extends GenericRepository<TapRow, String> {
  void saveAll(List<TapRow> rows);

  @Query("SELECT * FROM tap WHERE terminal_id = :terminalId AND client_id IN (:clientIds)")
  List<TapRow> listByClients(String terminalId, List<String> clientIds);

  @Query("SELECT * FROM tap WHERE id IN (:ids)")
  List<TapRow> listByIds(List<String> ids);

  @Query("SELECT COUNT(*) FROM tap WHERE terminal_id = :terminalId AND seq = :seq")
  int countSequence(String terminalId, long seq);

  @Query(
      """
      SELECT * FROM tap
      WHERE person = :person AND venue_id = :venueId AND event_at < :before AND event_at >= :since
        AND kind = 'PASS' AND outcome = 'SETTLED'
      ORDER BY event_at DESC LIMIT 1
      """)
  Optional<TapRow> findLastPass(String person, String venueId, Instant before, Instant since);

  @Query(
      """
      SELECT t.* FROM tap_pending p JOIN tap t ON t.id = p.tap_id
      WHERE p.terminal_id = :terminalId AND t.names_client_id IN (:clientIds)
      """)
  List<TapRow> listWaitingFor(String terminalId, List<String> clientIds);

  @Query(
      """
      SELECT t.* FROM tap_pending p JOIN tap t ON t.id = p.tap_id
      WHERE t.kind = :kind AND p.since < :before AND p.tap_id > :afterId
      ORDER BY p.tap_id LIMIT :maxRows
      """)
  List<TapRow> listWaiting(String kind, Instant before, String afterId, int maxRows);
}

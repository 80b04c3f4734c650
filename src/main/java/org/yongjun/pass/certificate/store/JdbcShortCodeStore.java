package org.yongjun.pass.certificate.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.yongjun.pass.certificate.ShortCodeStore;
import org.yongjun.pass.platform.store.Races;

@Singleton
final class JdbcShortCodeStore implements ShortCodeStore {
  private final ShortCodeRows rows;

  JdbcShortCodeStore(ShortCodeRows rows) {
    this.rows = rows;
  }

  @Override
  public boolean insert(Row row) {
    ShortCodeRows.Row stored =
        new ShortCodeRows.Row(
            row.id(), row.hash(), row.bindingId(), row.createdAt(), row.expiresAt());
    return Races.inserted(() -> rows.save(stored));
  }

  @Override
  public Optional<Row> findLive(byte[] hash, Instant now) {
    return rows.findLive(hash, now)
        .map(
            row ->
                new Row(
                    row.id(), row.codeHash(), row.bindingId(), row.createdAt(), row.expiresAt()));
  }

  @Override
  public int countLive(String bindingId, Instant now) {
    return rows.countLive(bindingId, now);
  }

  @Override
  public int deleteExpired(Instant end, int most) {
    return rows.deleteExpired(end, most);
  }
}

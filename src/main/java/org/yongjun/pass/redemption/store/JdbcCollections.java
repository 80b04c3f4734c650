package org.yongjun.pass.redemption.store;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.store.Races;
import org.yongjun.pass.redemption.Collection;
import org.yongjun.pass.redemption.CollectionStore;

@Singleton
final class JdbcCollections implements CollectionStore {
  private final CollectionRows rows;

  JdbcCollections(CollectionRows rows) {
    this.rows = rows;
  }

  @Override
  public boolean insert(Collection collection) {
    CollectionRow row =
        new CollectionRow(
            collection.redemptionId(),
            collection.venueId(),
            collection.terminalId(),
            collection.region().value(),
            collection.payableFen(),
            collection.collectedFen(),
            collection.isFlagged() ? 1 : 0,
            collection.reportedAt());
    return Races.inserted(() -> rows.save(row));
  }

  @Override
  public Optional<Collection> find(String redemptionId) {
    return rows.findByRedemptionId(redemptionId).map(JdbcCollections::toDomain);
  }

  @Override
  public List<Collection> listFlagged(RegionCode scope, String afterId, int limit) {
    return rows.listFlagged(scope.value(), scope.last().value(), afterId, limit).stream()
        .map(JdbcCollections::toDomain)
        .toList();
  }

  private static Collection toDomain(CollectionRow row) {
    return new Collection(
        row.redemptionId(),
        row.venueId(),
        row.terminalId(),
        new RegionCode(row.region()),
        row.payableFen(),
        row.collectedFen(),
        row.reportedAt());
  }
}

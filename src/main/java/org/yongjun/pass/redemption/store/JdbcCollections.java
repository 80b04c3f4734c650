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
    return rows.listFlagged(scope.value(), lastWithin(scope), afterId, limit).stream()
        .map(JdbcCollections::toDomain)
        .toList();
  }

  /** The regions within a scope are the codes from its own up to this one. */
  private static int lastWithin(RegionCode scope) {
    if (scope.equals(RegionCode.NATION)) {
      return RegionCode.VALUE_MAX;
    }
    if (scope.value() % 100 != 0) {
      return scope.value();
    }
    return scope.value() + (scope.value() % 10_000 == 0 ? 9_999 : 99);
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

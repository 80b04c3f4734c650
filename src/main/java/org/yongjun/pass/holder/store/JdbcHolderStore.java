package org.yongjun.pass.holder.store;

import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yongjun.pass.holder.HolderCursor;
import org.yongjun.pass.holder.HolderStatus;
import org.yongjun.pass.holder.HolderStore;
import org.yongjun.pass.holder.StoredHolder;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.HolderTag;
import org.yongjun.pass.kernel.RegionCode;

/** {@link HolderStore} in the database. */
@Singleton
final class JdbcHolderStore implements HolderStore {
  private final HolderRows rows;

  private final JdbcSpanStore spans;

  JdbcHolderStore(HolderRows rows, JdbcSpanStore spans) {
    this.rows = rows;
    this.spans = spans;
  }

  @Override
  public Map<String, StoredHolder> lockByIdNumbers(Collection<String> idNumberDigests) {
    Map<String, StoredHolder> found = new HashMap<>();
    if (!idNumberDigests.isEmpty()) {
      for (HolderRow row : rows.lockByIdIndexes(idNumberDigests)) {
        found.put(Objects.requireNonNull(row.idIndex()), row.toStored());
      }
    }
    return found;
  }

  @Override
  public boolean insert(StoredHolder holder) {
    try {
      rows.save(HolderRow.of(holder));
    } catch (DataAccessException e) {
      if (e.getCause() instanceof SQLIntegrityConstraintViolationException) {
        return false; // The unique ID number index decided a race; the statement wrote nothing.
      }
      throw e;
    }
    spans.begin(holder.holder());
    return true;
  }

  @Override
  public void update(StoredHolder holder) {
    rows.update(HolderRow.of(holder));
    spans.change(holder.holder(), BusinessTime.dayOf(holder.updatedAt()));
  }

  @Override
  public Optional<StoredHolder> lock(String id) {
    return rows.lockById(id).map(HolderRow::toStored);
  }

  @Override
  public void changeFacts(String id, HolderClasses classes, RegionCode homeRegion, Instant now) {
    rows.changeFacts(id, classes.bits(), homeRegion.value(), now);
  }

  @Override
  public boolean holdActive(String id) {
    return rows.holdActive(id) == 1;
  }

  @Override
  public boolean changeStatus(String id, HolderStatus from, HolderStatus to, Instant now) {
    return rows.changeStatus(id, from.name(), to.name(), now) == 1;
  }

  @Override
  public Optional<StoredHolder> findById(String id) {
    return rows.findById(id).map(HolderRow::toStored);
  }

  @Override
  public Optional<StoredHolder> findByTag(HolderTag tag) {
    return rows.findByTag(tag.hex()).map(HolderRow::toStored);
  }

  @Override
  public Map<String, String> findIdsByIdNumbers(Collection<String> idNumberDigests) {
    Map<String, String> found = new HashMap<>();
    if (!idNumberDigests.isEmpty()) {
      for (HolderRow row : rows.listByIdIndexes(idNumberDigests)) {
        found.put(Objects.requireNonNull(row.idIndex()), row.id());
      }
    }
    return found;
  }

  @Override
  public List<StoredHolder> listByPhone(String phoneDigest, int limit) {
    return rows.listByPhone(phoneDigest, limit).stream().map(HolderRow::toStored).toList();
  }

  @Override
  public List<StoredHolder> listIn(RegionCode scope, Optional<HolderCursor> after, int limit) {
    // The start stands before the first id of the first region.
    HolderCursor start = after.orElse(new HolderCursor(scope, ""));
    if (!scope.contains(start.homeRegion())) {
      return List.of(); // A cursor from another scope must not show that scope's holders.
    }
    int afterRegion = start.homeRegion().value();
    return rows.listAfter(afterRegion, start.id(), lastWithin(scope), limit).stream()
        .map(HolderRow::toStored)
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
}

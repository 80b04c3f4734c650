package org.yongjun.pass.holder;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.yongjun.pass.kernel.HolderTag;
import org.yongjun.pass.kernel.RegionCode;

/** Holders in a map, with the unique ID number index of the table. */
public final class InMemoryHolderStore implements HolderStore {
  private final Map<String, StoredHolder> holders = new TreeMap<>();

  @Override
  public Map<String, StoredHolder> lockByIdNumbers(Collection<String> idNumberDigests) {
    Map<String, StoredHolder> found = new HashMap<>();
    for (StoredHolder each : holders.values()) {
      if (idNumberDigests.contains(idNumber(each))) {
        found.put(idNumber(each), each);
      }
    }
    return found;
  }

  @Override
  public boolean insert(StoredHolder holder) {
    boolean taken = holders.values().stream().anyMatch(e -> idNumber(e).equals(idNumber(holder)));
    if (!taken) {
      holders.put(holder.holder().id(), holder);
    }
    return !taken;
  }

  @Override
  public void update(StoredHolder holder) {
    Objects.requireNonNull(holders.replace(holder.holder().id(), holder));
  }

  @Override
  public Optional<StoredHolder> findById(String id) {
    return Optional.ofNullable(holders.get(id));
  }

  @Override
  public Optional<StoredHolder> findByTag(HolderTag tag) {
    return holders.values().stream().filter(e -> e.holder().tag().equals(tag)).findFirst();
  }

  @Override
  public List<StoredHolder> listIn(RegionCode scope, Optional<HolderCursor> after, int limit) {
    if (after.isPresent() && !scope.contains(after.get().homeRegion())) {
      return List.of();
    }
    Comparator<HolderCursor> order =
        Comparator.comparing(HolderCursor::homeRegion).thenComparing(HolderCursor::id);
    return holders.values().stream()
        .filter(each -> scope.contains(each.holder().homeRegion()))
        .filter(each -> after.isEmpty() || order.compare(position(each), after.get()) > 0)
        .sorted(Comparator.comparing(InMemoryHolderStore::position, order))
        .limit(limit)
        .toList();
  }

  private static HolderCursor position(StoredHolder stored) {
    return new HolderCursor(stored.holder().homeRegion(), stored.holder().id());
  }

  private static String idNumber(StoredHolder stored) {
    StoredHolder.StoredPerson person = stored.person();
    return person == null ? "erased " + stored.holder().id() : person.digests().idNumber();
  }
}

package org.yongjun.pass.holder;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.yongjun.pass.kernel.HolderClasses;
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
  public Map<String, String> findIdsByIdNumbers(Collection<String> idNumberDigests) {
    Map<String, String> found = new HashMap<>();
    lockByIdNumbers(idNumberDigests).forEach((digest, e) -> found.put(digest, e.holder().id()));
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
  public Optional<StoredHolder> lock(String id) {
    return findById(id);
  }

  @Override
  public void changeFacts(String id, HolderClasses classes, RegionCode homeRegion, Instant now) {
    StoredHolder was = Objects.requireNonNull(holders.get(id));
    HolderRecord r = was.holder();
    HolderRecord changed =
        new HolderRecord(
            id,
            r.tag(),
            homeRegion,
            classes,
            r.meritClass(),
            r.disabilityGrade(),
            r.validFrom(),
            r.validUntil(),
            r.status());
    holders.put(id, new StoredHolder(changed, was.person(), was.createdAt(), now));
  }

  @Override
  public boolean holdActive(String id) {
    return hasStatus(id, HolderStatus.ACTIVE);
  }

  @Override
  public boolean changeStatus(String id, HolderStatus from, HolderStatus to, Instant now) {
    if (!hasStatus(id, from)) {
      return false;
    }
    StoredHolder was = holders.get(id);
    HolderRecord r = was.holder();
    HolderRecord changed =
        new HolderRecord(
            r.id(),
            r.tag(),
            r.homeRegion(),
            r.classes(),
            r.meritClass(),
            r.disabilityGrade(),
            r.validFrom(),
            r.validUntil(),
            to);
    holders.put(id, new StoredHolder(changed, was.person(), was.createdAt(), now));
    return true;
  }

  private boolean hasStatus(String id, HolderStatus status) {
    return findById(id).filter(each -> each.holder().status() == status).isPresent();
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
  public List<StoredHolder> listByPhone(String phoneDigest, int limit) {
    return holders.values().stream()
        .filter(each -> phoneDigest.equals(phone(each)))
        .limit(limit)
        .toList();
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

  private static String phone(StoredHolder stored) {
    StoredHolder.StoredPerson person = stored.person();
    return person == null ? "" : person.digests().phone();
  }

  private static String idNumber(StoredHolder stored) {
    StoredHolder.StoredPerson person = stored.person();
    return person == null ? "erased " + stored.holder().id() : person.digests().idNumber();
  }
}

package org.yongjun.pass.holder;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.HolderTag;
import org.yongjun.pass.kernel.RegionCode;

/** Where holders are kept. */
public interface HolderStore {
  /**
   * The holders with these ID number digests, by digest, locked until the open transaction ends.
   */
  Map<String, StoredHolder> lockByIdNumbers(Collection<String> idNumberDigests);

  /** False, and nothing written, when a holder with that ID number digest came in between. */
  boolean insert(StoredHolder holder);

  /** Replaces the holder with that id. */
  void update(StoredHolder holder);

  /** Whether the holder is active; locks the row until the open transaction ends. */
  boolean holdActive(String id);

  /** False, and nothing written, when the status is not {@code from}. */
  boolean changeStatus(String id, HolderStatus from, HolderStatus to, Instant now);

  Optional<StoredHolder> findById(String id);

  /** The same, locked until the open transaction ends. */
  Optional<StoredHolder> lock(String id);

  /** Writes what events change of a record. */
  void changeFacts(String id, HolderClasses classes, RegionCode homeRegion, Instant now);

  Optional<StoredHolder> findByTag(HolderTag tag);

  /** The ids of the holders with these ID number digests, by digest; locks nothing. */
  Map<String, String> findIdsByIdNumbers(Collection<String> idNumberDigests);

  /** At most {@code limit} holders with this phone digest, in the order of ids. */
  List<StoredHolder> listByPhone(String phoneDigest, int limit);

  /** At most {@code limit} holders at home in {@code scope}, by home region, then id. */
  List<StoredHolder> listIn(RegionCode scope, Optional<HolderCursor> after, int limit);
}

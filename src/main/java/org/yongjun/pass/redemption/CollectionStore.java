package org.yongjun.pass.redemption;

import java.util.List;
import java.util.Optional;
import org.yongjun.pass.kernel.RegionCode;

/** Keeps what was collected; nothing of it is ever changed. */
public interface CollectionStore {
  /** False, and nothing written, where the redemption has one already. */
  boolean insert(Collection collection);

  Optional<Collection> find(String redemptionId);

  /** The flagged ones within a region with an id after {@code afterId}, in the order of ids. */
  List<Collection> listFlagged(RegionCode scope, String afterId, int limit);
}

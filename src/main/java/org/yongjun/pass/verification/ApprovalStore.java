package org.yongjun.pass.verification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.kernel.RegionCode;

/** Keeps approvals for ever. */
public interface ApprovalStore {
  /** False when that verification was approved before; in the caller's transaction. */
  boolean insert(Approval approval);

  Optional<Approval> find(String verificationId);

  /** Verifications of a region that ask for approval, have none and live, by id. */
  List<Verification> listWaiting(RegionCode region, Instant now, String afterId, int limit);
}

package org.yongjun.pass.redemption;

import java.time.Instant;
import org.yongjun.pass.kernel.RegionCode;

/**
 * What a terminal says that it collected for the parts of a redemption that a benefit applied to.
 *
 * @param payableFen what the ledger says that was due for them
 */
public record Collection(
    String redemptionId,
    String venueId,
    String terminalId,
    RegionCode region,
    long payableFen,
    long collectedFen,
    Instant reportedAt) {
  /** Whether it is not what was due; an office then looks into it. */
  public boolean isFlagged() {
    return collectedFen != payableFen;
  }
}

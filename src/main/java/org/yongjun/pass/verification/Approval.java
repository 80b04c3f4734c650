package org.yongjun.pass.verification;

import java.time.Instant;
import java.util.List;
import org.yongjun.pass.kernel.RegionCode;

/**
 * A second person's yes to one verified bill (第二人复核): good for that verification and those sums.
 *
 * @param itemIds the items that asked for it
 */
public record Approval(
    String verificationId,
    String approvedBy,
    Instant approvedAt,
    String venueId,
    RegionCode region,
    List<String> itemIds,
    long payableFen,
    long benefitValueFen) {
  public Approval {
    itemIds = List.copyOf(itemIds);
  }
}

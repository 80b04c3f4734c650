package org.yongjun.pass.verification;

import java.time.Instant;
import java.util.List;
import org.yongjun.pass.kernel.RegionCode;

/**
 * An accepted verification, good for a short time and for its terminal only. It keeps no code.
 *
 * @param region the venue's
 * @param approvalItems the items that ask for a second person's approval; mostly none
 */
public record Verification(
    String id,
    String terminalId,
    ShownCode code,
    List<BillLine> bill,
    String channel,
    long payableFen,
    Instant at,
    Instant expiresAt,
    String venueId,
    RegionCode region,
    long benefitValueFen,
    List<String> approvalItems) {
  public Verification {
    bill = List.copyOf(bill);
    approvalItems = List.copyOf(approvalItems);
  }
}

package org.yongjun.pass.verification;

import java.time.Instant;
import java.util.List;

/** An accepted verification, good for a short time and for its terminal only. It keeps no code. */
public record Verification(
    String id,
    String terminalId,
    ShownCode code,
    List<BillLine> bill,
    String channel,
    long payableFen,
    Instant at,
    Instant expiresAt) {
  public Verification {
    bill = List.copyOf(bill);
  }
}

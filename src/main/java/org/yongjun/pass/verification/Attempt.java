package org.yongjun.pass.verification;

import java.time.Instant;
import java.util.Optional;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.rule.Trace;

/**
 * One try at a terminal, kept whatever came of it.
 *
 * @param result a reason code or problem code, or {@code ACCEPTED}
 * @param code empty where a signature did not hold: nothing unverified is stored
 */
public record Attempt(
    Kind kind,
    String terminalId,
    String venueId,
    RegionCode region,
    String result,
    Optional<ShownCode> code,
    Trace trace,
    String requestId,
    Instant at) {
  public static final String ACCEPTED = "ACCEPTED";

  /** What was tried. An accepted redemption is its own record in the ledger. */
  public enum Kind {
    VERIFY,
    REDEEM
  }
}

package org.yongjun.pass.redemption;

import java.time.Instant;
import java.util.Optional;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.verification.ShownCode;

/**
 * A tap as it stands in the register of taps, for good.
 *
 * @param tap without its code
 * @param twin 0; more where the terminal had used the sequence number before
 * @param contentHash tells whether the same client id comes with other content
 * @param reason why it was rejected, or why no benefit applied; empty where one did
 * @param holder what a code that verified says; empty otherwise
 */
public record RecordedTap(
    String id,
    Origin origin,
    Tap tap,
    int twin,
    byte[] contentHash,
    Standing standing,
    String reason,
    Optional<Holder> holder,
    Settlement settlement,
    Instant receivedAt,
    String requestId) {
  /** What became of it. Stored by name: never rename. */
  public enum Standing {
    /** Recorded as a fact, with or without a benefit. */
    SETTLED,
    /** Of several that tell of the same code another one is the fact. */
    CONFLICT,
    /** Nothing that the server can take for a fact. */
    REJECTED
  }

  /** Where it happened. */
  public record Origin(String terminalId, String venueId, RegionCode region) {}

  /** Who it was, by pseudonym, and what spends the code. */
  public record Holder(String person, int issuer, long bindingIndex, String useKey) {
    static Holder of(String person, ShownCode code, String useKey) {
      return new Holder(person, code.issuer(), code.bindingIndex(), useKey);
    }
  }

  /**
   * What it led to.
   *
   * @param redemptionId empty where there is none
   * @param visitId its visit; for a conflict the one that was settled; empty where there is none
   */
  public record Settlement(
      String redemptionId, String visitId, long payableFen, long benefitValueFen) {
    static final Settlement NONE = new Settlement("", "", 0, 0);
  }

  RecordedTap asTwin(int number) {
    return new RecordedTap(
        id,
        origin,
        tap,
        number,
        contentHash,
        standing,
        reason,
        holder,
        settlement,
        receivedAt,
        requestId);
  }

  RecordedTap as(Standing other, String why, Settlement led) {
    return new RecordedTap(
        id, origin, tap, twin, contentHash, other, why, holder, led, receivedAt, requestId);
  }
}

package org.yongjun.pass.venue;

import java.time.Instant;
import java.util.Optional;
import org.yongjun.pass.kernel.RegionCode;

/**
 * What a venue applied for, and what was decided.
 *
 * @param callId the open call that it answers, if any
 * @param said its day, reason and evidence
 * @param enteredBy who must not decide it
 */
public record VenueApplication(
    String id,
    String venueId,
    RegionCode region,
    Optional<String> callId,
    String partnerClass,
    State state,
    VenueStatement said,
    String enteredBy,
    Instant enteredAt,
    Optional<Decision> decision) {
  /** How it stands. Stored by name: never rename. */
  public enum State {
    SUBMITTED,
    APPROVED,
    REJECTED,
    /** The venue was delisted before anybody decided. */
    LAPSED
  }

  /** Who decided it, when and why. */
  public record Decision(String decidedBy, Instant decidedAt, String reason) {}
}

package org.yongjun.pass.redemption;

import java.time.Instant;

/**
 * A correction (冲正): takes a redemption back in full, on its own booking day.
 *
 * @param benefitValueFen what is taken back
 */
public record Reversal(
    String redemptionId, String visitId, String reason, long benefitValueFen, Instant bookedAt) {}

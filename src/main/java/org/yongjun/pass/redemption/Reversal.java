package org.yongjun.pass.redemption;

import java.time.Instant;
import java.util.Optional;

/**
 * A correction (冲正): takes a redemption back in full, on its own booking day.
 *
 * @param benefitValueFen what is taken back
 * @param replacement the redemption of what the customer keeps; empty where everything went back,
 *     or where what is left gets no benefit
 */
public record Reversal(
    String redemptionId,
    String visitId,
    String reason,
    long benefitValueFen,
    Instant bookedAt,
    Optional<Redemption> replacement) {}

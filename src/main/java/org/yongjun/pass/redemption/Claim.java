package org.yongjun.pass.redemption;

import java.time.Instant;
import java.util.Arrays;

/**
 * An idempotency key with what it was used for and the answer that every repeat gets.
 *
 * @param requestHash SHA-256 over everything that makes two requests the same
 */
public record Claim(
    String actor, String idempotencyKey, byte[] requestHash, Answer answer, Instant createdAt) {
  boolean isFor(byte[] otherHash) {
    return Arrays.equals(requestHash, otherHash);
  }
}

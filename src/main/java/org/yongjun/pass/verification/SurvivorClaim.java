package org.yongjun.pass.verification;

import java.time.Instant;

/**
 * What an office has registered so that a survivor may use a benefit of a holder who has died, once
 * and at one venue.
 *
 * @param document number or title of the paper that proves death and kinship
 * @param expiresAt from then on it opens nothing
 */
public record SurvivorClaim(
    String id,
    String deceasedHolderId,
    String survivorHolderId,
    String venueId,
    String document,
    String registeredBy,
    Instant registeredAt,
    Instant expiresAt) {
  public static final int DOCUMENT_LENGTH_MAX = 120;

  /** Papers may name persons. */
  @Override
  public String toString() {
    return "SurvivorClaim[" + id + "]";
  }
}

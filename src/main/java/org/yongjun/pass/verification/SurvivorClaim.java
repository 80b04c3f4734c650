package org.yongjun.pass.verification;

import java.time.Instant;

/**
 * What an office has registered so that a survivor may use a benefit of a holder who has died, once
 * and at one venue.
 *
 * @param sealedDocument number or title of the paper that proves death and kinship, under the key
 *     of the deceased
 * @param documentIndex keyed hash of the same: one claim per deceased, venue and paper
 * @param expiresAt from then on it opens nothing
 */
public record SurvivorClaim(
    String id,
    String deceasedHolderId,
    String survivorHolderId,
    String venueId,
    String sealedDocument,
    String documentIndex,
    String registeredBy,
    Instant registeredAt,
    Instant expiresAt) {
  public static final int DOCUMENT_LENGTH_MAX = 120;

  /** Nothing that leads to a person. */
  @Override
  public String toString() {
    return "SurvivorClaim[" + id + "]";
  }
}

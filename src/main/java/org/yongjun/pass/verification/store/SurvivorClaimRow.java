package org.yongjun.pass.verification.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.yongjun.pass.verification.SurvivorClaim;

/** A row of {@code survivor_claim}. */
@MappedEntity("survivor_claim")
record SurvivorClaimRow(
    @Id String id,
    String deceasedHolderId,
    String survivorHolderId,
    String venueId,
    String sealedDocument,
    String documentIndex,
    String registeredBy,
    Instant registeredAt,
    Instant expiresAt) {
  static SurvivorClaimRow of(SurvivorClaim claim) {
    return new SurvivorClaimRow(
        claim.id(),
        claim.deceasedHolderId(),
        claim.survivorHolderId(),
        claim.venueId(),
        claim.sealedDocument(),
        claim.documentIndex(),
        claim.registeredBy(),
        claim.registeredAt(),
        claim.expiresAt());
  }

  SurvivorClaim toDomain() {
    return new SurvivorClaim(
        id,
        deceasedHolderId,
        survivorHolderId,
        venueId,
        sealedDocument,
        documentIndex,
        registeredBy,
        registeredAt,
        expiresAt);
  }

  @Override
  public String toString() {
    return "SurvivorClaimRow[" + id + "]";
  }
}

package org.yongjun.pass.verification;

import java.util.Optional;

/** Keeps survivors' claims; they are never changed. */
public interface SurvivorClaimStore {
  /** False where that paper has opened a claim for that deceased at that venue before. */
  boolean insert(SurvivorClaim claim);

  Optional<SurvivorClaim> findByPaper(
      String deceasedHolderId, String venueId, String documentIndex);

  Optional<SurvivorClaim> findById(String id);
}

package org.yongjun.pass.verification;

import java.util.Optional;

/** Keeps survivors' claims; they are never changed. */
public interface SurvivorClaimStore {
  void insert(SurvivorClaim claim);

  Optional<SurvivorClaim> findById(String id);
}

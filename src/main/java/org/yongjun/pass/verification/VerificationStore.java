package org.yongjun.pass.verification;

import java.util.Optional;

/** Keeps accepted verifications until they are redeemed or run out. */
public interface VerificationStore {
  void insert(Verification verification);

  /** False when it was spent before; in the caller's transaction. */
  boolean spend(String id);

  Optional<Verification> findById(String id);
}

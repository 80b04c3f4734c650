package org.yongjun.pass.verification;

import java.util.Optional;

/** Keeps accepted verifications until they are redeemed or run out. */
public interface VerificationStore {
  void insert(Verification verification);

  Optional<Verification> findById(String id);
}

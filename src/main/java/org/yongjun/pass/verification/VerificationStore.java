package org.yongjun.pass.verification;

import java.time.Instant;
import java.util.Optional;

/** Keeps accepted verifications until they are redeemed or run out. */
public interface VerificationStore {
  void insert(Verification verification);

  /** False when it was spent before; in the caller's transaction. */
  boolean spend(String id);

  Optional<Verification> findById(String id);

  /** Forgets a batch of those that ran out before {@code time}; returns how many. */
  int deleteExpired(Instant time);
}

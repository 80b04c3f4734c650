package org.yongjun.pass.redemption;

/**
 * Tells early that a request with the same idempotency key is being handled. It only saves work:
 * the database's unique key decides, also where this is down or has forgotten.
 */
public interface InFlight {
  /** False when another request with this key is known to be under way. */
  boolean enter(String actor, String idempotencyKey);

  void leave(String actor, String idempotencyKey);
}

package org.yongjun.pass.redemption;

import org.yongjun.pass.verification.Presented;

/**
 * What a terminal asks to redeem: an accepted verification of its own, or a bill with a code or
 * with the visit that it continues.
 */
public sealed interface RedeemCommand {
  /** Drawn by the terminal before its first try; belongs to the terminal for ever. */
  String idempotencyKey();

  record OfVerification(String idempotencyKey, String verificationId) implements RedeemCommand {}

  record OfBill(String idempotencyKey, Presented presented) implements RedeemCommand {}
}

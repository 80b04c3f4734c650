package org.yongjun.pass.redemption;

import org.yongjun.pass.verification.Presented;

/** What a terminal asks to redeem: an accepted verification of its own, or a code and a bill. */
public sealed interface RedeemCommand {
  /** Drawn by the terminal before its first try; belongs to the terminal for ever. */
  String idempotencyKey();

  record OfVerification(String idempotencyKey, String verificationId) implements RedeemCommand {}

  record OfCode(String idempotencyKey, Presented presented) implements RedeemCommand {}
}

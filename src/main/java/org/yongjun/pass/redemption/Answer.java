package org.yongjun.pass.redemption;

import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.Text;

/** A final answer, kept under its idempotency key. */
public sealed interface Answer {
  record Redeemed(Redemption redemption) implements Answer {}

  record Reversed(Reversal reversal) implements Answer {}

  /** A refusal that another try of the same request could not change. */
  record Refused(ReasonCode reason, Text explanation) implements Answer {}
}

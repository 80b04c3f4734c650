package org.yongjun.pass.verification;

import org.yongjun.pass.kernel.ReasonCode;

/** What the rules say of a passage that has happened: whatever they say, it stays a fact. */
public sealed interface PastExamination {
  /**
   * Whether the certificate or the entitlement has ended, before the passage or since; the gate may
   * not have known.
   */
  boolean isRevoked();

  /** A benefit applied then, at the price of the versions in force then. */
  record Granted(Examination.Granted examination, boolean isRevoked) implements PastExamination {}

  /** No benefit applied then. */
  record Refused(ReasonCode reason, boolean isRevoked) implements PastExamination {}
}

package org.yongjun.pass.verification;

import org.yongjun.pass.kernel.ReasonCode;

/** What a code that a gate read was worth at the moment when the gate read it. */
public sealed interface PastReading {
  /** Every signature held and the times fitted. */
  record Good(ShownCode code) implements PastReading {}

  /** Nothing of such a code may be kept. */
  record Bad(ReasonCode reason) implements PastReading {}
}

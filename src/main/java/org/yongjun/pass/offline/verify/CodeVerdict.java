package org.yongjun.pass.offline.verify;

import java.util.Optional;
import org.yongjun.pass.kernel.ReasonCode;

/** What the verifier answers: the code holds, or the first reason of the order why it does not. */
public sealed interface CodeVerdict {

  /** Every step of the order passed. */
  record Accepted(VerifiedCode code) implements CodeVerdict {}

  /**
   * One step failed.
   *
   * @param reason the first that applies
   * @param code present exactly when every signature held, that is for {@code REVOKED} and later
   */
  record Refused(ReasonCode reason, Optional<VerifiedCode> code) implements CodeVerdict {
    public Refused {
      if (code.isPresent() && reason.number() <= ReasonCode.BAD_DEVICE_SIGNATURE.number()) {
        throw new IllegalArgumentException("nothing of an unverified code may be handed on");
      }
    }
  }
}

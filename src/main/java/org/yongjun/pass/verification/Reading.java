package org.yongjun.pass.verification;

import java.util.Optional;
import org.yongjun.pass.kernel.ReasonCode;

/** What a text that was shown to a terminal turned out to be. */
sealed interface Reading {
  /** A code that is good at this moment. */
  record Good(ShownCode code) implements Reading {}

  /**
   * @param code present only where every signature of it held
   */
  record Bad(ReasonCode reason, Optional<ShownCode> code) implements Reading {}
}

package org.yongjun.pass.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Bounds how many unknown short codes a terminal may try. A try is taken before the code is looked
 * up and given back where it is known, so that tries of the same moment are counted too.
 */
public interface Guesses {
  /** So many unknown codes … */
  int UNKNOWN_MAX = 10;

  /** … within this time lock short codes at the terminal. */
  Duration WINDOW = Duration.ofMinutes(10);

  /** A ticket; empty while the terminal is locked. */
  Optional<String> take(String terminalId, Instant now);

  /** The code was known. */
  void giveBack(String terminalId, String ticket);
}

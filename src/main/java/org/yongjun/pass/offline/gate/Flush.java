package org.yongjun.pass.offline.gate;

import java.time.Duration;

/**
 * When what was journalled is on the disk. The operating system has it at once in either case, so
 * that the end of the process alone loses nothing; the difference is what a power cut can lose.
 *
 * @param delay zero: every entry of a passage is forced to the disk before the decision is
 *     answered. Otherwise entries are forced together at most this much later, and a power cut can
 *     lose what was journalled since. Refusals are never waited for
 */
public record Flush(Duration delay) {
  public static final Duration DELAY_MAX = Duration.ofMillis(50);

  /** A passage that was answered is on the disk. */
  public static final Flush EACH = new Flush(Duration.ZERO);

  /** At most the last 50 ms are lost. */
  public static final Flush GROUP = new Flush(DELAY_MAX);

  public Flush {
    if (delay.isNegative() || delay.compareTo(DELAY_MAX) > 0) {
      throw new IllegalArgumentException("a delay of 0 to " + DELAY_MAX.toMillis() + " ms");
    }
  }

  boolean isEach() {
    return delay.isZero();
  }
}

package org.yongjun.pass.access;

import java.time.Duration;
import java.time.Instant;

/** Counts what a subject does; the database decides, so the count holds across instances. */
public interface Quotas {
  /**
   * Takes one of {@code max} uses in the window that began with the subject's first use.
   *
   * @param subject a keyed hash of who or what is counted, 32 bytes
   * @return false when none is left until the window ends
   */
  boolean take(byte[] subject, int max, Duration window, Instant now);
}

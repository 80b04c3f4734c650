package org.yongjun.pass.access;

import java.time.Clock;
import java.time.Duration;

/** How often an hour one phone or one network address may ask; neither is kept but as a hash. */
public final class Limits {
  public static final Duration WINDOW = Duration.ofHours(1);

  private final Quotas quotas;
  private final KeyedHash hash;
  private final Clock clock;

  public Limits(Quotas quotas, KeyedHash hash, Clock clock) {
    this.quotas = quotas;
    this.hash = hash;
    this.clock = clock;
  }

  /**
   * Takes one of {@code max} uses an hour.
   *
   * @param use what is counted, apart from any other use
   */
  boolean take(String use, String subject, int max) {
    return quotas.take(hash.of(use, subject), max, WINDOW, clock.instant());
  }
}

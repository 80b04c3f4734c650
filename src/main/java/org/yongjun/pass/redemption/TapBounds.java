package org.yongjun.pass.redemption;

import java.time.Duration;
import java.time.Instant;

/**
 * Bounds that an operator sets.
 *
 * @param oldest how long ago an event may have happened
 * @param ahead how far a terminal's clock may be ahead; an event beyond that is rejected
 * @param travelKilometresPerHour faster than this nobody travels
 * @param travelFreeMetres so near to each other that the time between does not matter
 */
public record TapBounds(
    Duration oldest, Duration ahead, int travelKilometresPerHour, int travelFreeMetres) {
  /** As far as the catalogues in memory reach back. */
  public static final Duration OLDEST_MAX = Duration.ofDays(29);

  public TapBounds {
    if (oldest.isNegative() || oldest.compareTo(OLDEST_MAX) > 0 || travelKilometresPerHour < 1) {
      throw new IllegalArgumentException("bounds of taps out of range");
    }
  }

  boolean isTooOld(Instant eventAt, Instant now) {
    return eventAt.isBefore(now.minus(oldest));
  }

  boolean isInFuture(Instant eventAt, Instant now) {
    return eventAt.isAfter(now.plus(ahead));
  }
}

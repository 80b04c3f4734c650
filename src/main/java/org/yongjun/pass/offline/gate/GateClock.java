package org.yongjun.pass.offline.gate;

import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * The gate's time: the machine's clock, but never behind the last journalled time, from which a
 * steady counter goes on where the clock was set back. A newer bundle's signed time alone moves
 * that floor, back or forth. Source: token specification, “Verification order”.
 */
final class GateClock {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final Clock machine;
  private final LongSupplier steadyNanos;
  private long floorSeconds;
  private long floorNanos;

  /**
   * @param machine may be set by anybody
   * @param steadyNanos rises evenly, from any beginning
   * @param journalledSeconds the last journalled time, 0 without one
   */
  GateClock(Clock machine, LongSupplier steadyNanos, long journalledSeconds) {
    this.machine = machine;
    this.steadyNanos = steadyNanos;
    this.floorSeconds = journalledSeconds;
    this.floorNanos = steadyNanos.getAsLong();
  }

  /** Unix seconds. */
  long now() {
    long passed = (steadyNanos.getAsLong() - floorNanos) / NANOS_PER_SECOND;
    return Math.max(machine.instant().getEpochSecond(), floorSeconds + passed);
  }

  /** The time behind which the clock does not fall, unless a bundle sets it back. */
  long floorSeconds() {
    return floorSeconds;
  }

  /** That time is signed in a newer bundle. */
  void setFloor(long seconds) {
    floorSeconds = seconds;
    floorNanos = steadyNanos.getAsLong();
  }

  /** That time, which this clock showed, was journalled. */
  void raiseFloor(long seconds) {
    long passed = (steadyNanos.getAsLong() - floorNanos) / NANOS_PER_SECOND;
    long risen = seconds - floorSeconds;
    if (risen > passed) {
      setFloor(seconds);
    } else if (risen > 0) {
      // The fraction of a second that has passed beyond it counts, or traffic would stop the clock.
      floorSeconds = seconds;
      floorNanos += risen * NANOS_PER_SECOND;
    }
  }
}

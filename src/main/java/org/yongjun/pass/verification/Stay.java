package org.yongjun.pass.verification;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Entry and exit of what is paid by time, to the second.
 *
 * @param plateIndex keyed hash of the plate, by which a stay is redeemed once whoever claims it;
 *     null until it was looked up, and where no plate was stated
 */
public record Stay(Instant entryAt, Instant exitAt, @Nullable String plateIndex) {
  public Stay {
    entryAt = entryAt.truncatedTo(ChronoUnit.SECONDS);
    exitAt = exitAt.truncatedTo(ChronoUnit.SECONDS);
  }

  public Duration length() {
    return Duration.between(entryAt, exitAt);
  }

  /** Whether both cannot be stays of one vehicle: they have some moment in common. */
  boolean overlaps(Stay other) {
    return entryAt.equals(other.entryAt)
        || entryAt.isBefore(other.exitAt) && other.entryAt.isBefore(exitAt);
  }

  Stay of(String index) {
    return new Stay(entryAt, exitAt, index);
  }

  /** Whoever has the key could find a vehicle by the hash. */
  @Override
  public String toString() {
    return "Stay";
  }
}

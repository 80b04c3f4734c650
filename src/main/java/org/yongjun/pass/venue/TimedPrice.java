package org.yongjun.pass.venue;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A fee by time, as car parks file it. A stay of at most {@code freeMinutes} costs nothing; a
 * longer one is charged from its entry on, every started period in full. With a cap, every 24 hours
 * from the entry on cost at most the cap.
 *
 * @param perMinutes length of a period, 1 … 1,440 and a divisor of 1,440, so that 24 hours are
 *     whole periods
 * @param freeMinutes 0 … 1,440
 * @param dayCapFen null where there is none; at least the price of one period
 */
public record TimedPrice(int perMinutes, int freeMinutes, @Nullable Long dayCapFen) {
  public static final int DAY_MINUTES = 1_440;

  /** The longest stay that is priced at once. */
  public static final Duration STAY_MAX = Duration.ofDays(60);

  /** 1,000 yuan for one period, so that no stay leaves the range of an amount. */
  public static final long PERIOD_FEN_MAX = 100_000;

  private static final long SECONDS_OF_MINUTE = 60;

  public TimedPrice {
    if (perMinutes < 1 || DAY_MINUTES % perMinutes != 0) {
      throw new IllegalArgumentException("24 hours are whole periods");
    }
    if (freeMinutes < 0 || freeMinutes > DAY_MINUTES) {
      throw new IllegalArgumentException("free minutes out of range");
    }
  }

  /**
   * The fee of a stay.
   *
   * @param periodFen the price of one period
   * @param stay 0 … {@link #STAY_MAX}
   */
  public long feeOf(long periodFen, Duration stay) {
    if (stay.isNegative() || stay.compareTo(STAY_MAX) > 0) {
      throw new IllegalArgumentException("no such stay");
    }
    long seconds = stay.toSeconds();
    if (seconds <= freeMinutes * SECONDS_OF_MINUTE) {
      return 0;
    }
    long daySeconds = DAY_MINUTES * SECONDS_OF_MINUTE;
    long fullDays = seconds / daySeconds;
    return Math.addExact(
        Math.multiplyExact(fullDays, feeWithinDay(periodFen, daySeconds)),
        feeWithinDay(periodFen, seconds % daySeconds));
  }

  private long feeWithinDay(long periodFen, long seconds) {
    long started = Math.ceilDiv(seconds, perMinutes * SECONDS_OF_MINUTE);
    long feeFen = Math.multiplyExact(started, periodFen);
    Long cap = dayCapFen;
    return cap == null ? feeFen : Math.min(cap, feeFen);
  }
}

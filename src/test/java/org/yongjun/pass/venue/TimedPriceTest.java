package org.yongjun.pass.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yongjun.pass.kernel.Fen;

class TimedPriceTest {
  /** 2.50 for each half hour, 15 minutes free, at most 20.00 in 24 hours. */
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    // The last free second, and the first that is not: charged from the entry on.
    "900, 0",
    "901, 250",
    "1800, 250",
    // A started period counts in full.
    "1801, 500",
    // 8 periods are 20.00; the 9th is free.
    "14400, 2000",
    "14401, 2000",
    "86400, 2000",
    // The second day begins after 24 hours, with a period of its own.
    "86401, 2250",
    // 2 days and 61 minutes: 40.00 + 3 × 2.50.
    "176460, 4750",
  })
  void feesAreByStartedPeriodUpToTheCap(long seconds, long feeFen) {
    assertEquals(feeFen, new TimedPrice(30, 15, 2000L).feeOf(250, Duration.ofSeconds(seconds)));
  }

  @Test
  void withoutACapEveryPeriodIsPaid() {
    // 25 h and 1 s: 26 started hours of 1.00.
    assertEquals(2600, new TimedPrice(60, 0, null).feeOf(100, Duration.ofSeconds(90_001)));
  }

  @Test
  void theLongestStayStaysInRange() {
    // 60 days of 1,440 periods of 1,000.00.
    assertEquals(
        8_640_000_000L,
        new TimedPrice(1, 0, null).feeOf(TimedPrice.PERIOD_FEN_MAX, TimedPrice.STAY_MAX));
    assertTrue(8_640_000_000L <= Fen.AMOUNT_MAX);
    assertThrows(
        IllegalArgumentException.class,
        () -> new TimedPrice(1, 0, null).feeOf(1, TimedPrice.STAY_MAX.plusSeconds(1)));
  }

  @Test
  void twentyFourHoursAreWholePeriods() {
    assertThrows(IllegalArgumentException.class, () -> new TimedPrice(7, 0, null));
  }
}

package org.yongjun.pass.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningHoursTest {
  private static final OpeningHours WEDNESDAY =
      new OpeningHours(
          List.of(
              new OpeningHours.Period(DayOfWeek.WEDNESDAY, LocalTime.of(14, 0), LocalTime.MIDNIGHT),
              new OpeningHours.Period(
                  DayOfWeek.WEDNESDAY, LocalTime.of(8, 30), LocalTime.of(12, 0))));

  /** 25 November 2026 is a Wednesday; China is eight hours ahead of UTC. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-25T00:29:59Z, false",
    "2026-11-25T00:30:00Z, true",
    "2026-11-25T04:00:00Z, false",
    "2026-11-25T06:00:00Z, true",
    "2026-11-25T15:59:59Z, true",
    "2026-11-25T16:00:00Z, false",
  })
  void aVenueIsOpenByTheClocksOfChina(Instant at, boolean open) {
    assertEquals(Optional.of(open), WEDNESDAY.isOpen(at));
  }

  @Test
  void withoutRecordedHoursNobodyKnows() {
    assertEquals(
        Optional.empty(), OpeningHours.NOT_RECORDED.isOpen(Instant.parse("2026-11-25T06:00:00Z")));
  }

  @Test
  void aPeriodMayEndAtMidnightButNotBeforeItBegins() {
    assertFalse(OpeningHours.Period.isOrdered(LocalTime.NOON, LocalTime.NOON));
    assertEquals(true, OpeningHours.Period.isOrdered(LocalTime.NOON, LocalTime.MIDNIGHT));
  }
}

package org.yongjun.pass.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yongjun.pass.platform.Outcome;

class SpanTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private static Outcome<Span> span(String from, String to, String calendar, Integer lastYears) {
    return Span.of(
        new Span.Wanted(
            Optional.ofNullable(from).map(LocalDate::parse),
            Optional.ofNullable(to).map(LocalDate::parse),
            Optional.ofNullable(calendar),
            Optional.ofNullable(lastYears)),
        TODAY);
  }

  @ParameterizedTest
  @CsvSource({
    ", , 2026, , 2026-01-01, 2026-12-31",
    ", , 2026-H1, , 2026-01-01, 2026-06-30",
    ", , 2026-H2, , 2026-07-01, 2026-12-31",
    ", , 2024-02, , 2024-02-01, 2024-02-29",
    "2025-08-01, , , , 2025-08-01, 2026-11-22",
    ", 2026-05-31, , , 2020-01-01, 2026-05-31",
    ", , , , 2020-01-01, 2026-11-22",
    ", , , 3, 2023-11-23, 2026-11-22",
    ", 2025-12-31, , 1, 2025-01-01, 2025-12-31",
    "2026-11-22, 2026-11-22, , , 2026-11-22, 2026-11-22",
  })
  void everyTimeBaseNamesItsDays(
      String from, String to, String calendar, Integer years, LocalDate first, LocalDate last) {
    assertEquals(Outcome.done(new Span(first, last)), span(from, to, calendar, years));
  }

  @Test
  void theFirstDayIsSaidInOneWayOnly() {
    assertInstanceOf(Outcome.Refused.class, span("2026-01-01", null, "2026", null));
    assertInstanceOf(Outcome.Refused.class, span(null, null, "2026", 2));
    assertInstanceOf(Outcome.Refused.class, span("2026-01-01", null, null, 2));
  }

  @Test
  void reversedAndEndlessSpansAreRefused() {
    assertInstanceOf(Outcome.Refused.class, span("2026-01-02", "2026-01-01", null, null));
    assertInstanceOf(Outcome.Refused.class, span("1900-01-01", null, null, null));
    assertInstanceOf(Outcome.Refused.class, span(null, null, "2026-13", null));
  }
}

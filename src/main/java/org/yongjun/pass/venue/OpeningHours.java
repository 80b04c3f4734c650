package org.yongjun.pass.venue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.kernel.BusinessTime;

/**
 * When a venue is open in an ordinary week, by the clocks of China; holidays are not in it.
 *
 * @param periods sorted by day and time, none over midnight; empty where nothing is recorded
 */
public record OpeningHours(List<Period> periods) {
  /** Three a day are more than any venue has. */
  public static final int PERIODS_MAX = 21;

  public static final OpeningHours NOT_RECORDED = new OpeningHours(List.of());

  /** Part of a day, the end not included; an end of 00:00 is midnight. */
  public record Period(DayOfWeek day, LocalTime from, LocalTime to) {
    public Period {
      if (!isOrdered(from, to)) {
        throw new IllegalArgumentException("a period ends after it begins");
      }
    }

    /** Whether such a period may be: it ends after it begins, at midnight at the latest. */
    public static boolean isOrdered(LocalTime from, LocalTime to) {
      return to.equals(LocalTime.MIDNIGHT) || to.isAfter(from);
    }

    boolean contains(DayOfWeek weekday, LocalTime time) {
      return day == weekday
          && !time.isBefore(from)
          && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
    }
  }

  public OpeningHours {
    if (periods.size() > PERIODS_MAX) {
      throw new IllegalArgumentException("at most " + PERIODS_MAX + " periods");
    }
    periods =
        periods.stream()
            .sorted(Comparator.comparing(Period::day).thenComparing(Period::from))
            .toList();
  }

  /** Whether it is open at that moment; empty where no hours are recorded. */
  public Optional<Boolean> isOpen(Instant at) {
    if (periods.isEmpty()) {
      return Optional.empty();
    }
    ZonedDateTime local = at.atZone(BusinessTime.ZONE);
    return Optional.of(
        periods.stream()
            .anyMatch(period -> period.contains(local.getDayOfWeek(), local.toLocalTime())));
  }
}

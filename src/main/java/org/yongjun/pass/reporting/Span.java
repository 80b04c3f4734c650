package org.yongjun.pass.reporting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;

/**
 * The days of a figure.
 *
 * @param from first day, inclusive
 * @param to last day, inclusive
 */
public record Span(LocalDate from, LocalDate to) {
  /** Nothing that is counted here happened earlier; cumulative figures begin with this day. */
  public static final LocalDate BEGINNING = LocalDate.of(2020, 1, 1);

  public static final int LAST_YEARS_MAX = 20;

  /** No figure spans more days. */
  public static final int DAYS_MAX = 366 * 50;

  /** A calendar year, half-year or month. */
  public static final String CALENDAR_PATTERN = "(20[0-9]{2})(?:-(?:H([12])|(0[1-9]|1[0-2])))?";

  private static final Pattern CALENDAR = Pattern.compile(CALENDAR_PATTERN);

  /**
   * What a caller says of the days; all may be empty.
   *
   * @param from since that day
   * @param to until that day; today where it is missing
   * @param calendar {@code 2026}, {@code 2026-H1} or {@code 2026-07}; stands alone
   * @param lastYears so many years that end on {@code to}; not together with {@code from}
   */
  public record Wanted(
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      Optional<String> calendar,
      Optional<Integer> lastYears) {}

  /** The days that are meant; without any first day they are cumulative, from the beginning. */
  public static Outcome<Span> of(Wanted wanted, LocalDate today) {
    boolean isCalendar = wanted.calendar().isPresent();
    boolean isMixed =
        isCalendar
            ? wanted.from().isPresent() || wanted.to().isPresent() || wanted.lastYears().isPresent()
            : wanted.from().isPresent() && wanted.lastYears().isPresent();
    if (isMixed) {
      return Outcome.refused(
          Problem.invalid(
              isCalendar ? "/calendar" : "/lastYears",
              "from/to、calendar、lastYears 只能用一种说明起始日期",
              "Say the first day in one way: from, calendar or lastYears"));
    }
    if (isCalendar) {
      return ofCalendar(wanted.calendar().get());
    }
    LocalDate to = wanted.to().orElse(today);
    LocalDate from =
        wanted
            .lastYears()
            .map(years -> to.minusYears(years).plusDays(1))
            .orElseGet(() -> wanted.from().orElse(BEGINNING));
    long days = ChronoUnit.DAYS.between(from, to);
    return days < 0 || days >= DAYS_MAX
        ? Outcome.refused(
            Problem.invalid("/to", "起止日期不正确或跨度过大", "The days are reversed or too far apart"))
        : Outcome.done(new Span(from, to));
  }

  private static Outcome<Span> ofCalendar(String calendar) {
    Matcher matcher = CALENDAR.matcher(calendar);
    if (!matcher.matches()) {
      return Outcome.refused(
          Problem.invalid(
              "/calendar",
              "应为年（2026）、半年（2026-H1）或月（2026-07）",
              "A year (2026), half-year (2026-H1) or month (2026-07)"));
    }
    int year = Integer.parseInt(matcher.group(1));
    String half = matcher.group(2);
    String month = matcher.group(3);
    int first = half == null ? (month == null ? 1 : Integer.parseInt(month)) : half(half);
    int last = month == null ? (half == null ? 12 : first + 5) : first;
    return Outcome.done(
        new Span(LocalDate.of(year, first, 1), YearMonth.of(year, last).atEndOfMonth()));
  }

  private static int half(String half) {
    return half.equals("1") ? 1 : 7;
  }
}

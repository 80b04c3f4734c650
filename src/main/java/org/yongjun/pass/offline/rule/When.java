package org.yongjun.pass.offline.rule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.kernel.Text;

/**
 * When an item applies, in business time (Asia/Shanghai). Empty lists and sets mean any time.
 *
 * @param effectiveFrom the first day
 * @param effectiveTo the last day, null while there is none
 * @param windows periods of days, of which one must be running (festivals); each is an edition, or
 *     several that name the same edition are one
 * @param weekdays the days of the week
 * @param hours periods of the day, of which one must be running
 */
public record When(
    LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    List<Window> windows,
    Set<DayOfWeek> weekdays,
    List<Hours> hours) {
  /** The most windows, and the most hours, of one item. */
  public static final int PERIODS_MAX = 50;

  /**
   * Days from the first to the last, both included.
   *
   * @param edition the name of the edition (届) that the days belong to, null for one of their own
   */
  public record Window(LocalDate from, LocalDate to, @Nullable String edition) {
    public Window(LocalDate from, LocalDate to) {
      this(from, to, null);
    }

    public Window {
      if (to.isBefore(from)) {
        throw new IllegalArgumentException("a window ends after it begins");
      }
    }

    boolean contains(LocalDate date) {
      return !date.isBefore(from) && !date.isAfter(to);
    }
  }

  /** Part of a day, the end not included; an end of 00:00 is midnight. Never over midnight. */
  public record Hours(LocalTime from, LocalTime to) {
    public Hours {
      if (!to.equals(LocalTime.MIDNIGHT) && !to.isAfter(from)) {
        throw new IllegalArgumentException("hours end after they begin");
      }
    }

    boolean contains(LocalTime time) {
      return !time.isBefore(from) && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
    }
  }

  public When {
    if (effectiveTo != null && effectiveTo.isBefore(effectiveFrom)) {
      throw new IllegalArgumentException("the effective range is reversed");
    }
    windows = List.copyOf(windows);
    weekdays = Set.copyOf(weekdays);
    hours = List.copyOf(hours);
    if (windows.size() > PERIODS_MAX || hours.size() > PERIODS_MAX) {
      throw new IllegalArgumentException("at most " + PERIODS_MAX + " periods");
    }
  }

  /** From a day on, without an end. */
  public static When from(LocalDate date) {
    return new When(date, null, List.of(), Set.of(), List.of());
  }

  /** Whether the effective dates contain the business date of that moment. */
  public boolean isInForce(Instant at) {
    LocalDate date = at.atZone(BusinessTime.ZONE).toLocalDate();
    return !date.isBefore(effectiveFrom) && (effectiveTo == null || !date.isAfter(effectiveTo));
  }

  /**
   * The first day of the edition that contains a moment: of the window, or of the earliest window
   * of the same edition. Empty where no window is running.
   */
  public Optional<LocalDate> editionStart(Instant at) {
    LocalDate date = BusinessTime.dayOf(at);
    Optional<Window> running =
        windows.stream()
            .filter(window -> window.contains(date))
            .min(Comparator.comparing(Window::from));
    return running.map(
        window ->
            windows.stream()
                .filter(each -> window.edition() != null && window.edition().equals(each.edition()))
                .map(Window::from)
                .min(Comparator.naturalOrder())
                .orElse(window.from()));
  }

  Decision decide(Instant at) {
    ZonedDateTime local = at.atZone(BusinessTime.ZONE);
    LocalDate date = local.toLocalDate();
    if (!isInForce(at)) {
      return Decision.failed(effectiveText());
    }
    if (!windows.isEmpty() && windows.stream().noneMatch(window -> window.contains(date))) {
      return Decision.failed(windowText());
    }
    if (!weekdays.isEmpty() && !weekdays.contains(date.getDayOfWeek())) {
      return Decision.failed(weekdayText());
    }
    LocalTime time = local.toLocalTime();
    if (!hours.isEmpty() && hours.stream().noneMatch(period -> period.contains(time))) {
      return Decision.failed(hourText());
    }
    return Decision.held(effectiveText());
  }

  private Text effectiveText() {
    if (effectiveTo == null) {
      return new Text("自 " + effectiveFrom + " 起有效", "In force from " + effectiveFrom);
    }
    return new Text(
        "有效期为 " + effectiveFrom + " 至 " + effectiveTo,
        "In force from " + effectiveFrom + " to " + effectiveTo);
  }

  private Text windowText() {
    return new Text(
        "仅限以下日期："
            + windows.stream().map(w -> w.from() + " 至 " + w.to()).collect(Collectors.joining("、")),
        "Only on these days: "
            + windows.stream()
                .map(w -> w.from() + " to " + w.to())
                .collect(Collectors.joining(", ")));
  }

  private Text weekdayText() {
    TreeSet<DayOfWeek> sorted = new TreeSet<>(weekdays);
    return new Text(
        "仅限" + names(sorted, Locale.SIMPLIFIED_CHINESE, "、"),
        "Only on " + names(sorted, Locale.ENGLISH, ", "));
  }

  private static String names(Set<DayOfWeek> days, Locale locale, String separator) {
    return days.stream()
        .map(day -> day.getDisplayName(TextStyle.FULL, locale))
        .collect(Collectors.joining(separator));
  }

  private Text hourText() {
    String periods =
        hours.stream().map(h -> h.from() + "–" + h.to()).collect(Collectors.joining(", "));
    return new Text("仅限每日 " + periods, "Only between " + periods);
  }
}

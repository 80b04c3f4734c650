package org.yongjun.pass.offline.rule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.kernel.Fen;
import org.yongjun.pass.kernel.Text;

/**
 * How often, or up to which sum, an item may be used.
 *
 * @param subject whose uses are counted together
 * @param period over which business period (Asia/Shanghai days; weeks begin on Monday)
 * @param max the most that is granted in one period, at least 1
 */
public record Limit(Subject subject, Period period, Unit unit, long max) {
  /**
   * Whose uses count together: of one item, or with PROGRAMME of all items of a catalogue that
   * state such a limit. HOLDER, HOUSEHOLD and VENUE count each of them apart, ITEM and PROGRAMME
   * count everybody together.
   */
  public enum Subject {
    HOLDER("每位持证人", "per holder"),
    HOUSEHOLD("每户家庭", "per household"),
    ITEM("此项优待", "for this benefit"),
    VENUE("每个场所", "per venue"),
    PROGRAMME("全部优待", "for the whole programme");

    private final Text text;

    Subject(String zh, String en) {
      this.text = new Text(zh, en);
    }
  }

  /** Over which time. */
  public enum Period {
    DAY("每天", "a day"),
    WEEK("每周", "a week"),
    MONTH("每月", "a month"),
    YEAR("每年", "a year"),
    EVER("总共", "in all");

    private final Text text;

    Period(String zh, String en) {
      this.text = new Text(zh, en);
    }

    /**
     * The first business day of the period that contains a moment: the one place that says when a
     * period begins. Weeks begin on Monday; EVER began at 1970-01-01.
     */
    public LocalDate startOf(Instant at) {
      LocalDate day = BusinessTime.dayOf(at);
      return switch (this) {
        case DAY -> day;
        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        case MONTH -> day.withDayOfMonth(1);
        case YEAR -> day.withDayOfYear(1);
        case EVER -> LocalDate.EPOCH;
      };
    }
  }

  /** What is counted: one bill is one use; fen are benefit value. */
  public enum Unit {
    USES,
    FEN
  }

  public Limit {
    if (max < 1) {
      throw new IllegalArgumentException("a limit grants at least 1");
    }
  }

  /** What is left after {@code used}, never negative. */
  long remaining(long used) {
    return Math.max(0, max - used);
  }

  /** The id under which uses are counted: the item's, or its catalogue's. */
  public String scopeOf(Item item) {
    return subject == Subject.PROGRAMME ? item.programme() : item.id();
  }

  /** The limit in words, e.g. “Limited to 2 uses a day per holder; this is used up”. */
  Text reached() {
    return text("已用完", "this is used up");
  }

  /** The same with what is left, e.g. “…; 1 use(s) left”. */
  Text left(long remaining) {
    return unit == Unit.USES
        ? text("尚余 " + remaining + " 次", remaining + " use(s) left")
        : text("尚余 " + Fen.yuan(remaining) + " 元", Fen.yuan(remaining) + " yuan left");
  }

  private Text text(String zhEnd, String enEnd) {
    String zhAmount = unit == Unit.USES ? "限 " + max + " 次" : "限优惠 " + Fen.yuan(max) + " 元";
    String enAmount =
        unit == Unit.USES ? max + " use(s) " : "a benefit of " + Fen.yuan(max) + " yuan ";
    return new Text(
        subject.text.zh() + period.text.zh() + zhAmount + "，" + zhEnd,
        "Limited to " + enAmount + period.text.en() + " " + subject.text.en() + "; " + enEnd);
  }
}

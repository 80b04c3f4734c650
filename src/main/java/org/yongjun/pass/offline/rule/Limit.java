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
    EVER("总共", "in all"),
    /** The festival window of the item that contains the moment, see {@link When}. */
    EDITION("每届", "an edition");

    private final Text text;

    Period(String zh, String en) {
      this.text = new Text(zh, en);
    }

    /** Weeks begin on Monday; EVER began at 1970-01-01. */
    private LocalDate startOf(Instant at, When when) {
      LocalDate day = BusinessTime.dayOf(at);
      return switch (this) {
        case DAY -> day;
        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        case MONTH -> day.withDayOfMonth(1);
        case YEAR -> day.withDayOfYear(1);
        case EVER -> LocalDate.EPOCH;
        case EDITION -> when.editionStart(at).orElse(LocalDate.EPOCH);
      };
    }
  }

  /** What is counted. */
  public enum Unit {
    /** One bill is one use; of a bundle, one visit. */
    USES("次", "use(s)"),
    /** Visits: several bills of one visit count once. */
    VISITS("人次", "visit(s)"),
    /** Distinct persons: whoever is counted in the period comes back as often as they like. */
    HOLDERS("人", "person(s)"),
    /** Benefit value in fen. */
    FEN("元", "yuan");

    private final Text text;

    Unit(String zh, String en) {
      this.text = new Text(zh, en);
    }

    /** An amount of the unit in words, e.g. “2 use(s)” or “17.60 yuan”. */
    private Text of(long amount) {
      String number = this == FEN ? Fen.yuan(amount) : Long.toString(amount);
      return new Text(number + " " + text.zh(), number + " " + text.en());
    }
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

  /**
   * The first business day of the period that contains a moment: the one place that says when a
   * period begins. Outside any edition of the item, where it does not apply, 1970-01-01.
   */
  public LocalDate periodStart(Item item, Instant at) {
    return period.startOf(at, item.when());
  }

  /**
   * Whether a bill adds nothing to this limit, because the visit or the person is counted already:
   * the one place that says so, for pricing and for counting. Of a programme's uses, a visit is
   * counted by whichever bundle it used first.
   *
   * @param visit what the visit that the bill continues has redeemed
   */
  public boolean isCounted(Item item, VisitSoFar visit, Usage usage) {
    return switch (unit) {
      case USES -> item.extras().bundle() && (visit.has(item) || usage.isCounted(item, this));
      case VISITS, HOLDERS -> usage.isCounted(item, this);
      case FEN -> false;
    };
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
    Text left = unit.of(remaining);
    return text("尚余 " + left.zh(), left.en() + " left");
  }

  /** The same for a visit or a person that it counts already. */
  Text counted() {
    return unit == Unit.HOLDERS
        ? text("此人已计入", "this person is counted already")
        : text("本次到访已计入", "this visit is counted already");
  }

  private Text text(String zhEnd, String enEnd) {
    Text most = unit.of(max);
    String zhWhat = unit == Unit.FEN ? "限优惠 " : "限 ";
    String enWhat = unit == Unit.FEN ? "a benefit of " : "";
    return new Text(
        subject.text.zh() + period.text.zh() + zhWhat + most.zh() + "，" + zhEnd,
        "Limited to "
            + enWhat
            + most.en()
            + " "
            + period.text.en()
            + " "
            + subject.text.en()
            + "; "
            + enEnd);
  }
}

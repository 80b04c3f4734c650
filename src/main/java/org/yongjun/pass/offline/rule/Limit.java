package org.yongjun.pass.offline.rule;

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
  /** Whose uses count together. */
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

  /** The limit in words, e.g. “Limited to 2 uses a day per holder; this is used up”. */
  Text reached() {
    String zhAmount = unit == Unit.USES ? "限 " + max + " 次" : "限优惠 " + Fen.yuan(max) + " 元";
    String enAmount =
        unit == Unit.USES ? max + " use(s) " : "a benefit of " + Fen.yuan(max) + " yuan ";
    return new Text(
        subject.text.zh() + period.text.zh() + zhAmount + "，已用完",
        "Limited to "
            + enAmount
            + period.text.en()
            + " "
            + subject.text.en()
            + "; this is used up");
  }
}

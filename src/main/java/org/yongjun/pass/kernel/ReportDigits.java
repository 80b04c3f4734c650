package org.yongjun.pass.kernel;

/**
 * Numbers as the offices' reports print them: 3.4万名, 13万余张, 700余万元. What has at most two decimals
 * in its unit is printed exactly. Of anything else the two leading digits remain and 余 says that
 * there is more, so that nothing is ever printed larger than it is.
 */
public final class ReportDigits {
  private static final long WAN = 10_000;
  private static final long YI = 10_000 * WAN;

  private ReportDigits() {}

  /**
   * A count with its measure word; a negative one, where corrections outweigh, with a minus sign.
   *
   * @param count more than {@link Long#MIN_VALUE}
   * @param measure for example 人次
   */
  public static String count(long count, String measure) {
    if (count < 0) {
      return "-" + count(Math.negateExact(count), measure);
    }
    if (count < WAN) {
      return count + measure;
    }
    return count < YI ? in(count, WAN, "万", measure) : in(count, YI, "亿", measure);
  }

  /**
   * An amount in a unit that it reaches.
   *
   * @param amount at least {@code unit}
   * @param unit a multiple of 100
   * @param name 万 or 亿
   */
  public static String in(long amount, long unit, String name, String measure) {
    long whole = amount / unit;
    if (amount % (unit / 100) == 0) {
      return trimmed(whole, amount / (unit / 100) % 100) + name + measure;
    }
    if (whole < 10) {
      return trimmed(whole, amount / (unit / 10) % 10 * 10) + name + "余" + measure;
    }
    long step = 1;
    while (whole / step >= 100) {
      step *= 10;
    }
    long leading = whole / step * step;
    // 余 stands behind round numbers directly, behind others after the unit.
    return leading % 10 == 0 ? leading + "余" + name + measure : leading + name + "余" + measure;
  }

  /** Digits without zeros behind the point that say nothing. */
  public static String trimmed(long whole, long hundredths) {
    String digits = Fen.yuan(whole * 100 + hundredths);
    return digits.endsWith(".00")
        ? digits.substring(0, digits.length() - 3)
        : digits.endsWith("0") ? digits.substring(0, digits.length() - 1) : digits;
  }
}

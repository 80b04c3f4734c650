package org.yongjun.pass.reporting;

import org.yongjun.pass.kernel.Fen;

/**
 * Sums of money as the offices' reports print them: 46.79万元, 700余万元, 1.2亿余元. A sum that has at most
 * two decimals in its unit is printed exactly. Of any other the two leading digits remain and 余
 * says that there is more, so that no sum is ever printed larger than it is.
 */
public final class ReportMoney {
  private static final long FEN_PER_YUAN = 100;
  private static final long WAN_FEN = 10_000 * FEN_PER_YUAN;
  private static final long YI_FEN = 10_000 * WAN_FEN;

  private ReportMoney() {}

  /**
   * The sum in words; a negative one, where corrections outweigh, with a minus sign.
   *
   * @param amountFen more than {@link Long#MIN_VALUE}
   */
  public static String print(long amountFen) {
    if (amountFen < 0) {
      return "-" + print(Math.negateExact(amountFen));
    }
    if (amountFen < WAN_FEN) {
      return trimmed(amountFen / FEN_PER_YUAN, amountFen % FEN_PER_YUAN) + "元";
    }
    return amountFen < YI_FEN ? print(amountFen, WAN_FEN, "万") : print(amountFen, YI_FEN, "亿");
  }

  private static String print(long amountFen, long unitFen, String unit) {
    long hundredthFen = unitFen / 100;
    long whole = amountFen / unitFen;
    if (amountFen % hundredthFen == 0) {
      return trimmed(whole, amountFen / hundredthFen % 100) + unit + "元";
    }
    if (whole < 10) {
      return trimmed(whole, amountFen / (unitFen / 10) % 10 * 10) + unit + "余元";
    }
    long step = 1;
    while (whole / step >= 100) {
      step *= 10;
    }
    long leading = whole / step * step;
    // 余 stands behind round numbers directly, behind others after the unit.
    return leading % 10 == 0 ? leading + "余" + unit + "元" : leading + unit + "余元";
  }

  /** Digits without zeros behind the point that say nothing. */
  private static String trimmed(long whole, long hundredths) {
    String digits = Fen.yuan(whole * FEN_PER_YUAN + hundredths);
    return digits.endsWith(".00")
        ? digits.substring(0, digits.length() - 3)
        : digits.endsWith("0") ? digits.substring(0, digits.length() - 1) : digits;
  }
}

package org.yongjun.pass.reporting;

import org.yongjun.pass.kernel.ReportDigits;

/** Sums of money as the offices' reports print them: 46.79万元, 700余万元, 1.2亿余元. */
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
      return ReportDigits.trimmed(amountFen / FEN_PER_YUAN, amountFen % FEN_PER_YUAN) + "元";
    }
    return amountFen < YI_FEN
        ? ReportDigits.in(amountFen, WAN_FEN, "万", "元")
        : ReportDigits.in(amountFen, YI_FEN, "亿", "元");
  }
}

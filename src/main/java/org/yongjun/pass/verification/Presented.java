package org.yongjun.pass.verification;

import java.util.List;

/**
 * What stands before a terminal: a shown code and a bill.
 *
 * @param channel how it is paid, for example {@code CASH} or a bank's card
 */
public record Presented(String code, List<BillLine> bill, String channel) {
  /** More parts than any real bill has, and fewer than the rules can take. */
  public static final int PARTS_MAX = 20;

  public Presented {
    bill = List.copyOf(bill);
  }

  /** Without the code: nothing that could be logged shows it. */
  @Override
  public String toString() {
    return "Presented[bill=" + bill + ", channel=" + channel + "]";
  }
}

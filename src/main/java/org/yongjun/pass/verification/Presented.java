package org.yongjun.pass.verification;

import java.util.List;

/**
 * What stands before a terminal: a shown code, or a visit that one has opened, and a bill.
 *
 * @param channel how it is paid, for example {@code CASH} or a bank's card
 */
public record Presented(By by, List<BillLine> bill, String channel) {
  /** More parts than any real bill has, and fewer than the rules can take. */
  public static final int PARTS_MAX = 20;

  /** By what the holder is known. */
  public sealed interface By {
    /** The text of a QR code, or the digits of a short code. */
    record Code(String text) implements By {
      @Override
      public String toString() {
        return "Code";
      }
    }

    /** A visit to this venue on this day: the bill is a further part of it. */
    record Visit(String id) implements By {}
  }

  public Presented {
    bill = List.copyOf(bill);
  }

  public Presented(String code, List<BillLine> bill, String channel) {
    this(new By.Code(code), bill, channel);
  }

  /** Without the code: nothing that could be logged shows it. */
  @Override
  public String toString() {
    return "Presented[bill=" + bill + ", channel=" + channel + "]";
  }
}

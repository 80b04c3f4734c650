package org.yongjun.pass.verification;

import java.util.List;
import java.util.Optional;
import org.yongjun.pass.kernel.Plate;

/**
 * What stands before a terminal: a shown code, or a visit that one has opened, and a bill.
 *
 * @param channel how it is paid, for example {@code CASH} or a bank's card
 * @param plate the number plate that the terminal read or was told, where that matters
 */
public record Presented(By by, List<BillLine> bill, String channel, Optional<Plate> plate) {
  /** More parts than any real bill has, and fewer than the rules can take. */
  public static final int PARTS_MAX = 20;

  /** Where a terminal says nothing of how it is paid. */
  public static final String CHANNEL_UNSPECIFIED = "UNSPECIFIED";

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

    /** A survivor's claim for a holder who has died. */
    record Claim(String id) implements By {}
  }

  public Presented {
    bill = List.copyOf(bill);
  }

  public Presented(String code, List<BillLine> bill, String channel) {
    this(new By.Code(code), bill, channel, Optional.empty());
  }

  Presented withBill(List<BillLine> other) {
    return new Presented(by, other, channel, plate);
  }

  Presented withChannel(String other) {
    return new Presented(by, bill, other, plate);
  }

  /** Without the code: nothing that could be logged shows it. */
  @Override
  public String toString() {
    return "Presented[bill=" + bill + ", channel=" + channel + "]";
  }
}

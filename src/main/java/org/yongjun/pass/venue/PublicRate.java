package org.yongjun.pass.venue;

import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.Fen;

/**
 * A price as a tariff states it: a sum, or a percentage of the list price; exactly one of the two.
 *
 * @param percent 0 … 100, of the list price; half a fen is rounded up
 */
public record PublicRate(@Nullable Long fen, @Nullable Integer percent) {
  public static final int PERCENT_MAX = 100;

  public PublicRate {
    if ((fen == null) == (percent == null)) {
      throw new IllegalArgumentException("a price is a sum or a percentage");
    }
    if (fen != null) {
      Fen.requireAmount(fen);
    } else if (percent < 0 || percent > PERCENT_MAX) {
      throw new IllegalArgumentException("percent " + percent);
    }
  }

  public static PublicRate ofPercent(int percent) {
    return new PublicRate(null, percent);
  }

  public static PublicRate ofFen(long fen) {
    return new PublicRate(fen, null);
  }

  /** What is paid of that list price, never more than the list price itself. */
  public long priceOf(long listFen) {
    Long sum = fen;
    Integer share = percent;
    if (sum != null) {
      return Math.min(sum, listFen);
    }
    return share == null ? listFen : Fen.percentOf(listFen, share);
  }
}

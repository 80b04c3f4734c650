package org.yongjun.pass.venue;

import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.Fen;

/**
 * One line of a venue's public tariff.
 *
 * @param label the bill part, for example {@code FARE} or {@code ADMISSION}
 * @param listFen the list price
 * @param referenceFen what everyone pays at present, where that is less (a promotion, free for all)
 * @param referenceReason why, where {@code referenceFen} is given
 * @param synthetic whether the price is made up for a demonstration
 */
public record TariffLine(
    String label,
    long listFen,
    @Nullable Long referenceFen,
    @Nullable String referenceReason,
    boolean synthetic) {
  public TariffLine {
    Fen.requireAmount(listFen);
    if (referenceFen != null && Fen.requireAmount(referenceFen) > listFen) {
      throw new IllegalArgumentException("the public never pays more than the list price");
    }
  }

  /** What the public pays. */
  public long payableByPublicFen() {
    return referenceFen == null ? listFen : referenceFen;
  }
}

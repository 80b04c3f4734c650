package org.yongjun.pass.kernel;

/**
 * A part of a whole, both shown: 970 of 1,000. A printed share is a floor, so that no rate reads
 * higher than it is.
 *
 * @param part at least 0; may exceed the whole where more was done than planned
 * @param whole at least 0
 */
public record Share(long part, long whole) {
  private static final long BASIS_POINTS = 10_000;

  public Share {
    if (part < 0 || whole < 0) {
      throw new IllegalArgumentException("a share counts things");
    }
  }

  /** Whether there is a whole to speak of. */
  public boolean isDefined() {
    return whole > 0;
  }

  /** Hundredths of a per cent, rounded down; throws where {@link #isDefined} is false. */
  public long basisPoints() {
    return Math.multiplyExact(part, BASIS_POINTS) / whole;
  }

  /** At most two decimals, rounded down and without zeros that say nothing: 97.35%, 100%. */
  public String percent() {
    long points = basisPoints();
    long hundredths = points % 100;
    String decimals =
        hundredths == 0
            ? ""
            : hundredths % 10 == 0
                ? "." + hundredths / 10
                : "." + (hundredths < 10 ? "0" : "") + hundredths;
    return points / 100 + decimals + "%";
  }
}

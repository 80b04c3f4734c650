package org.yongjun.pass.kernel;

/**
 * Money arithmetic. Amounts are {@code long} fen (1 yuan = 100 fen) and never negative; this class
 * is the only place that rounds.
 */
public final class Fen {
  /** The most that one bill part may cost: 100 million yuan. Sums of 900 such parts fit a long. */
  public static final long AMOUNT_MAX = 10_000_000_000L;

  /** The most that a rule takes off per unit: a million yuan. */
  public static final long PER_UNIT_MAX = 100_000_000L;

  /** The most units of one bill part, in 0.001 unit; with {@link #PER_UNIT_MAX} inside a long. */
  public static final long MILLI_UNITS_MAX = 1_000_000_000L;

  private Fen() {}

  /**
   * {@code percent} per cent of {@code amountFen}, rounded half up to the fen.
   *
   * @param amountFen 0 … {@link #AMOUNT_MAX}
   * @param percent 0 … 100
   * @throws IllegalArgumentException outside those ranges
   */
  public static long percentOf(long amountFen, int percent) {
    requireAmount(amountFen);
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("percent " + percent);
    }
    return (amountFen * percent + 50) / 100;
  }

  /**
   * {@code fenPerUnit} for each of {@code milliUnits} thousandths of a unit, rounded half up to the
   * fen.
   *
   * @param fenPerUnit 0 … {@link #PER_UNIT_MAX}
   * @param milliUnits 0 … {@link #MILLI_UNITS_MAX}
   * @throws IllegalArgumentException outside those ranges
   */
  public static long ofUnits(long fenPerUnit, long milliUnits) {
    if (fenPerUnit < 0 || fenPerUnit > PER_UNIT_MAX) {
      throw new IllegalArgumentException("fen per unit " + fenPerUnit);
    }
    if (milliUnits < 0 || milliUnits > MILLI_UNITS_MAX) {
      throw new IllegalArgumentException("thousandths of a unit " + milliUnits);
    }
    return (fenPerUnit * milliUnits + 500) / 1000;
  }

  /** {@code amountFen} itself; throws {@link IllegalArgumentException} outside 0 … the maximum. */
  public static long requireAmount(long amountFen) {
    if (amountFen < 0 || amountFen > AMOUNT_MAX) {
      throw new IllegalArgumentException("amount in fen " + amountFen);
    }
    return amountFen;
  }

  /**
   * Yuan with two digits, as people read it: 1760 → {@code 17.60}. Accepts negative corrections.
   */
  public static String yuan(long amountFen) {
    long absolute = Math.abs(amountFen);
    String digits = (absolute / 100) + "." + (absolute % 100 / 10) + (absolute % 10);
    return amountFen < 0 ? "-" + digits : digits;
  }
}

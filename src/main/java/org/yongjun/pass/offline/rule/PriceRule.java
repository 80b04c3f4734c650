package org.yongjun.pass.offline.rule;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.Fen;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.Text;

/**
 * What is paid for one bill part. The only rounding is {@link Fen}'s, half up to the fen, once per
 * layer: what a percentage leaves to pay is rounded, and so is what a sum per unit takes off.
 * Source: benefit rules, “Price rules”.
 */
public sealed interface PriceRule {
  /** What a rule answers. */
  sealed interface Price {}

  /**
   * The amount left to pay, at most what was asked about.
   *
   * @param used the class of the holder that gives this price
   */
  record Payable(long fen, HolderClass used) implements Price {}

  /** The rule gives no price here. */
  record NoPrice(ReasonCode reason, Text sentence) implements Price {}

  /**
   * What is to be priced.
   *
   * @param amountFen what is left to pay before this layer
   * @param referenceFen the part's reference price, which thresholds compare with
   * @param milliUnits how much is bought, in 0.001 unit; 0 where it was not said
   */
  record Asked(long amountFen, long referenceFen, long milliUnits) {}

  /**
   * Prices one bill part.
   *
   * @param classes the holder's classes that the item names; never empty
   */
  Price price(Asked asked, HolderClasses classes);

  /** Whether the rule may come as a further layer on top of the best item. */
  default boolean isStackable() {
    return false;
  }

  private static Price belowThreshold(long thresholdFen) {
    String yuan = Fen.yuan(thresholdFen);
    return new NoPrice(
        ReasonCode.CONDITION_FAILED,
        new Text("需满 " + yuan + " 元", "Needs an amount of at least " + yuan + " yuan"));
  }

  /** Nothing is paid. */
  record Free() implements PriceRule {
    @Override
    public Price price(Asked asked, HolderClasses classes) {
      return new Payable(0, classes.list().get(0));
    }
  }

  /**
   * A percentage is paid (8.5折 = 85). A holder of several classes pays the best of their tiers;
   * tiers are never multiplied.
   *
   * @param percent 0 … 100, for classes without a tier
   * @param tiers per class, 0 … 100; empty where all pay the same
   * @param thresholdFen the reference price that must be reached; 0 where there is none
   * @param capFen the most that is taken off; null where there is no such cap
   */
  record PercentPayable(
      int percent, Map<HolderClass, Integer> tiers, long thresholdFen, @Nullable Long capFen)
      implements PriceRule {
    public PercentPayable {
      requirePercent(percent);
      tiers.values().forEach(PercentPayable::requirePercent);
      EnumMap<HolderClass, Integer> copy = new EnumMap<>(HolderClass.class);
      copy.putAll(tiers);
      tiers = Collections.unmodifiableMap(copy);
      Fen.requireAmount(thresholdFen);
      if (capFen != null && Fen.requireAmount(capFen) == 0) {
        throw new IllegalArgumentException("nothing off");
      }
    }

    public PercentPayable(int percent, Map<HolderClass, Integer> tiers) {
      this(percent, tiers, 0, null);
    }

    public PercentPayable(int percent) {
      this(percent, Map.of());
    }

    private static void requirePercent(int percent) {
      if (percent < 0 || percent > 100) {
        throw new IllegalArgumentException("percent " + percent);
      }
    }

    @Override
    public Price price(Asked asked, HolderClasses classes) {
      if (asked.referenceFen() < thresholdFen) {
        return belowThreshold(thresholdFen);
      }
      HolderClass best = classes.list().get(0);
      for (HolderClass each : classes.list()) {
        if (percentFor(each) < percentFor(best)) {
          best = each;
        }
      }
      long payableFen = Fen.percentOf(asked.amountFen(), percentFor(best));
      return new Payable(
          capFen == null ? payableFen : Math.max(payableFen, asked.amountFen() - capFen), best);
    }

    /** What a class pays. */
    public int percentFor(HolderClass holderClass) {
      return tiers.getOrDefault(holderClass, percent);
    }
  }

  /**
   * A sum less (满减). Of several steps the best that the reference price reaches counts, once. One
   * step with a cap is taken off for every full threshold, up to the cap.
   *
   * @param steps 1 to {@link #STEPS_MAX}, each with a higher threshold and a greater sum than the
   *     one before
   * @param capFen null where there is none; needs a single step with a threshold
   */
  record AmountOff(List<Step> steps, @Nullable Long capFen) implements PriceRule {
    public static final int STEPS_MAX = 10;

    /**
     * So much off from so much on.
     *
     * @param thresholdFen 0 where there is none
     * @param offFen at least 1
     */
    public record Step(long thresholdFen, long offFen) {
      public Step {
        Fen.requireAmount(thresholdFen);
        if (Fen.requireAmount(offFen) == 0) {
          throw new IllegalArgumentException("nothing off");
        }
      }
    }

    public AmountOff {
      steps = List.copyOf(steps);
      if (steps.isEmpty() || steps.size() > STEPS_MAX) {
        throw new IllegalArgumentException("1 to " + STEPS_MAX + " steps");
      }
      for (int i = 1; i < steps.size(); i++) {
        if (!isHigher(steps.get(i), steps.get(i - 1))) {
          throw new IllegalArgumentException("steps rise");
        }
      }
      Step first = steps.get(0);
      boolean mayHaveCap = steps.size() == 1 && first.thresholdFen() > 0;
      if (capFen != null && (!mayHaveCap || Fen.requireAmount(capFen) < first.offFen())) {
        throw new IllegalArgumentException("a cap needs one threshold and covers one sum");
      }
    }

    /** A single step; {@code thresholdFen} is 0 where there is none. */
    public AmountOff(long offFen, long thresholdFen, @Nullable Long capFen) {
      this(List.of(new Step(thresholdFen, offFen)), capFen);
    }

    /** Whether a step may follow another: it asks for more and gives more. */
    public static boolean isHigher(Step step, Step before) {
      return step.thresholdFen() > before.thresholdFen() && step.offFen() > before.offFen();
    }

    @Override
    public Price price(Asked asked, HolderClasses classes) {
      Step reached = null;
      for (Step step : steps) {
        if (asked.referenceFen() >= step.thresholdFen()) {
          reached = step;
        }
      }
      return reached == null
          ? belowThreshold(steps.get(0).thresholdFen())
          : new Payable(
              Math.max(0, asked.amountFen() - reductionFen(reached, asked.referenceFen())),
              classes.list().get(0));
    }

    private long reductionFen(Step step, long referenceFen) {
      if (capFen == null) {
        return step.offFen();
      }
      long times = referenceFen / step.thresholdFen();
      // Compared by division, because times × off may not fit a long.
      return times > capFen / step.offFen() ? capFen : times * step.offFen();
    }

    @Override
    public boolean isStackable() {
      return true;
    }
  }

  /**
   * A sum less per unit bought, in thousandths of a unit: {@link Fen#ofUnits}.
   *
   * @param offFenPerUnit at least 1
   * @param unit names the unit, e.g. {@code LITRE}
   * @param milliUnitsMax the most of one bill part that counts; null where there is no such bound
   * @param capFen the most that is taken off; null where there is no such cap
   */
  record PerUnitOff(
      long offFenPerUnit, String unit, @Nullable Long milliUnitsMax, @Nullable Long capFen)
      implements PriceRule {
    public PerUnitOff {
      boolean isOffInRange = offFenPerUnit > 0 && offFenPerUnit <= Fen.PER_UNIT_MAX;
      boolean isMostInRange =
          milliUnitsMax == null || (milliUnitsMax > 0 && milliUnitsMax <= Fen.MILLI_UNITS_MAX);
      if (!isOffInRange || !isMostInRange) {
        throw new IllegalArgumentException("sum per unit or units out of range");
      }
      if (capFen != null && Fen.requireAmount(capFen) == 0) {
        throw new IllegalArgumentException("nothing off");
      }
    }

    @Override
    public Price price(Asked asked, HolderClasses classes) {
      if (asked.milliUnits() == 0) {
        return new NoPrice(
            ReasonCode.CONDITION_FAILED,
            new Text(
                "账单须注明数量（" + unit + "）", "The bill must say how much was bought (" + unit + ")"));
      }
      long countedMilliUnits =
          milliUnitsMax == null ? asked.milliUnits() : Math.min(asked.milliUnits(), milliUnitsMax);
      long offFen = Fen.ofUnits(offFenPerUnit, countedMilliUnits);
      long cappedFen = capFen == null ? offFen : Math.min(offFen, capFen);
      return new Payable(Math.max(0, asked.amountFen() - cappedFen), classes.list().get(0));
    }

    @Override
    public boolean isStackable() {
      return true;
    }
  }

  /**
   * Exactly this is paid, or less where the part costs less anyway. A holder of several classes
   * pays the best of their tiers.
   *
   * @param fen for classes without a tier
   * @param tiers per class; empty where all pay the same
   */
  record FixedPrice(long fen, Map<HolderClass, Long> tiers) implements PriceRule {
    public FixedPrice {
      Fen.requireAmount(fen);
      tiers.values().forEach(Fen::requireAmount);
      EnumMap<HolderClass, Long> copy = new EnumMap<>(HolderClass.class);
      copy.putAll(tiers);
      tiers = Collections.unmodifiableMap(copy);
    }

    public FixedPrice(long fen) {
      this(fen, Map.of());
    }

    @Override
    public Price price(Asked asked, HolderClasses classes) {
      HolderClass best = classes.list().get(0);
      for (HolderClass each : classes.list()) {
        if (fenFor(each) < fenFor(best)) {
          best = each;
        }
      }
      return new Payable(Math.min(fenFor(best), asked.amountFen()), best);
    }

    /** What a class pays. */
    public long fenFor(HolderClass holderClass) {
      return tiers.getOrDefault(holderClass, fen);
    }
  }

  /** A priority, an escort, a window: one use without value. */
  record NonMonetary() implements PriceRule {
    @Override
    public Price price(Asked asked, HolderClasses classes) {
      return new Payable(asked.amountFen(), classes.list().get(0));
    }
  }

  /** The document promises a reduction without a figure: shown to holders, not redeemable yet. */
  record Unquantified() implements PriceRule {
    @Override
    public Price price(Asked asked, HolderClasses classes) {
      return new NoPrice(ReasonCode.NOT_PRICED, ReasonCode.NOT_PRICED.text());
    }
  }
}

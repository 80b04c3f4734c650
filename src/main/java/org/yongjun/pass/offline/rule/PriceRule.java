package org.yongjun.pass.offline.rule;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.Fen;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.Text;

/**
 * What is paid for one bill part. The only rounding is {@link Fen#percentOf}, half up to the fen,
 * once per layer. Source: benefit rules, “Price rules”.
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
   * Prices one bill part.
   *
   * @param amountFen what is left to pay before this layer
   * @param referenceFen the part's reference price, which thresholds compare with
   * @param classes the holder's classes that the item names; never empty
   */
  Price price(long amountFen, long referenceFen, HolderClasses classes);

  /** Whether the rule may come as a further layer on top of the best item. */
  default boolean isStackable() {
    return false;
  }

  /** Nothing is paid. */
  record Free() implements PriceRule {
    @Override
    public Price price(long amountFen, long referenceFen, HolderClasses classes) {
      return new Payable(0, classes.list().get(0));
    }
  }

  /**
   * A percentage is paid (8.5折 = 85). A holder of several classes pays the best of their tiers;
   * tiers are never multiplied.
   *
   * @param percent 0 … 100, for classes without a tier
   * @param tiers per class, 0 … 100; empty where all pay the same
   */
  record PercentPayable(int percent, Map<HolderClass, Integer> tiers) implements PriceRule {
    public PercentPayable {
      requirePercent(percent);
      tiers.values().forEach(PercentPayable::requirePercent);
      EnumMap<HolderClass, Integer> copy = new EnumMap<>(HolderClass.class);
      copy.putAll(tiers);
      tiers = Collections.unmodifiableMap(copy);
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
    public Price price(long amountFen, long referenceFen, HolderClasses classes) {
      HolderClass best = classes.list().get(0);
      for (HolderClass each : classes.list()) {
        if (percentFor(each) < percentFor(best)) {
          best = each;
        }
      }
      return new Payable(Fen.percentOf(amountFen, percentFor(best)), best);
    }

    private int percentFor(HolderClass holderClass) {
      return tiers.getOrDefault(holderClass, percent);
    }
  }

  /**
   * A sum less (满减). Without a cap the sum is taken off once, if the reference price reaches the
   * threshold; with a cap it is taken off for every full threshold, up to the cap.
   *
   * @param offFen at least 1
   * @param thresholdFen 0 where there is none
   * @param capFen null where there is none; needs a threshold
   */
  record AmountOff(long offFen, long thresholdFen, @Nullable Long capFen) implements PriceRule {
    public AmountOff {
      Fen.requireAmount(offFen);
      Fen.requireAmount(thresholdFen);
      if (offFen == 0) {
        throw new IllegalArgumentException("nothing off");
      }
      if (capFen != null && (thresholdFen == 0 || Fen.requireAmount(capFen) < offFen)) {
        throw new IllegalArgumentException("a cap needs a threshold and covers one sum");
      }
    }

    @Override
    public Price price(long amountFen, long referenceFen, HolderClasses classes) {
      if (referenceFen < thresholdFen) {
        String yuan = Fen.yuan(thresholdFen);
        return new NoPrice(
            ReasonCode.CONDITION_FAILED,
            new Text("需满 " + yuan + " 元", "Needs an amount of at least " + yuan + " yuan"));
      }
      return new Payable(
          Math.max(0, amountFen - reductionFen(referenceFen)), classes.list().get(0));
    }

    private long reductionFen(long referenceFen) {
      if (capFen == null) {
        return offFen;
      }
      long times = referenceFen / thresholdFen;
      // Compared by division, because times × off may not fit a long.
      return times > capFen / offFen ? capFen : times * offFen;
    }

    @Override
    public boolean isStackable() {
      return true;
    }
  }

  /** Exactly this is paid, or less where the part costs less anyway. */
  record FixedPrice(long fen) implements PriceRule {
    public FixedPrice {
      Fen.requireAmount(fen);
    }

    @Override
    public Price price(long amountFen, long referenceFen, HolderClasses classes) {
      return new Payable(Math.min(fen, amountFen), classes.list().get(0));
    }
  }

  /** A priority, an escort, a window: one use without value. */
  record NonMonetary() implements PriceRule {
    @Override
    public Price price(long amountFen, long referenceFen, HolderClasses classes) {
      return new Payable(amountFen, classes.list().get(0));
    }
  }

  /** The document promises a reduction without a figure: shown to holders, not redeemable yet. */
  record Unquantified() implements PriceRule {
    @Override
    public Price price(long amountFen, long referenceFen, HolderClasses classes) {
      return new NoPrice(ReasonCode.NOT_PRICED, ReasonCode.NOT_PRICED.text());
    }
  }
}

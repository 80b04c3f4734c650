package org.yongjun.pass.offline.rule;

import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.Fen;
import org.yongjun.pass.kernel.HolderClasses;

/**
 * The price rule for one part of the bill.
 *
 * @param label the bill part that it applies to, e.g. {@code ADMISSION}
 * @param listCapFen the most of the part's price that the agreement covers: the rule sees prices
 *     only up to it, and what lies above is paid in full; null where there is no such cap
 */
public record PartRule(String label, PriceRule rule, @Nullable Long listCapFen) {
  public PartRule {
    if (listCapFen != null && Fen.requireAmount(listCapFen) == 0) {
      throw new IllegalArgumentException("a cap covers something");
    }
  }

  public PartRule(String label, PriceRule rule) {
    this(label, rule, null);
  }

  /** As {@link PriceRule#price}, within the cap. */
  PriceRule.Price price(PriceRule.Asked asked, HolderClasses classes) {
    if (listCapFen == null) {
      return rule.price(asked, classes);
    }
    long coveredFen = Math.min(asked.amountFen(), listCapFen);
    PriceRule.Price price =
        rule.price(
            new PriceRule.Asked(
                coveredFen, Math.min(asked.referenceFen(), listCapFen), asked.milliUnits()),
            classes);
    if (price instanceof PriceRule.Payable payable) {
      return new PriceRule.Payable(asked.amountFen() - coveredFen + payable.fen(), payable.used());
    }
    return price;
  }
}

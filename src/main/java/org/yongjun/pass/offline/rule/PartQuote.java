package org.yongjun.pass.offline.rule;

import java.util.List;
import org.yongjun.pass.kernel.HolderClass;

/**
 * The price of one bill part, all amounts in fen. Holds {@code list ≥ reference ≥ payable ≥ 0} and
 * {@code benefit value = sum of the layers = reference − payable}.
 *
 * @param companion 0 for the holder's own part, else the person who comes along
 * @param layers the items that were applied, in their order; empty where none applies
 */
public record PartQuote(
    String label,
    int companion,
    long listFen,
    long referenceFen,
    List<Layer> layers,
    long payableFen,
    long benefitValueFen) {
  /**
   * What one item took off.
   *
   * @param used the class of the holder under which it was granted
   * @param reductionFen 0 for what has no value, or where it is free for everyone
   */
  public record Layer(String itemId, int version, HolderClass used, long reductionFen) {
    public Layer {
      if (reductionFen < 0) {
        throw new IllegalArgumentException("a layer never raises the price");
      }
    }
  }

  /** Of the holder's own part. */
  public PartQuote(
      String label,
      long listFen,
      long referenceFen,
      List<Layer> layers,
      long payableFen,
      long benefitValueFen) {
    this(label, 0, listFen, referenceFen, layers, payableFen, benefitValueFen);
  }

  /** The key of its {@link BillPart}. */
  public String key() {
    return BillPart.keyOf(label, companion);
  }

  public PartQuote {
    layers = List.copyOf(layers);
    if (payableFen < 0 || referenceFen < payableFen || listFen < referenceFen) {
      throw new IllegalArgumentException("list >= reference >= payable >= 0 is broken");
    }
    long sumFen = 0;
    for (Layer layer : layers) {
      sumFen = Math.addExact(sumFen, layer.reductionFen());
    }
    if (benefitValueFen != sumFen || benefitValueFen != referenceFen - payableFen) {
      throw new IllegalArgumentException("benefit value = layers = reference - payable is broken");
    }
  }
}

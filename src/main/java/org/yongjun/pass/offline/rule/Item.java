package org.yongjun.pass.offline.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yongjun.pass.kernel.Text;

/**
 * One benefit of a catalogue or of a merchant's agreement, in one immutable version.
 *
 * @param id stable over versions; the catalogue's code, a slash and the item's number
 * @param version 1 upwards
 * @param parts one to {@link #PARTS_MAX} rules, each label once
 * @param limits all of them hold
 * @param stackOrder 0: competes with other items, the best for the holder wins; 1 …: a further
 *     layer on top of the best item, in this order. Only sums off may be layers, so that two class
 *     discounts are never multiplied
 * @param synthetic whether its amounts are made up for a demonstration
 */
public record Item(
    String id,
    int version,
    Text title,
    Who who,
    Where where,
    When when,
    List<PartRule> parts,
    List<Limit> limits,
    int stackOrder,
    Proof proof,
    Source source,
    boolean synthetic) {
  public static final int PARTS_MAX = 20;
  public static final int LIMITS_MAX = 10;
  public static final int STACK_ORDER_MAX = 9;

  public Item {
    parts = List.copyOf(parts);
    limits = List.copyOf(limits);
    if (version < 1 || stackOrder < 0 || stackOrder > STACK_ORDER_MAX) {
      throw new IllegalArgumentException("version or stack order out of range");
    }
    if (parts.isEmpty() || parts.size() > PARTS_MAX || limits.size() > LIMITS_MAX) {
      throw new IllegalArgumentException("number of parts or limits out of range");
    }
    Set<String> labels = new HashSet<>();
    for (PartRule part : parts) {
      if (!labels.add(part.label())) {
        throw new IllegalArgumentException("an item has each label once");
      }
      if (stackOrder > 0 && !part.rule().isStackable()) {
        throw new IllegalArgumentException("only sums off may be layers");
      }
    }
  }

  /** The rule for a bill part with this label. */
  public Optional<PriceRule> findRule(String label) {
    return parts.stream()
        .filter(part -> part.label().equals(label))
        .map(PartRule::rule)
        .findFirst();
  }

  /** The code of the catalogue that the item stands in. */
  public String programme() {
    int slash = id.indexOf('/');
    return slash < 0 ? id : id.substring(0, slash);
  }

  boolean isLayer() {
    return stackOrder > 0;
  }
}

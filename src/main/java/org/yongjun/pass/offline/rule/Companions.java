package org.yongjun.pass.offline.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an item gives to persons who come along with the holder. They need no code of their own; the
 * holder meets the item's clauses, and what they get counts as the holder's use.
 *
 * @param max the most companions in one bill
 * @param parts the rules for their parts of the bill, each label once
 */
public record Companions(int max, List<PartRule> parts) {
  /** The most companions that any item covers. */
  public static final int COUNT_MAX = 20;

  public Companions {
    parts = List.copyOf(parts);
    if (max < 1 || max > COUNT_MAX) {
      throw new IllegalArgumentException("1 to " + COUNT_MAX + " companions");
    }
    if (parts.isEmpty() || parts.size() > Item.PARTS_MAX) {
      throw new IllegalArgumentException("number of companions' parts out of range");
    }
    Set<String> labels = new HashSet<>();
    for (PartRule part : parts) {
      if (!labels.add(part.label())) {
        throw new IllegalArgumentException("companions have each label once");
      }
    }
  }

  Optional<PartRule> find(BillPart part) {
    return part.companion() > max
        ? Optional.empty()
        : parts.stream().filter(each -> each.label().equals(part.label())).findFirst();
  }
}

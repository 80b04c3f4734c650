package org.yongjun.pass.offline.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What has been redeemed, and not reversed, in the visit that a bill continues. Whoever lets a bill
 * continue a visit states here, per item, the keys of the bill parts that the visit already has
 * ({@link BillPart#key()}); a bill that opens a visit states nothing.
 *
 * @param redeemed part keys by item id
 */
public record VisitSoFar(Map<String, Set<String>> redeemed) {
  /** The bill opens the visit. */
  public static final VisitSoFar NEW = new VisitSoFar(Map.of());

  public VisitSoFar {
    Map<String, Set<String>> copy = new HashMap<>();
    redeemed.forEach((itemId, parts) -> copy.put(itemId, Set.copyOf(parts)));
    redeemed = Map.copyOf(copy);
  }

  /** Whether the visit has used the item at all. */
  public boolean has(Item item) {
    return redeemed.containsKey(item.id());
  }

  boolean has(Item item, BillPart part) {
    return redeemed.getOrDefault(item.id(), Set.of()).contains(part.key());
  }
}

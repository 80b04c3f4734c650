package org.yongjun.pass.limit;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.Limit;

/**
 * What one bill adds to one counter.
 *
 * @param amount uses, visits, persons or fen, by the key's unit; at least 1
 * @param max what the counter may not exceed
 */
public record Charge(LimitKey key, long amount, long max) {
  /**
   * An item that a bill used, in the version that priced it.
   *
   * @param fen the benefit value that it gave, over all parts of the bill; may be 0
   */
  public record Use(Item item, long fen) {}

  public Charge {
    if (amount < 1 || max < 1) {
      throw new IllegalArgumentException("a charge adds at least 1 to a limit of at least 1");
    }
  }

  /**
   * The charges of one bill in the order of locking, each counter once: a bill is one use however
   * many of its items count there, and its fen are added up. Of several maxima the least decides.
   */
  public static List<Charge> listOf(List<Use> uses, Subjects subjects, Instant at) {
    TreeMap<LimitKey, Charge> charges = new TreeMap<>();
    for (Use use : uses) {
      TreeMap<LimitKey, Charge> ofItem = new TreeMap<>();
      for (Limit limit : use.item().limits()) {
        // Each bill opens a visit of its own, so that a visit is one use.
        long amount = limit.unit() == Limit.Unit.FEN ? use.fen() : 1;
        if (amount > 0) {
          LimitKey key = LimitKey.of(use.item(), limit, subjects, at);
          ofItem.merge(
              key,
              new Charge(key, amount, limit.max()),
              (one, other) -> new Charge(key, amount, Math.min(one.max, other.max)));
        }
      }
      ofItem.forEach((key, charge) -> charges.merge(key, charge, Charge::plus));
    }
    return List.copyOf(charges.values());
  }

  private Charge plus(Charge other) {
    long sum = key.unit() == Limit.Unit.FEN ? Math.addExact(amount, other.amount) : 1;
    return new Charge(key, sum, Math.min(max, other.max));
  }
}

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
 * @param member the person or the visit that is counted once however often it comes; empty where
 *     each bill adds
 */
public record Charge(LimitKey key, long amount, long max, String member) {
  /**
   * An item that a bill used, in the version that priced it.
   *
   * @param fen the benefit value that it gave, over all parts of the bill; may be 0
   */
  public record Use(Item item, long fen) {}

  /** A charge that each bill adds. */
  public Charge(LimitKey key, long amount, long max) {
    this(key, amount, max, "");
  }

  public Charge {
    if (amount < 1 || max < 1) {
      throw new IllegalArgumentException("a charge adds at least 1 to a limit of at least 1");
    }
  }

  /**
   * The charges of one bill in the order of locking, each counter once: a bill is one use however
   * many of its items count there, and its fen are added up. Of several maxima the least decides.
   *
   * @param visitId the visit that the bill opens or joins
   */
  public static List<Charge> listOf(List<Use> uses, Subjects subjects, String visitId, Instant at) {
    TreeMap<LimitKey, Charge> charges = new TreeMap<>();
    for (Use use : uses) {
      TreeMap<LimitKey, Charge> ofItem = new TreeMap<>();
      for (Limit limit : use.item().limits()) {
        long amount = limit.unit() == Limit.Unit.FEN ? use.fen() : 1;
        if (amount > 0) {
          LimitKey key = LimitKey.of(use.item(), limit, subjects, at);
          Charge charge =
              new Charge(key, amount, limit.max(), memberOf(use.item(), limit, subjects, visitId));
          ofItem.merge(key, charge, (one, other) -> one.max <= other.max ? one : other);
        }
      }
      ofItem.forEach((key, charge) -> charges.merge(key, charge, Charge::plus));
    }
    return List.copyOf(charges.values());
  }

  private static String memberOf(Item item, Limit limit, Subjects subjects, String visitId) {
    return switch (limit.unit()) {
      case HOLDERS -> subjects.person();
      case VISITS -> visitId;
      case USES -> item.extras().bundle() ? visitId : "";
      case FEN -> "";
    };
  }

  /** Whether the member is counted once. */
  boolean isOnce() {
    return !member.isEmpty();
  }

  /**
   * A bill is one use, and where it uses a bundle, that use is its visit's: so the visit is counted
   * already for the bundle's further parts, whatever else the first bill had.
   */
  private Charge plus(Charge other) {
    long sum = key.unit() == Limit.Unit.FEN ? Math.addExact(amount, other.amount) : 1;
    return new Charge(key, sum, Math.min(max, other.max), member.isEmpty() ? other.member : member);
  }
}

package org.yongjun.pass.redemption;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.limit.Charge;
import org.yongjun.pass.limit.Limits;
import org.yongjun.pass.limit.Subjects;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.PartQuote;

/**
 * Charges what a redemption used to its items' limits, and gives the very same back when it is
 * reversed: both are computed from the quoted parts, by the item versions that priced them.
 */
public final class LimitBook {
  private final Items items;
  private final Limits limits;

  public LimitBook(Items items, Limits limits) {
    this.items = items;
    this.limits = limits;
  }

  /** Finds items by the version that a redemption recorded. */
  @FunctionalInterface
  public interface Items {
    Optional<Item> findItem(String itemId, int version);
  }

  /**
   * What these parts use of limits, in the periods that contain {@code occurredAt}; empty where no
   * item has any.
   */
  List<Charge> chargesOf(
      List<PartQuote> parts, Subjects subjects, String visitId, Instant occurredAt) {
    record Version(String itemId, int version) {}
    Map<Version, Long> fen = new LinkedHashMap<>();
    for (PartQuote part : parts) {
      for (PartQuote.Layer layer : part.layers()) {
        fen.merge(new Version(layer.itemId(), layer.version()), layer.reductionFen(), Long::sum);
      }
    }
    List<Charge.Use> uses =
        fen.entrySet().stream()
            .map(
                each ->
                    new Charge.Use(
                        item(each.getKey().itemId(), each.getKey().version()), each.getValue()))
            .toList();
    return Charge.listOf(uses, subjects, visitId, occurredAt);
  }

  /** As {@link Limits#prepare}. */
  void prepare(List<Charge> charges) {
    limits.prepare(charges);
  }

  /** As {@link Limits#addFact}. */
  boolean addFact(Charge charge) {
    return limits.addFact(charge);
  }

  /** As {@link Limits#giveBack}. */
  void giveBack(List<Charge> charges) {
    limits.giveBack(charges);
  }

  /** As {@link Limits#exchange}. */
  boolean exchange(List<Charge> given, List<Charge> taken) {
    return limits.exchange(given, taken);
  }

  private Item item(String itemId, int version) {
    return items
        .findItem(itemId, version)
        .orElseThrow(() -> new IllegalStateException("no item " + itemId + "/" + version));
  }
}

package org.yongjun.pass.offline.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.Text;

/** Prices the parts of one bill with the items that apply, each part on its own. */
final class Pricing {
  /** One item's price for one part. */
  private record Offer(Candidate candidate, PriceRule.Payable payable) {}

  private final List<Candidate> candidates;
  private final List<Candidate> layers;
  private final Map<Candidate.Pool, Long> spentFen = new HashMap<>();
  private final Map<String, Candidate> used = new LinkedHashMap<>();
  private final List<Candidate.Failure> failures = new ArrayList<>();

  /** Takes candidates without a failure, in the order of their ids. */
  Pricing(List<Candidate> applicable) {
    this.candidates = applicable.stream().filter(each -> !each.item().isLayer()).toList();
    this.layers =
        applicable.stream()
            .filter(each -> each.item().isLayer())
            .sorted(Comparator.comparingInt(each -> each.item().stackOrder()))
            .toList();
  }

  /** The items that were applied, by id, in the order of their first use. */
  Map<String, Candidate> used() {
    return used;
  }

  /** Why an item that applies gave no price. */
  List<Candidate.Failure> failures() {
    return failures;
  }

  PartQuote price(BillPart part) {
    List<PartQuote.Layer> applied = new ArrayList<>();
    long payableFen = part.referenceFen();
    Offer best = best(part);
    if (best != null) {
      payableFen = apply(best, payableFen, applied);
    }
    for (Candidate layer : layers) {
      Offer offer = offer(layer, part, payableFen);
      if (offer != null) {
        payableFen = apply(offer, payableFen, applied);
      }
    }
    return new PartQuote(
        part.label(),
        part.listFen(),
        part.referenceFen(),
        applied,
        payableFen,
        part.referenceFen() - payableFen);
  }

  /** The lowest price; among equals the item that comes first by id. */
  private @Nullable Offer best(BillPart part) {
    Offer best = null;
    for (Candidate candidate : candidates) {
      Offer offer = offer(candidate, part, part.referenceFen());
      if (offer != null && (best == null || offer.payable().fen() < best.payable().fen())) {
        best = offer;
      }
    }
    return best;
  }

  private @Nullable Offer offer(Candidate candidate, BillPart part, long amountFen) {
    PriceRule rule = candidate.item().findRule(part.label()).orElse(null);
    if (rule == null) {
      return null;
    }
    if (!used.containsKey(candidate.item().id())) {
      Candidate.Room full = findUsedUp(candidate);
      if (full != null) {
        failures.add(candidate.usedUp(full.limit()));
        return null;
      }
    }
    PriceRule.Price price = rule.price(amountFen, part.referenceFen(), candidate.classes());
    if (price instanceof PriceRule.NoPrice none) {
      failures.add(
          new Candidate.Failure(
              none.reason(), candidate.line(Clause.PRICE, false, none.sentence())));
      return null;
    }
    PriceRule.Payable payable = (PriceRule.Payable) price;
    // A limit in fen is exact: what it no longer covers stays to be paid.
    long leastFen = amountFen - Math.min(amountFen, leftFen(candidate));
    return new Offer(
        candidate,
        new PriceRule.Payable(
            Math.max(leastFen, Math.min(payable.fen(), amountFen)), payable.used()));
  }

  private Candidate.@Nullable Room findUsedUp(Candidate candidate) {
    for (Candidate.Room room : candidate.rooms()) {
      if (leftFen(room) == 0) {
        return room;
      }
    }
    return null;
  }

  private long leftFen(Candidate candidate) {
    long least = Long.MAX_VALUE;
    for (Candidate.Room room : candidate.rooms()) {
      least = Math.min(least, leftFen(room));
    }
    return least;
  }

  /** What earlier parts of this bill have left of a room. */
  private long leftFen(Candidate.Room room) {
    return Math.max(0, room.remainingFen() - spentFen.getOrDefault(room.pool(), 0L));
  }

  private long apply(Offer offer, long amountFen, List<PartQuote.Layer> applied) {
    Item item = offer.candidate().item();
    long reductionFen = amountFen - offer.payable().fen();
    applied.add(
        new PartQuote.Layer(item.id(), item.version(), offer.payable().used(), reductionFen));
    offer.candidate().rooms().stream()
        .map(Candidate.Room::pool)
        .distinct()
        .forEach(pool -> spentFen.merge(pool, reductionFen, Long::sum));
    used.put(item.id(), offer.candidate());
    return offer.payable().fen();
  }

  /** The line for an item that applies but was not the best. */
  static TraceLine beaten(Candidate candidate) {
    return candidate.line(
        Clause.BEST_OF,
        false,
        new Text("可以享受，但另一项优待更优惠", "Applies, but another benefit is better for the holder"));
  }
}

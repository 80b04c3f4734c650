package org.yongjun.pass.offline.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.Text;

/** Prices the parts of one bill with the items that apply, each part on its own. */
final class Pricing {
  /** One item's price for one part. */
  private record Offer(Candidate candidate, PriceRule.Payable payable) {}

  private final VisitSoFar visit;
  private final List<Candidate> candidates;
  private final List<Candidate> layers;
  private final Map<Candidate.Pool, Long> spentFen = new HashMap<>();
  private final Map<String, Candidate> used = new LinkedHashMap<>();
  private final List<Candidate.Failure> failures = new ArrayList<>();
  private final Set<TraceLine> fulfilled = new LinkedHashSet<>();

  /** Takes candidates without a failure, in the order of their ids. */
  Pricing(List<Candidate> applicable, VisitSoFar visit) {
    this.visit = visit;
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

  /** A line for each item whose promise another one gives figures to. */
  Set<TraceLine> fulfilled() {
    return fulfilled;
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
      // A further layer that takes nothing off would only cost the holder a use.
      if (offer != null && (applied.isEmpty() || offer.payable().fen() < payableFen)) {
        payableFen = apply(offer, payableFen, applied);
      }
    }
    return new PartQuote(
        part.label(),
        part.companion(),
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
    PartRule rule = candidate.item().find(part).orElse(null);
    if (rule == null || isRefused(candidate, part)) {
      return null;
    }
    PriceRule.Price price =
        rule.price(
            new PriceRule.Asked(amountFen, part.referenceFen(), part.milliUnits()),
            candidate.classes());
    if (price instanceof PriceRule.NoPrice none) {
      if (!isFulfilled(candidate, part, none)) {
        failures.add(
            new Candidate.Failure(
                none.reason(), candidate.line(Clause.PRICE, false, none.sentence())));
      }
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

  /** Says why, where a bundle's part stands in the visit already or a limit in fen is used up. */
  private boolean isRefused(Candidate candidate, BillPart part) {
    Item item = candidate.item();
    if (item.extras().bundle() && visit.has(item, part)) {
      failures.add(
          new Candidate.Failure(
              ReasonCode.LIMIT_REACHED, candidate.line(Clause.LIMIT, false, usedInVisit(part))));
      return true;
    }
    Candidate.Room full = used.containsKey(item.id()) ? null : findUsedUp(candidate);
    if (full != null) {
      failures.add(candidate.usedUp(full.limit()));
    }
    return full != null;
  }

  private static Text usedInVisit(BillPart part) {
    return new Text(
        "本次到访已使用 " + part.key() + "，每次到访限一次",
        part.key() + " was used in this visit already; once per visit");
  }

  /** A promise without figures is no failure where terms that fulfil it apply to the same part. */
  private boolean isFulfilled(Candidate candidate, BillPart part, PriceRule.NoPrice none) {
    if (none.reason() != ReasonCode.NOT_PRICED) {
      return false;
    }
    Item promise = candidate.item();
    Candidate terms =
        Stream.concat(candidates.stream(), layers.stream())
            .filter(each -> promise.id().equals(each.item().extras().fulfils()))
            .filter(each -> each.item().find(part).isPresent())
            .findFirst()
            .orElse(null);
    if (terms != null) {
      String id = terms.item().id();
      fulfilled.add(
          candidate.line(Clause.FULFILS, true, new Text("由 " + id + " 落实", "Fulfilled by " + id)));
    }
    return terms != null;
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

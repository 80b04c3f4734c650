package org.yongjun.pass.offline.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yongjun.pass.kernel.Fen;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.kernel.Text;

/**
 * Evaluates benefits: a pure function of its arguments, the same on a gate and on the server, so
 * that a stored redemption can be evaluated again to the same fen.
 */
public final class Evaluator {
  private static final Comparator<Item> BY_ID =
      Comparator.comparing(Item::id).thenComparingInt(Item::version);

  /** The furthest in the order of reasons first; the items' own order decides among equals. */
  private static final Comparator<Candidate.Failure> NEAREST_FIX_FIRST =
      Comparator.comparingInt((Candidate.Failure failure) -> failure.reason().number()).reversed();

  private final Function<RegionCode, Text> regionNames;

  /** Names regions by their digits. */
  public Evaluator() {
    this(region -> new Text(region.toString(), region.toString()));
  }

  public Evaluator(Function<RegionCode, Text> regionNames) {
    this.regionNames = regionNames;
  }

  /**
   * Prices every part of the bill by the best item for the holder; refuses only where no part gets
   * one. An item that cannot be decided offline never stands in the way of one that can.
   *
   * @param items in force or not, of any venue, in any order; each id at most once
   */
  public Evaluation evaluate(Situation situation, List<Item> items) {
    if (!situation.venue().active()) {
      return refusedAtVenue(ReasonCode.VENUE_NOT_ACTIVE.text());
    }
    List<Item> here =
        items.stream()
            .filter(item -> item.where().matches(situation.venue()))
            .sorted(BY_ID)
            .toList();
    if (here.isEmpty()) {
      return refusedAtVenue(
          new Text("本场所目前没有优待项目", "No benefit is offered at this venue at the moment"));
    }
    List<Item> relevant = here.stream().filter(item -> isFor(item, situation)).toList();
    if (relevant.isEmpty()) {
      return refusedForLabels(here);
    }
    return price(
        situation,
        relevant.stream().map(item -> Candidate.of(item, situation, regionNames)).toList());
  }

  private static boolean isFor(Item item, Situation situation) {
    return situation.parts().stream().anyMatch(part -> item.find(part).isPresent());
  }

  private static Evaluation price(Situation situation, List<Candidate> candidates) {
    List<Candidate> applicable =
        candidates.stream().filter(candidate -> candidate.failure() == null).toList();
    Pricing pricing = new Pricing(applicable, situation.visit());
    List<PartQuote> quotes = situation.parts().stream().map(pricing::price).toList();
    List<Candidate.Failure> failures =
        Stream.concat(
                candidates.stream().map(Candidate::failure).flatMap(Stream::ofNullable),
                pricing.failures().stream())
            .distinct()
            .sorted(NEAREST_FIX_FIRST)
            .toList();
    return pricing.used().isEmpty()
        ? refused(failures, pricing.fulfilled(), candidates)
        : granted(situation, quotes, pricing, failures, applicable);
  }

  private static Evaluation granted(
      Situation situation,
      List<PartQuote> quotes,
      Pricing pricing,
      List<Candidate.Failure> failures,
      List<Candidate> applicable) {
    List<TraceLine> lines = new ArrayList<>();
    pricing.used().values().forEach(candidate -> lines.addAll(candidate.lines()));
    Set<String> unpriced = new HashSet<>();
    failures.forEach(failure -> unpriced.add(failure.line().itemId()));
    pricing.fulfilled().forEach(line -> unpriced.add(line.itemId()));
    applicable.stream()
        .filter(candidate -> !pricing.used().containsKey(candidate.item().id()))
        .filter(candidate -> !unpriced.contains(candidate.item().id()))
        .forEach(candidate -> lines.add(Pricing.beaten(candidate)));
    lines.addAll(pricing.fulfilled());
    failures.forEach(failure -> lines.add(failure.line()));
    situation.parts().stream().map(Evaluator::reference).forEach(lines::addAll);
    boolean photoCheck =
        pricing.used().values().stream()
            .anyMatch(candidate -> candidate.item().proof().photoCheck());
    List<Evaluation.Approval> approvals =
        pricing.used().values().stream()
            .flatMap(candidate -> approval(candidate.item(), quotes).stream())
            .toList();
    return new Evaluation.Granted(quotes, photoCheck, approvals, new Trace(lines));
  }

  private static Optional<Evaluation.Approval> approval(Item item, List<PartQuote> quotes) {
    Long aboveFen = item.proof().approvalAboveFen();
    if (aboveFen == null) {
      return Optional.empty();
    }
    long valueFen =
        quotes.stream()
            .flatMap(quote -> quote.layers().stream())
            .filter(layer -> layer.itemId().equals(item.id()))
            .mapToLong(PartQuote.Layer::reductionFen)
            .sum();
    return valueFen > aboveFen
        ? Optional.of(new Evaluation.Approval(item.id(), item.version(), aboveFen, valueFen))
        : Optional.empty();
  }

  /** Why a part's reference price is below its list price, where the bill says so. */
  private static List<TraceLine> reference(BillPart part) {
    ReferenceReason reason = part.referenceReason();
    if (reason == null) {
      return List.of();
    }
    String yuan = Fen.yuan(part.referenceFen());
    Text sentence =
        new Text(
            part.key() + " 公众价 " + yuan + " 元：" + reason.text().zh(),
            part.key() + " costs anyone " + yuan + " yuan: " + reason.text().en());
    return List.of(new TraceLine("", 0, Clause.BILL_PART, true, sentence));
  }

  private static Evaluation refused(
      List<Candidate.Failure> failures, Set<TraceLine> fulfilled, List<Candidate> candidates) {
    Candidate.Failure nearest = failures.get(0);
    List<TraceLine> lines = new ArrayList<>();
    failures.forEach(failure -> lines.add(failure.line()));
    lines.addAll(fulfilled);
    candidates.stream()
        .filter(candidate -> candidate.item().id().equals(nearest.line().itemId()))
        .forEach(candidate -> lines.addAll(candidate.lines()));
    return new Evaluation.Refused(nearest.reason(), nearest.line().sentence(), new Trace(lines));
  }

  private static Evaluation refusedAtVenue(Text sentence) {
    return new Evaluation.Refused(
        ReasonCode.VENUE_NOT_ACTIVE,
        sentence,
        new Trace(List.of(new TraceLine("", 0, Clause.VENUE, false, sentence))));
  }

  private static Evaluation refusedForLabels(List<Item> here) {
    Text sentence =
        new Text("本场所的优待不含账单所列项目", "The benefits of this venue do not cover what the bill lists");
    List<TraceLine> lines =
        here.stream()
            .map(
                item -> new TraceLine(item.id(), item.version(), Clause.BILL_PART, false, sentence))
            .toList();
    return new Evaluation.Refused(ReasonCode.CONDITION_FAILED, sentence, new Trace(lines));
  }
}

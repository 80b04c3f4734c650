package org.yongjun.pass.verification;

import java.time.Instant;
import java.util.List;
import org.yongjun.pass.benefit.Catalogues;
import org.yongjun.pass.limit.CountedUsage;
import org.yongjun.pass.limit.Limits;
import org.yongjun.pass.limit.Subjects;
import org.yongjun.pass.offline.rule.BillPart;
import org.yongjun.pass.offline.rule.Evaluation;
import org.yongjun.pass.offline.rule.Evaluator;
import org.yongjun.pass.offline.rule.HolderFacts;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.Situation;
import org.yongjun.pass.offline.rule.VenueFacts;
import org.yongjun.pass.offline.rule.VisitSoFar;
import org.yongjun.pass.venue.Venue;

/**
 * Evaluates a bill by the items in force at its venue, on what the counters say of their limits;
 * they are read once. It keeps nothing.
 */
public final class Quotes {
  private final Evaluator evaluator;
  private final Catalogues catalogues;
  private final Limits limits;
  private final Pseudonyms pseudonyms;

  public Quotes(Evaluator evaluator, Catalogues catalogues, Limits limits, Pseudonyms pseudonyms) {
    this.evaluator = evaluator;
    this.catalogues = catalogues;
    this.limits = limits;
    this.pseudonyms = pseudonyms;
  }

  /**
   * An evaluation, on which facts about the holder, under whom it would count, and what it was made
   * on.
   *
   * @param items those that have a rule for the bill, whether they gave anything or not
   */
  record Quoted(
      Evaluation evaluation,
      HolderFacts holder,
      Subjects subjects,
      List<Item> items,
      CountedUsage usage) {}

  Quoted quote(
      ShownCode code,
      RegisterFacts.Known holder,
      HolderAge age,
      Venue venue,
      List<BillPart> bill,
      String channel,
      VisitSoFar visit,
      Instant at) {
    VenueFacts venueFacts = factsOf(venue);
    List<Item> items =
        catalogues.listItemsInForce(venueFacts, at).stream()
            .filter(item -> !code.isClaim() || item.extras().survivorMayClaim())
            .toList();
    List<Item> priced =
        items.stream()
            .filter(item -> bill.stream().anyMatch(part -> item.find(part).isPresent()))
            .toList();
    String person = pseudonyms.of(code.issuer(), code.holderTag());
    Subjects subjects = new Subjects(person, holder.household().orElse(person), venue.id());
    CountedUsage usage = limits.usage(priced, subjects, visitId(code), at);
    HolderFacts facts = age.completed(holder.facts(), priced);
    Situation situation = new Situation(facts, venueFacts, bill, channel, at, usage, visit, true);
    return new Quoted(evaluator.evaluate(situation, items), facts, subjects, priced, usage);
  }

  private static String visitId(ShownCode code) {
    return code.shownAs() instanceof ShownAs.Visit(String id) ? id : "";
  }

  /** What the rules may ask about a venue. */
  public static VenueFacts factsOf(Venue venue) {
    return new VenueFacts(
        venue.id(),
        venue.kind().name(),
        venue.region(),
        venue.aLevel(),
        venue.ownership().name(),
        venue.tags(),
        venue.state() == Venue.State.ACTIVE);
  }
}

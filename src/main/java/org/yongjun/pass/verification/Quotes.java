package org.yongjun.pass.verification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.benefit.Catalogues;
import org.yongjun.pass.limit.CountedUsage;
import org.yongjun.pass.limit.Limits;
import org.yongjun.pass.limit.ReservationBook;
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
 * they are read once, after reservations that ran out have been ended. It keeps nothing.
 */
public final class Quotes {
  private final Evaluator evaluator;
  private final Catalogues catalogues;
  private final Limits limits;
  private final ReservationBook reservations;
  private final Pseudonyms pseudonyms;

  public Quotes(
      Evaluator evaluator,
      Catalogues catalogues,
      Limits limits,
      ReservationBook reservations,
      Pseudonyms pseudonyms) {
    this.evaluator = evaluator;
    this.catalogues = catalogues;
    this.limits = limits;
    this.reservations = reservations;
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
    List<Item> items =
        catalogues.listItemsInForce(factsOf(venue), at).stream()
            .filter(item -> !code.isClaim() || item.extras().survivorMayClaim())
            .toList();
    Asked asked =
        new Asked(pseudonyms.of(code.issuer(), code.holderTag()), venue, bill, channel, at);
    return quote(asked, items, holder, age, visitId(code), visit);
  }

  /**
   * Who asks for what, and when.
   *
   * @param person the pseudonym under which it would count
   */
  record Asked(String person, Venue venue, List<BillPart> bill, String channel, Instant at) {}

  /** What one item alone would give in a new visit: the most that it can give of that bill. */
  Quoted quoteAlone(Asked asked, Item item, RegisterFacts.Known holder, HolderAge age) {
    return quote(asked, List.of(item), holder, age, "", VisitSoFar.NEW);
  }

  /** The item of that id, where it is in force at the venue. */
  Optional<Item> findItem(Venue venue, String itemId, Instant at) {
    return catalogues.listItemsInForce(factsOf(venue), at).stream()
        .filter(item -> item.id().equals(itemId))
        .findFirst();
  }

  private Quoted quote(
      Asked asked,
      List<Item> items,
      RegisterFacts.Known holder,
      HolderAge age,
      String visitId,
      VisitSoFar visit) {
    Instant at = asked.at();
    List<Item> priced =
        items.stream()
            .filter(item -> asked.bill().stream().anyMatch(part -> item.find(part).isPresent()))
            .toList();
    if (priced.stream().anyMatch(item -> !item.limits().isEmpty())) {
      reservations.endExpired(at);
    }
    String person = asked.person();
    Subjects subjects = new Subjects(person, holder.household().orElse(person), asked.venue().id());
    CountedUsage usage = limits.usage(priced, subjects, visitId, at);
    HolderFacts facts = age.completed(holder.facts(), priced);
    Situation situation =
        new Situation(
            facts, factsOf(asked.venue()), asked.bill(), asked.channel(), at, usage, visit, true);
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

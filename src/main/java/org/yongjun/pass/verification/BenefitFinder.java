package org.yongjun.pass.verification;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.benefit.Catalogues;
import org.yongjun.pass.holder.HolderRecord;
import org.yongjun.pass.holder.Holders;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.limit.CountedUsage;
import org.yongjun.pass.limit.Limits;
import org.yongjun.pass.limit.Subjects;
import org.yongjun.pass.offline.rule.BillPart;
import org.yongjun.pass.offline.rule.Clause;
import org.yongjun.pass.offline.rule.Evaluation;
import org.yongjun.pass.offline.rule.Evaluator;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.PartQuote;
import org.yongjun.pass.offline.rule.PartRule;
import org.yongjun.pass.offline.rule.Situation;
import org.yongjun.pass.offline.rule.TraceLine;
import org.yongjun.pass.offline.rule.Usage;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.venue.TariffLine;
import org.yongjun.pass.venue.Venue;
import org.yongjun.pass.venue.VenueSearch;
import org.yongjun.pass.venue.Venues;

/**
 * Finds what a holder gets around a position, by the same evaluator that a terminal's quote comes
 * from. It keeps nothing: neither the position nor that anybody asked.
 */
public final class BenefitFinder {
  /** Only ranks the items of a part that has no filed price; nobody is shown it. */
  private static final long UNFILED_FEN = 10_000;

  /** In thousandths. */
  private static final long ONE_UNIT = 1_000;

  private static final Comparator<NearbyBenefits.AtVenue> BEST_FIRST =
      Comparator.comparingLong(NearbyBenefits.AtVenue::savingFen)
          .reversed()
          .thenComparing(each -> each.benefits().isEmpty())
          .thenComparingLong(NearbyBenefits.AtVenue::distanceMetres)
          .thenComparing(each -> each.venue().id());

  private final Holders holders;
  private final RegisterFacts register;
  private final Persons persons;
  private final Venues venues;
  private final Catalogues catalogues;
  private final Limits limits;
  private final Evaluator evaluator;
  private final Clock clock;

  public BenefitFinder(
      Holders holders,
      RegisterFacts register,
      Persons persons,
      Venues venues,
      Catalogues catalogues,
      Limits limits,
      Evaluator evaluator,
      Clock clock) {
    this.holders = holders;
    this.register = register;
    this.persons = persons;
    this.venues = venues;
    this.catalogues = catalogues;
    this.limits = limits;
    this.evaluator = evaluator;
    this.clock = clock;
  }

  /** Who asks what, and when. */
  private record Question(
      RegisterFacts.Known holder,
      HolderAge age,
      Set<String> pseudonyms,
      BenefitSearch search,
      Instant at) {}

  /** Refuses: NOT_FOUND for a caller who is no holder, CONFLICT where the entitlement ended. */
  public Outcome<NearbyBenefits> find(Caller caller, BenefitSearch search) {
    Optional<HolderRecord> holder = holders.findById(caller.id());
    if (holder.isEmpty()) {
      return Outcome.refused(ProblemCode.NOT_FOUND);
    }
    Instant now = clock.instant();
    if (!Examiner.isEntitled(holder.get(), now)) {
      return Outcome.refused(
          Problem.of(
              ProblemCode.CONFLICT,
              "优待资格目前无效，请联系退役军人事务部门",
              "The entitlement is not valid at present; ask the veterans' affairs office"));
    }
    Set<String> pseudonyms = persons.findPseudonyms(caller).orElse(Set.of());
    RegisterFacts.Known known = register.knownOf(holder.get(), now);
    HolderAge age = new HolderAge(holders, caller.id(), BusinessTime.dayOf(now));
    return Outcome.done(find(new Question(known, age, pseudonyms, search, now)));
  }

  private NearbyBenefits find(Question question) {
    List<VenueSearch.Found> near =
        venues.listNear(
            new VenueSearch(RegionCode.NATION, "", question.search().kind()),
            question.search().near(),
            VenueSearch.After.START,
            BenefitSearch.VENUES_READ_MAX + 1);
    List<VenueSearch.Found> read =
        near.stream()
            .limit(BenefitSearch.VENUES_READ_MAX)
            .filter(each -> each.venue().state() == Venue.State.ACTIVE)
            .toList();
    Map<String, List<Item>> items =
        catalogues.listItemsInForce(
            read.stream().map(each -> Quotes.factsOf(each.venue())).toList(), question.at());
    List<NearbyBenefits.AtVenue> found =
        read.stream()
            .flatMap(
                each ->
                    at(each, items.getOrDefault(each.venue().id(), List.of()), question).stream())
            .sorted(BEST_FIRST)
            .limit(BenefitSearch.VENUES_SHOWN_MAX)
            .toList();
    return new NearbyBenefits(found, near.size() > BenefitSearch.VENUES_READ_MAX);
  }

  private Optional<NearbyBenefits.AtVenue> at(
      VenueSearch.Found place, List<Item> items, Question question) {
    Venue venue = place.venue();
    List<BillPart> bill = bill(venue, items, question);
    if (bill.isEmpty()) {
      return Optional.empty();
    }
    Situation situation =
        new Situation(
            question.age().completed(question.holder().facts(), items),
            Quotes.factsOf(venue),
            bill,
            question.search().channel(),
            question.at(),
            usage(venue, items, question),
            true);
    Evaluation evaluation = evaluator.evaluate(situation, items);
    List<NearbyBenefits.Benefit> benefits =
        evaluation instanceof Evaluation.Granted granted
            ? benefits(venue, granted, items)
            : List.of();
    return Optional.of(
        new NearbyBenefits.AtVenue(
            venue,
            place.distanceMetres(),
            venue.premises().openingHours().isOpen(question.at()),
            benefits,
            others(evaluation, items)));
  }

  /** What was used so far; of a person whom several issuers know, the most under any of them. */
  private Usage usage(Venue venue, List<Item> items, Question question) {
    return CountedUsage.mostOf(
        question.pseudonyms().stream()
            .map(person -> limits.usage(items, subjects(venue, person, question), question.at()))
            .toList());
  }

  private static Subjects subjects(Venue venue, String person, Question question) {
    return new Subjects(person, question.holder().household().orElse(person), venue.id());
  }

  /** One part for each label that an item of the venue has; its price is the filed one. */
  private static List<BillPart> bill(Venue venue, List<Item> items, Question question) {
    Set<String> wanted = question.search().parts();
    Set<String> labels = new TreeSet<>();
    for (Item item : items) {
      item.parts().stream()
          .map(PartRule::label)
          .filter(label -> wanted.isEmpty() || wanted.contains(label))
          .forEach(labels::add);
    }
    List<BillPart> bill =
        labels.stream().limit(Situation.PARTS_MAX).map(label -> part(venue, label)).toList();
    return Bills.atPublicPrices(venue, bill, BusinessTime.dayOf(question.at()), question.age());
  }

  /** One unit, where something is taken off per unit. */
  private static BillPart part(Venue venue, String label) {
    long listFen = venue.findTariff(label).map(TariffLine::listFen).orElse(UNFILED_FEN);
    return new BillPart(label, 0, listFen, listFen, null, ONE_UNIT);
  }

  private static List<NearbyBenefits.Benefit> benefits(
      Venue venue, Evaluation.Granted granted, List<Item> items) {
    List<NearbyBenefits.Benefit> benefits = new ArrayList<>();
    for (PartQuote part : granted.parts()) {
      // What is paid is said once per part, with the item that gives most of it.
      boolean isFirst = true;
      for (PartQuote.Layer layer : part.layers()) {
        Item item = find(items, layer.itemId());
        benefits.add(
            new NearbyBenefits.Benefit(
                part.label(),
                item.id(),
                item.version(),
                item.title(),
                layer.used(),
                Terms.of(item.findRule(part.label()).orElseThrow(), layer.used()),
                isFirst ? price(venue, part) : Optional.empty()));
        isFirst = false;
      }
    }
    return benefits;
  }

  private static Optional<NearbyBenefits.Price> price(Venue venue, PartQuote part) {
    Optional<TariffLine> filed = venue.findTariff(part.label());
    return filed.map(
        line ->
            new NearbyBenefits.Price(
                part.listFen(), part.referenceFen(), part.payableFen(), line.synthetic()));
  }

  /** The first unmet clause of each item, in the trace's order: the nearest fix first. */
  private static List<NearbyBenefits.Other> others(Evaluation evaluation, List<Item> items) {
    List<NearbyBenefits.Other> others = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (TraceLine line : evaluation.trace().lines()) {
      boolean isUnmet = !line.held() && line.clause() != Clause.BILL_PART;
      if (isUnmet && others.size() < BenefitSearch.FIXES_MAX && told.add(line.itemId())) {
        Item item = find(items, line.itemId());
        others.add(
            new NearbyBenefits.Other(item.id(), item.version(), item.title(), line.sentence()));
      }
    }
    return others;
  }

  private static Item find(List<Item> items, String itemId) {
    return items.stream().filter(item -> item.id().equals(itemId)).findFirst().orElseThrow();
  }
}

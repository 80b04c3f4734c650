package org.yongjun.pass.verification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.benefit.CatalogueChanges;
import org.yongjun.pass.benefit.Catalogues;
import org.yongjun.pass.benefit.Drafts;
import org.yongjun.pass.holder.HolderRecord;
import org.yongjun.pass.holder.Holders;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.offline.rule.BillPart;
import org.yongjun.pass.offline.rule.Evaluation;
import org.yongjun.pass.offline.rule.Evaluator;
import org.yongjun.pass.offline.rule.HolderFacts;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.Situation;
import org.yongjun.pass.offline.rule.Usage;
import org.yongjun.pass.offline.rule.VenueFacts;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.venue.TariffLine;
import org.yongjun.pass.venue.Venue;
import org.yongjun.pass.venue.Venues;

/**
 * Prices samples under a draft and under what is in force, by the one evaluator, for persons who
 * have used nothing yet. It keeps nothing, but notes whose facts it used.
 */
public final class DryRuns {
  public static final int SAMPLES_MAX = 100;

  private final Drafts drafts;
  private final Catalogues catalogues;
  private final Evaluator evaluator;
  private final Venues venues;
  private final Holders holders;
  private final RegisterFacts facts;
  private final Journal journal;
  private final Transactions transactions;
  private final Clock clock;

  public DryRuns(
      Drafts drafts,
      Catalogues catalogues,
      Evaluator evaluator,
      Venues venues,
      Holders holders,
      RegisterFacts facts,
      Journal journal,
      Transactions transactions,
      Clock clock) {
    this.drafts = drafts;
    this.catalogues = catalogues;
    this.evaluator = evaluator;
    this.venues = venues;
    this.holders = holders;
    this.facts = facts;
    this.journal = journal;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * One bill of one person at one venue.
   *
   * @param holder made-up facts, or null where {@code holderId} names a person
   * @param venue made-up facts, or null where {@code venueId} names a venue
   * @param at null for noon of today, or of the draft's first day if that is later
   */
  public record Sample(
      @Nullable HolderFacts holder,
      @Nullable String holderId,
      @Nullable VenueFacts venue,
      @Nullable String venueId,
      List<BillLine> bill,
      String channel,
      @Nullable Instant at) {}

  /** What a sample costs now and under the draft. */
  public record Priced(Instant at, Evaluation inForce, Evaluation draft) {}

  /**
   * @param changes against the version in force on the draft's day, by item number
   */
  public record Report(String code, CatalogueChanges changes, List<Priced> samples) {}

  /**
   * Who pays.
   *
   * @param age asked where a filed price or an item depends on it
   * @param known of a real holder; null for one that is made up, whose facts say all there is
   */
  private record Payer(HolderFacts facts, Supplier<OptionalInt> age, @Nullable HolderAge known) {
    static Payer madeUp(HolderFacts facts) {
      Integer years = facts.ageYears();
      return new Payer(
          facts, () -> years == null ? OptionalInt.empty() : OptionalInt.of(years), null);
    }

    HolderFacts factsFor(List<Item> items) {
      return known == null ? facts : known.completed(facts, items);
    }
  }

  /** A sample with every fact that it names. */
  private record Ready(
      Payer payer, VenueFacts venue, List<BillPart> bill, String channel, Instant at) {}

  /**
   * Runs the samples. Refuses: NOT_FOUND, OUT_OF_REGION, INVALID_CATALOGUE with every fault of the
   * draft, INVALID_REQUEST and PRICE_MISSING where a sample is incomplete.
   */
  public Outcome<Report> run(Caller caller, Drafts.Candidate candidate, List<Sample> samples) {
    Instant noon = defaultTime(candidate);
    List<Priced> priced = new ArrayList<>();
    List<String> persons = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      Outcome<Ready> ready = ready(caller, samples.get(i), "/samples/" + i, noon);
      if (ready instanceof Outcome.Refused<Ready>(Problem problem)) {
        return Outcome.refused(problem);
      }
      if (ready instanceof Outcome.Done<Ready>(Ready each)) {
        priced.add(price(each, candidate));
      }
      String holderId = samples.get(i).holderId();
      if (holderId != null) {
        persons.add(holderId);
      }
    }
    note(caller, candidate, persons.stream().distinct().toList());
    CatalogueChanges changes =
        CatalogueChanges.between(
            catalogues.findInForce(candidate.catalogue().code(), BusinessTime.dayOf(noon)),
            candidate.document());
    return Outcome.done(new Report(candidate.catalogue().code(), changes, priced));
  }

  /** What is to be tried, by a draft's id or as a document. */
  public Outcome<Drafts.Candidate> open(
      Caller caller, @Nullable String draftId, @Nullable Map<String, Object> document) {
    if ((draftId == null) == (document == null)) {
      return Outcome.refused(
          Problem.invalid("/draftId", "草稿编号与文件须二选一", "Either the id of a draft or a document"));
    }
    return draftId != null
        ? drafts.openDraft(caller, draftId)
        : drafts.openDocument(caller, document);
  }

  private Instant defaultTime(Drafts.Candidate candidate) {
    LocalDate today = BusinessTime.dayOf(clock.instant());
    LocalDate from = candidate.catalogue().effectiveFrom();
    return (from.isAfter(today) ? from : today)
        .atTime(LocalTime.NOON)
        .atZone(BusinessTime.ZONE)
        .toInstant();
  }

  private Outcome<Ready> ready(Caller caller, Sample sample, String pointer, Instant noon) {
    Instant at = sample.at() == null ? noon : sample.at();
    return holderOf(caller, sample, pointer, at)
        .then(
            payer ->
                placeOf(sample, pointer, payer, BusinessTime.dayOf(at))
                    .map(
                        place ->
                            new Ready(payer, place.facts(), place.bill(), sample.channel(), at)));
  }

  private Outcome<Payer> holderOf(Caller caller, Sample sample, String pointer, Instant at) {
    HolderFacts stated = sample.holder();
    if ((stated == null) == (sample.holderId() == null)) {
      return Outcome.refused(
          Problem.invalid(
              pointer + "/holder", "持证人编号与持证人情况须二选一", "Either a holder's id or made-up facts"));
    }
    if (stated != null) {
      return Outcome.done(Payer.madeUp(stated));
    }
    Optional<HolderRecord> found =
        holders
            .findById(sample.holderId())
            .filter(record -> caller.answersFor(record.homeRegion()));
    if (found.isEmpty()) {
      return Outcome.refused(ProblemCode.NOT_FOUND);
    }
    HolderAge age = new HolderAge(holders, found.get().id(), BusinessTime.dayOf(at));
    return Outcome.done(new Payer(facts.knownOf(found.get(), at).facts(), age, age));
  }

  /** Where a bill is paid, and what it says. */
  private record Place(VenueFacts facts, List<BillPart> bill) {}

  private Outcome<Place> placeOf(Sample sample, String pointer, Payer payer, LocalDate day) {
    VenueFacts stated = sample.venue();
    if ((stated == null) == (sample.venueId() == null)) {
      return Outcome.refused(
          Problem.invalid(
              pointer + "/venue", "场所编号与场所情况须二选一", "Either a venue's id or made-up facts"));
    }
    Optional<Venue> venue =
        sample.venueId() == null ? Optional.empty() : venues.findById(sample.venueId());
    if (stated == null && venue.isEmpty()) {
      return Outcome.refused(ProblemCode.NOT_FOUND);
    }
    VenueFacts facts = stated == null ? Quotes.factsOf(venue.orElseThrow()) : stated;
    List<BillPart> bill = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < sample.bill().size(); i++) {
      BillLine line = sample.bill().get(i);
      Outcome<BillPart> part = partOf(venue, line, pointer + "/bill/" + i);
      if (part instanceof Outcome.Refused<BillPart>(Problem problem)) {
        return Outcome.refused(problem);
      }
      if (part instanceof Outcome.Done<BillPart>(BillPart each)) {
        bill.add(atPublicPrice(venue, line, each, day, payer));
        if (!keys.add(each.key())) {
          return Outcome.refused(
              Problem.invalid(
                  pointer + "/bill/" + i + "/label",
                  "账单项目重复",
                  "This label stands twice in the bill"));
        }
      }
    }
    return Outcome.done(new Place(facts, bill));
  }

  /** What the public pays, where the sample does not say it and the venue has filed it. */
  private static BillPart atPublicPrice(
      Optional<Venue> venue, BillLine line, BillPart part, LocalDate day, Payer payer) {
    return venue.isEmpty() || line.referenceFen() != null
        ? part
        : Bills.atPublicPrices(venue.get(), List.of(part), day, payer.age()).getFirst();
  }

  /** The sample's word comes before a filed tariff, which fills in what it does not say. */
  private static Outcome<BillPart> partOf(Optional<Venue> venue, BillLine line, String pointer) {
    Long stated = line.listFen();
    Optional<Long> list =
        stated != null
            ? Optional.of(stated)
            : venue.flatMap(each -> each.findTariff(line.label())).map(TariffLine::listFen);
    if (list.isEmpty()) {
      return Outcome.refused(ProblemCode.PRICE_MISSING);
    }
    int companion = line.companion() == null ? 0 : line.companion();
    Long publicFen = line.referenceFen();
    long reference = publicFen == null ? list.get() : publicFen;
    boolean isLong = companion > 0 && line.label().length() > BillPart.COMPANION_LABEL_MAX;
    if (reference > list.get() || isLong) {
      return Outcome.refused(
          Problem.invalid(
              pointer + (isLong ? "/label" : "/referenceFen"),
              "公众价不得高于标价；同行人项目名称不得过长",
              "The public's price may not exceed the list price; a companion's label is shorter"));
    }
    return Outcome.done(
        new BillPart(
            line.label(),
            companion,
            list.get(),
            reference,
            reference == list.get() ? null : line.referenceReason(),
            line.milliUnits() == null ? 0 : line.milliUnits()));
  }

  private Priced price(Ready sample, Drafts.Candidate candidate) {
    List<Item> inForce = catalogues.listItemsInForce(sample.venue(), sample.at());
    return new Priced(
        sample.at(),
        evaluate(sample, inForce),
        evaluate(sample, afterPublication(inForce, sample, candidate)));
  }

  /** The draft takes the place of its catalogue's versions from its first day on. */
  private static List<Item> afterPublication(
      List<Item> inForce, Ready sample, Drafts.Candidate candidate) {
    LocalDate day = BusinessTime.dayOf(sample.at());
    if (candidate.catalogue().effectiveFrom().isAfter(day)) {
      return inForce;
    }
    LocalDate to = candidate.catalogue().effectiveTo();
    Stream<Item> others =
        inForce.stream().filter(item -> !item.programme().equals(candidate.catalogue().code()));
    Stream<Item> own =
        to != null && to.isBefore(day)
            ? Stream.empty()
            : candidate.catalogue().items().stream()
                .filter(item -> item.where().matches(sample.venue()));
    return Stream.concat(others, own).toList();
  }

  private Evaluation evaluate(Ready sample, List<Item> items) {
    return evaluator.evaluate(
        new Situation(
            sample.payer().factsFor(items),
            sample.venue(),
            sample.bill(),
            sample.channel(),
            sample.at(),
            Usage.NONE,
            true),
        items);
  }

  private void note(Caller caller, Drafts.Candidate candidate, List<String> persons) {
    if (persons.isEmpty()) {
      return;
    }
    transactions.writeOnly(
        () ->
            persons.forEach(
                holderId ->
                    journal.append(
                        new JournalEntry(
                            JournalKind.DRY_RUN_ON_HOLDER,
                            holderId,
                            candidate.catalogue().region(),
                            caller.id(),
                            caller.requestId(),
                            clock.instant(),
                            Map.of("catalogue", candidate.catalogue().code())))));
  }
}

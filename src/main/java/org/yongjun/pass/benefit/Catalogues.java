package org.yongjun.pass.benefit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.benefit.CatalogueStore.Header;
import org.yongjun.pass.benefit.CatalogueStore.Stored;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.VenueFacts;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Regions;
import org.yongjun.pass.platform.Transactions;

/** Publishes catalogues and answers which items are in force where. */
public final class Catalogues {
  public static final int PAGE_SIZE_MAX = 100;

  private final CatalogueStore store;
  private final Journal journal;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;
  private final DraftReader drafts;
  private final CatalogueLibrary library;

  public Catalogues(
      CatalogueStore store,
      CatalogueDocuments documents,
      Regions regions,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.journal = journal;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
    this.drafts = new DraftReader(documents, regions::exists);
    this.library = new CatalogueLibrary(store, documents, clock);
  }

  /**
   * What publishing did.
   *
   * @param isNew false where this very document had been published before, as this version
   */
  public record Publication(PublishedCatalogue published, boolean isNew) {}

  /**
   * Publishes a document as the next version of its catalogue. The same content again answers the
   * version that it became then, and changes nothing.
   *
   * <p>Refuses: INVALID_CATALOGUE with every fault, TOO_LARGE, OUT_OF_REGION.
   */
  public Outcome<Publication> publish(
      Caller caller, byte[] document, CatalogueDocuments.Format format) {
    return drafts
        .read(document, format)
        .then(draft -> publish(caller, draft.catalogue(), CanonicalJson.of(draft.tree())));
  }

  private Outcome<Publication> publish(Caller caller, Catalogue draft, String canonical) {
    if (!caller.answersFor(draft.region())) {
      return Outcome.refused(ProblemCode.OUT_OF_REGION);
    }
    byte[] hash = CanonicalJson.hash(canonical);
    Optional<Stored> same = store.findByHash(draft.code(), hash);
    return same.isPresent()
        ? Outcome.done(new Publication(library.open(same.get()), false))
        : transactions.write(() -> insert(caller, draft, canonical, hash));
  }

  private Outcome<Publication> insert(
      Caller caller, Catalogue draft, String canonical, byte[] hash) {
    store.advanceEpoch();
    Optional<Stored> same = store.findByHash(draft.code(), hash);
    if (same.isPresent()) {
      return Outcome.done(new Publication(library.open(same.get()), false));
    }
    int latest = store.latestVersion(draft.code());
    if (latest > 0 && !regionOf(draft.code(), latest).equals(draft.region())) {
      Faults faults = new Faults(Lines.NONE);
      faults.add(
          "/region",
          "同一清单各版本的地区必须相同，请另用代码",
          "All versions of a catalogue have one region; use another code");
      return Outcome.refused(faults.problem());
    }
    Stored stored =
        new Stored(
            new Header(
                ids.next(),
                draft.code(),
                latest + 1,
                draft.region(),
                draft.title(),
                hash,
                draft.effectiveFrom(),
                draft.effectiveTo(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.id()),
            canonical);
    store.insert(stored);
    record(caller, stored.header(), draft.entries().size());
    return Outcome.done(new Publication(library.open(stored), true));
  }

  private RegionCode regionOf(String code, int version) {
    return store.find(code, version).orElseThrow().header().region();
  }

  private void record(Caller caller, Header header, int items) {
    journal.append(
        new JournalEntry(
            JournalKind.CATALOGUE_PUBLISHED,
            header.code() + "/" + header.version(),
            header.region(),
            caller.id(),
            caller.requestId(),
            header.publishedAt(),
            Map.of(
                "contentHash",
                HexFormat.of().formatHex(header.contentHash()),
                "items",
                Integer.toString(items))));
  }

  public Outcome<PublishedCatalogue> find(String code, int version) {
    return store
        .find(code, version)
        .map(stored -> Outcome.done(library.open(stored)))
        .orElseGet(() -> Outcome.refused(ProblemCode.NOT_FOUND));
  }

  public Outcome<PublishedCatalogue> findLatest(String code) {
    return find(code, store.latestVersion(code));
  }

  /** Latest versions inside {@code scope}, by code, after {@code afterCode}. */
  public List<Header> list(RegionCode scope, String afterCode, int limit) {
    return store.listLatest(scope, afterCode, Math.min(limit, PAGE_SIZE_MAX + 1));
  }

  /**
   * The items that apply at a venue on the business day of {@code at}, by the newest version of
   * each catalogue that has begun. Costs one read of a single number, unless a version was
   * published since the last call.
   *
   * @param at at most {@link CatalogueLibrary#LOOKBACK_DAYS} days in the past
   */
  public List<Item> listItemsInForce(VenueFacts venue, Instant at) {
    return library.listItemsInForce(venue, at);
  }

  /** The same for many venues, by venue id, at the cost of one. */
  public Map<String, List<Item>> listItemsInForce(Collection<VenueFacts> venues, Instant at) {
    return library.listItemsInForce(venues, at);
  }

  /** An item in the version that a redemption recorded. */
  public Optional<Item> findItem(String itemId, int version) {
    return library.findItem(itemId, version);
  }
}

package org.yongjun.pass.benefit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.benefit.CatalogueStore.Header;
import org.yongjun.pass.benefit.CatalogueStore.Stored;
import org.yongjun.pass.benefit.CatalogueStore.Withdrawal;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.VenueFacts;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
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
  private final boolean directAllowed;
  private final DraftReader drafts;
  private final CatalogueLibrary library;

  /**
   * @param agreements where they are all over, a venue's offers rest
   * @param directAllowed whether an administrator may publish without a draft and its review
   */
  public Catalogues(
      CatalogueStore store,
      CatalogueDocuments documents,
      Regions regions,
      LapsedAgreements agreements,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock,
      boolean directAllowed) {
    this.store = store;
    this.journal = journal;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
    this.directAllowed = directAllowed;
    this.drafts = new DraftReader(documents, regions::exists);
    this.library = new CatalogueLibrary(store, documents, agreements, clock);
  }

  /**
   * What publishing did.
   *
   * @param isNew false where this very document had been published before, as this version
   */
  public record Publication(PublishedCatalogue published, boolean isNew) {}

  /**
   * Publishes a document as the next version of its catalogue, without review, where the
   * installation allows that. The same content again answers the version that it became then, and
   * changes nothing.
   *
   * <p>Refuses: NOT_ALLOWED, INVALID_CATALOGUE with every fault, TOO_LARGE, OUT_OF_REGION.
   */
  public Outcome<Publication> publish(
      Caller caller, byte[] document, CatalogueDocuments.Format format) {
    if (!directAllowed) {
      return Outcome.refused(
          Problem.of(
              ProblemCode.NOT_ALLOWED,
              "本系统不允许直接发布：请存为草稿，由另一人复核后发布",
              "Direct publication is off here: save a draft, and have someone else review and"
                  + " publish it"));
    }
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
    Optional<Problem> objection = objectionToFollow(draft, latest);
    if (objection.isPresent()) {
      return Outcome.refused(objection.get());
    }
    return Outcome.done(insert(caller, draft, canonical, latest + 1, Map.of("way", "DIRECT")));
  }

  /**
   * Publishes what was reviewed. Refuses with CONFLICT where another version came in between, or
   * where {@code claim} was too late.
   *
   * @param claim takes the draft for the new version, inside the same transaction; false where
   *     somebody else took it
   */
  Outcome<Publication> publishReviewed(
      Caller caller, Catalogue catalogue, Draft draft, IntPredicate claim) {
    byte[] hash = CanonicalJson.hash(draft.document());
    return transactions.write(
        () -> {
          store.advanceEpoch();
          int latest = store.latestVersion(catalogue.code());
          Optional<Problem> objection =
              latest == draft.baseVersion()
                  ? objectionToRepeat(catalogue.code(), hash)
                      .or(() -> objectionToFollow(catalogue, latest))
                  : Optional.of(newerThanDraft(latest));
          if (objection.isPresent()) {
            return Outcome.refused(objection.get());
          }
          if (!claim.test(latest + 1)) {
            return Outcome.refused(ProblemCode.CONFLICT);
          }
          Map<String, String> way =
              Map.of("way", "REVIEWED", "draft", draft.id(), "author", draft.author());
          return Outcome.done(insert(caller, catalogue, draft.document(), latest + 1, way));
        });
  }

  private static Problem newerThanDraft(int latest) {
    return Problem.of(
        ProblemCode.CONFLICT,
        "起草之后已发布第 " + latest + " 版；请退回草稿，由起草人核对后重新提交",
        "Version "
            + latest
            + " was published since this draft was written; send it back, so that its author"
            + " compares and submits it anew");
  }

  private Optional<Problem> objectionToRepeat(String code, byte[] hash) {
    return store
        .findByHash(code, hash)
        .map(
            same ->
                Problem.of(
                    ProblemCode.CONFLICT,
                    "内容与第 " + same.header().version() + " 版完全相同",
                    "The content is that of version " + same.header().version()));
  }

  /** All versions of a catalogue are of one region, and of one venue if they are offers. */
  private Optional<Problem> objectionToFollow(Catalogue next, int latest) {
    if (latest == 0) {
      return Optional.empty();
    }
    Catalogue before = library.open(store.find(next.code(), latest).orElseThrow()).catalogue();
    Faults faults = new Faults(Lines.NONE);
    if (!before.region().equals(next.region())) {
      faults.add(
          "/region",
          "同一清单各版本的地区必须相同，请另用代码",
          "All versions of a catalogue have one region; use another code");
    }
    if (!Objects.equals(venueOf(before), venueOf(next))) {
      faults.add(
          "/offer",
          "同一清单各版本须同为机关清单或同一场所的优惠，请另用代码",
          "All versions are an office's own, or offers of one venue; use another code");
    }
    return faults.count() == 0 ? Optional.empty() : Optional.of(faults.problem());
  }

  private static @Nullable String venueOf(Catalogue catalogue) {
    return catalogue.offer() == null ? null : catalogue.offer().venueId();
  }

  private Publication insert(
      Caller caller, Catalogue draft, String canonical, int version, Map<String, String> way) {
    Header header =
        new Header(
            ids.next(),
            draft.code(),
            version,
            draft.region(),
            draft.title(),
            CanonicalJson.hash(canonical),
            draft.effectiveFrom(),
            draft.effectiveTo(),
            now(),
            caller.id());
    Stored stored = new Stored(header, canonical);
    store.insert(stored);
    Map<String, String> content = new HashMap<>(way);
    content.put("contentHash", HexFormat.of().formatHex(header.contentHash()));
    content.put("items", Integer.toString(draft.entries().size()));
    record(caller, JournalKind.CATALOGUE_PUBLISHED, header, header.publishedAt(), content);
    return new Publication(library.open(stored), true);
  }

  /**
   * Ends a version from a day on, today at the earliest; what was redeemed before stands, and the
   * version itself is not touched. Withdrawn before its first day, it never comes into force.
   *
   * <p>Refuses: NOT_FOUND, OUT_OF_REGION, INVALID_REQUEST, CONFLICT where it has ended by then.
   */
  public Outcome<CatalogueEdition> withdraw(
      Caller caller, String code, int version, LocalDate from, String reason) {
    if (from.isBefore(BusinessTime.dayOf(clock.instant()))) {
      return Outcome.refused(Problem.invalid("/from", "不得早于今天", "This must be today or later"));
    }
    return transactions.write(
        () -> {
          store.advanceEpoch();
          Optional<CatalogueEdition> found =
              library.listEditions(code).stream()
                  .filter(each -> each.header().version() == version)
                  .findFirst();
          if (found.isEmpty()) {
            return Outcome.refused(ProblemCode.NOT_FOUND);
          }
          CatalogueEdition edition = found.get();
          if (!caller.answersFor(edition.header().region())) {
            return Outcome.refused(ProblemCode.OUT_OF_REGION);
          }
          Withdrawal withdrawal = new Withdrawal(code, version, from, reason, now(), caller.id());
          if (edition.isWithdrawn(from) || edition.hasEnded(from) || !store.insert(withdrawal)) {
            return Outcome.refused(
                Problem.of(
                    ProblemCode.CONFLICT,
                    "该版本届时已不再有效",
                    "This version is no longer in force by then"));
          }
          record(
              caller,
              JournalKind.CATALOGUE_WITHDRAWN,
              edition.header(),
              withdrawal.withdrawnAt(),
              Map.of("from", from.toString()));
          return Outcome.done(new CatalogueEdition(edition.header(), withdrawal));
        });
  }

  private void record(
      Caller caller, JournalKind kind, Header header, Instant at, Map<String, String> content) {
    journal.append(
        new JournalEntry(
            kind,
            header.code() + "/" + header.version(),
            header.region(),
            caller.id(),
            caller.requestId(),
            at,
            content));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** 0 where there is none. */
  public int latestVersion(String code) {
    return store.latestVersion(code);
  }

  /** The versions of a catalogue, newest first; none where there is no such catalogue. */
  public List<CatalogueEdition> listEditions(String code) {
    return library.listEditions(code);
  }

  /** The version in force on a day. */
  public Optional<PublishedCatalogue> findInForce(String code, LocalDate day) {
    return CatalogueEdition.inForce(library.listEditions(code), day)
        .flatMap(edition -> store.find(code, edition.header().version()))
        .map(library::open);
  }

  /** How much is in force in a region on a day. */
  public CatalogueCounts count(RegionCode scope, LocalDate day) {
    return CatalogueCounts.of(library.listInForce(scope, day), day);
  }

  /** An item of the newest version of its catalogue, whether in force or not. */
  Optional<Item> findLatestItem(String itemId) {
    int slash = itemId.indexOf('/');
    return slash < 0
        ? Optional.empty()
        : findItem(itemId, store.latestVersion(itemId.substring(0, slash)));
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
   * each catalogue that has begun; offers of a venue whose agreements are all over rest. Costs one
   * read of a single number, one more where a venue has offers, unless a version was published
   * since the last call.
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

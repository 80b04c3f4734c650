package org.yongjun.pass.benefit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yongjun.pass.benefit.CatalogueStore.Header;
import org.yongjun.pass.benefit.CatalogueStore.Stored;
import org.yongjun.pass.benefit.CatalogueStore.Withdrawal;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.VenueFacts;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;

/** Holds the catalogues of the present in memory and opens those of the past from the store. */
final class CatalogueLibrary {
  /** How far back the catalogues in memory reach; older versions are found by number only. */
  static final int LOOKBACK_DAYS = 30;

  private final CatalogueStore store;
  private final CatalogueDocuments documents;
  private final LapsedAgreements agreements;
  private final Clock clock;
  private final CatalogueReader published = CatalogueReader.ofPublished();
  private final ReentrantLock refreshing = new ReentrantLock();
  private volatile Shelf shelf = new Shelf(-1, Map.of(), Map.of(), Set.of());

  CatalogueLibrary(
      CatalogueStore store,
      CatalogueDocuments documents,
      LapsedAgreements agreements,
      Clock clock) {
    this.store = store;
    this.documents = documents;
    this.agreements = agreements;
    this.clock = clock;
  }

  /** A version in memory, with what was decided about it later. */
  private record Held(CatalogueEdition edition, Catalogue catalogue) {}

  /** Names one version of one catalogue. */
  private record Key(String code, int version) {}

  /**
   * One consistent state of the catalogues.
   *
   * @param byRegion the versions of each catalogue, newest first, under the catalogue's region
   * @param offering the ids of venues that offer something of their own
   */
  private record Shelf(
      long epoch,
      Map<RegionCode, List<List<Held>>> byRegion,
      Map<Key, Catalogue> byKey,
      Set<String> offering) {}

  PublishedCatalogue open(Stored stored) {
    Map<String, Object> tree = documents.readPublished(stored.document());
    Header header = stored.header();
    return new PublishedCatalogue(
        read(tree, header),
        tree,
        HexFormat.of().formatHex(header.contentHash()),
        header.publishedAt(),
        header.publishedBy());
  }

  private Catalogue read(Map<String, Object> tree, Header header) {
    return switch (published.read(tree, header.version())) {
      case Outcome.Done<Catalogue>(Catalogue catalogue) -> catalogue;
      case Outcome.Refused<Catalogue>(Problem problem) ->
          throw new IllegalStateException(
              "published catalogue " + header.id() + ": " + problem.detail().en());
    };
  }

  List<Item> listItemsInForce(VenueFacts venue, Instant at) {
    return listItemsInForce(List.of(venue), at).getOrDefault(venue.id(), List.of());
  }

  /** By venue id, all from one state of the catalogues. */
  Map<String, List<Item>> listItemsInForce(Collection<VenueFacts> venues, Instant at) {
    Shelf current = current();
    LocalDate date = BusinessTime.dayOf(at);
    Set<String> offering =
        venues.stream()
            .map(VenueFacts::id)
            .filter(current.offering()::contains)
            .collect(Collectors.toSet());
    Set<String> lapsed = offering.isEmpty() ? offering : agreements.listLapsed(offering, date);
    Map<String, List<Item>> items = new HashMap<>();
    for (VenueFacts venue : venues) {
      items.put(venue.id(), listItemsInForce(current, venue, date, lapsed));
    }
    return items;
  }

  private static List<Item> listItemsInForce(
      Shelf current, VenueFacts venue, LocalDate date, Set<String> lapsed) {
    RegionCode region = venue.region();
    return Stream.of(region, region.city(), region.province(), RegionCode.NATION)
        .distinct()
        .flatMap(each -> current.byRegion().getOrDefault(each, List.of()).stream())
        .flatMap(versions -> inForce(versions, date).stream())
        .filter(catalogue -> catalogue.offer() == null || !lapsed.contains(venue.id()))
        .flatMap(catalogue -> catalogue.items().stream())
        .filter(item -> item.where().matches(venue))
        .toList();
  }

  private static Optional<Catalogue> inForce(List<Held> newestFirst, LocalDate date) {
    Optional<CatalogueEdition> edition =
        CatalogueEdition.inForce(newestFirst.stream().map(Held::edition).toList(), date);
    return newestFirst.stream()
        .filter(held -> edition.filter(held.edition()::equals).isPresent())
        .map(Held::catalogue)
        .findFirst();
  }

  List<CatalogueEdition> listEditions(String code) {
    List<Withdrawal> withdrawals = store.listWithdrawals(code);
    return store.listVersions(code).reversed().stream()
        .map(header -> CatalogueEdition.of(header, withdrawals))
        .toList();
  }

  /** The catalogues of a region that are in force on any day, opened from the store if need be. */
  List<Catalogue> listInForce(RegionCode scope, LocalDate day) {
    return listAllEditions().values().stream()
        .filter(versions -> scope.contains(versions.getFirst().header().region()))
        .flatMap(versions -> CatalogueEdition.inForce(versions, day).stream())
        .map(edition -> held(edition.header()))
        .toList();
  }

  /** By code, newest first. */
  private Map<String, List<CatalogueEdition>> listAllEditions() {
    List<Withdrawal> withdrawals = store.listWithdrawals();
    Map<String, List<CatalogueEdition>> newestFirst = new TreeMap<>();
    for (Header header : store.listHeaders()) {
      newestFirst
          .computeIfAbsent(header.code(), code -> new ArrayList<>())
          .addFirst(CatalogueEdition.of(header, withdrawals));
    }
    return newestFirst;
  }

  Optional<Item> findItem(String itemId, int version) {
    int slash = itemId.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    Key key = new Key(itemId.substring(0, slash), version);
    Catalogue held = shelf.byKey().get(key);
    Optional<Catalogue> catalogue =
        held != null
            ? Optional.of(held)
            : store.find(key.code(), version).map(stored -> open(stored).catalogue());
    return catalogue.stream()
        .flatMap(each -> each.items().stream())
        .filter(item -> item.id().equals(itemId))
        .findFirst();
  }

  /** An older epoch is what a transaction with an older snapshot sees; it changes nothing. */
  private Shelf current() {
    long epoch = store.epoch();
    if (epoch <= shelf.epoch()) {
      return shelf;
    }
    refreshing.lock();
    try {
      if (epoch > shelf.epoch()) {
        shelf = load(epoch);
      }
      return shelf;
    } finally {
      refreshing.unlock();
    }
  }

  private Shelf load(long epoch) {
    LocalDate since =
        clock.instant().atZone(BusinessTime.ZONE).toLocalDate().minusDays(LOOKBACK_DAYS);
    Map<RegionCode, List<List<Held>>> byRegion = new HashMap<>();
    Map<Key, Catalogue> byKey = new HashMap<>();
    for (List<CatalogueEdition> versions : listAllEditions().values()) {
      List<Held> kept =
          needed(versions, since).stream()
              .map(edition -> new Held(edition, held(edition.header())))
              .toList();
      for (Held each : kept) {
        byKey.put(new Key(each.catalogue().code(), each.catalogue().version()), each.catalogue());
      }
      RegionCode region = kept.getFirst().catalogue().region();
      byRegion.computeIfAbsent(region, code -> new ArrayList<>()).add(kept);
    }
    Set<String> offering =
        byKey.values().stream()
            .flatMap(catalogue -> Stream.ofNullable(catalogue.offer()))
            .map(Catalogue.Offer::venueId)
            .collect(Collectors.toUnmodifiableSet());
    return new Shelf(epoch, byRegion, byKey, offering);
  }

  /** The versions that can be in force on or after a day: none older than one that had begun. */
  private static List<CatalogueEdition> needed(
      List<CatalogueEdition> newestFirst, LocalDate since) {
    List<CatalogueEdition> needed = new ArrayList<>();
    for (CatalogueEdition edition : newestFirst) {
      needed.add(edition);
      if (edition.hasBegun(since)) {
        break;
      }
    }
    return needed;
  }

  private Catalogue held(Header header) {
    Catalogue held = shelf.byKey().get(new Key(header.code(), header.version()));
    return held != null
        ? held
        : open(store.find(header.code(), header.version()).orElseThrow()).catalogue();
  }
}

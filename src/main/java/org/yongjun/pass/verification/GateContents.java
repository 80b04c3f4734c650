package org.yongjun.pass.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yongjun.pass.benefit.Catalogues;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.offline.bundle.BundleSections;
import org.yongjun.pass.offline.bundle.GateFare;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.ReferenceReason;
import org.yongjun.pass.offline.rule.VenueFacts;
import org.yongjun.pass.offline.rule.When;
import org.yongjun.pass.platform.Regions;
import org.yongjun.pass.venue.PublicPrice;
import org.yongjun.pass.venue.PublicPrices;
import org.yongjun.pass.venue.TariffLine;
import org.yongjun.pass.venue.Venue;

/** What the register and the catalogues say about a venue, as its gates need it for some days. */
public final class GateContents {
  private final Catalogues catalogues;
  private final GateOffice office;
  private final Regions regions;

  public GateContents(Catalogues catalogues, GateOffice office, Regions regions) {
    this.catalogues = catalogues;
    this.office = office;
    this.regions = regions;
  }

  /**
   * Every section. A venue that is not active has no items.
   *
   * @param now the first of {@code days} business days that the gates decide by this
   */
  BundleSections sections(Venue venue, Instant now, int days) {
    VenueFacts facts = Quotes.factsOf(venue);
    List<Item> items = facts.active() ? listItems(facts, now, days) : List.of();
    return new BundleSections(
        facts,
        items.stream().filter(Item::isDecidableOffline).toList(),
        items.stream().filter(item -> !item.isDecidableOffline()).toList(),
        venue.tariff().stream()
            .filter(line -> line.timed().isEmpty())
            .map(GateContents::fare)
            .toList(),
        office.settingsOf(venue.id()),
        names(venue, items));
  }

  /** Names a version of an item. */
  private record Version(String itemId, int version) {}

  /**
   * The items in force on any of the days. One that a later version or a withdrawal ends within
   * them ends with its last day in the bundle too.
   */
  private List<Item> listItems(VenueFacts venue, Instant now, int days) {
    LocalDate today = BusinessTime.dayOf(now);
    LocalDate last = today.plusDays(days - 1L);
    Map<Version, Item> items = new LinkedHashMap<>();
    Map<Version, LocalDate> lastSeen = new LinkedHashMap<>();
    for (LocalDate day = today; !day.isAfter(last); day = day.plusDays(1)) {
      Instant at = day.atStartOfDay(BusinessTime.ZONE).toInstant();
      for (Item item : catalogues.listItemsInForce(venue, at)) {
        Version version = new Version(item.id(), item.version());
        items.put(version, item);
        lastSeen.put(version, day);
      }
    }
    List<Item> listed = new ArrayList<>();
    items.forEach(
        (version, item) -> {
          LocalDate seen = lastSeen.get(version);
          Optional<Item> kept = seen.equals(last) ? Optional.of(item) : until(item, seen);
          kept.filter(each -> isWithin(each.when(), today, last)).ifPresent(listed::add);
        });
    listed.sort(Comparator.comparing(Item::id).thenComparing(Item::version));
    return listed;
  }

  private static boolean isWithin(When when, LocalDate first, LocalDate last) {
    LocalDate to = when.effectiveTo();
    return !when.effectiveFrom().isAfter(last) && (to == null || !to.isBefore(first));
  }

  /** Empty where no day is left of it. */
  private static Optional<Item> until(Item item, LocalDate day) {
    When when = item.when();
    LocalDate to = when.effectiveTo();
    if (when.effectiveFrom().isAfter(day)) {
      return Optional.empty();
    }
    When shorter =
        new When(
            when.effectiveFrom(),
            to == null || to.isAfter(day) ? day : to,
            when.windows(),
            when.weekdays(),
            when.hours());
    return Optional.of(
        new Item(
            item.id(),
            item.version(),
            item.title(),
            item.who(),
            item.where(),
            shorter,
            item.parts(),
            item.limits(),
            item.stackOrder(),
            item.proof(),
            item.source(),
            item.synthetic(),
            item.extras()));
  }

  /** What everybody pays; a price by age is the server's to reckon. */
  private static GateFare fare(TariffLine line) {
    PublicPrices prices = line.publicPrices();
    Long present = line.referenceFen();
    long referenceFen = prices.freeForAll() ? 0 : present == null ? line.listFen() : present;
    PublicPrice.Reason reason =
        prices.freeForAll() ? PublicPrice.Reason.FREE_FOR_ALL : PublicPrice.Reason.PROMOTION;
    return new GateFare(
        line.label(),
        line.listFen(),
        referenceFen,
        referenceFen == line.listFen() ? null : ReferenceReason.valueOf(reason.name()),
        prices.promotions().stream()
            .map(
                each ->
                    new GateFare.Promotion(
                        each.from(), each.until(), each.rate().priceOf(line.listFen())))
            .toList());
  }

  private Map<RegionCode, Text> names(Venue venue, List<Item> items) {
    Map<RegionCode, Text> names = new TreeMap<>();
    Stream.concat(
            Stream.of(venue.region()),
            items.stream().flatMap(item -> item.who().origin().regions().stream()))
        .forEach(
            region -> {
              String name = regions.findName(region).orElse(region.toString());
              names.put(region, new Text(name, name));
            });
    return names;
  }
}

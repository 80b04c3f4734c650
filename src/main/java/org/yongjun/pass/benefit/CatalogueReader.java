package org.yongjun.pass.benefit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.Source;
import org.yongjun.pass.offline.rule.Where;
import org.yongjun.pass.platform.Outcome;

/**
 * Turns a document that follows the schema into a catalogue, and finds the faults that a schema
 * cannot see: unknown regions, reversed dates, numbers that stand twice, tiers without a class.
 */
final class CatalogueReader {
  private final Predicate<RegionCode> regionExists;
  private final boolean isDraft;

  private CatalogueReader(Predicate<RegionCode> regionExists, boolean isDraft) {
    this.regionExists = regionExists;
    this.isDraft = isDraft;
  }

  /** Checks everything that must be right when a catalogue is published. */
  static CatalogueReader ofDrafts(Predicate<RegionCode> regionExists) {
    return new CatalogueReader(regionExists, true);
  }

  /** Reads what was published, by whatever was asked for then. */
  static CatalogueReader ofPublished() {
    return new CatalogueReader(region -> true, false);
  }

  Outcome<Catalogue> read(Map<String, Object> document, int version) {
    return read(document, version, Lines.NONE);
  }

  /** The catalogue as version {@code version}; refuses with INVALID_CATALOGUE and every fault. */
  Outcome<Catalogue> read(Map<String, Object> document, int version, Lines lines) {
    Faults faults = new Faults(lines);
    DocumentNode root = DocumentNode.root(document);
    Catalogue catalogue = read(root, version, faults);
    if (isDraft) {
      new PublicationChecks(root, faults).run();
    }
    return faults.count() == 0 ? Outcome.done(catalogue) : Outcome.refused(faults.problem());
  }

  private Catalogue read(DocumentNode root, int version, Faults faults) {
    String code = root.text("code");
    RegionCode region = RegionCode.of(root.text("region"));
    if (!regionExists.test(region)) {
      faults.add(root.get("region"), "行政区划代码不存在", "There is no such region code");
    }
    LocalDate from = LocalDate.parse(root.text("effectiveFrom"));
    LocalDate to = root.find("effectiveTo").map(n -> LocalDate.parse(n.text())).orElse(null);
    if (to != null && to.isBefore(from)) {
      faults.add(root.get("effectiveTo"), "截止日期早于起始日期", "The last day lies before the first");
    }
    Catalogue.Offer offer = root.find("offer").map(CatalogueReader::offer).orElse(null);
    if (offer != null) {
      if (offer.agreedUntil().isBefore(from)) {
        faults.add(root.get("offer"), "协议在生效前已到期", "The agreement ends before the first day");
      } else if (to == null || to.isAfter(offer.agreedUntil())) {
        to = offer.agreedUntil();
      }
    }
    List<Catalogue.Category> categories = categories(root, faults);
    Frame frame = new Frame(code, version, region, from, to, source(root.get("source")), offer);
    List<Catalogue.Entry> entries = entries(root, frame, categories, faults);
    return new Catalogue(
        code,
        version,
        region,
        root.bilingual("title"),
        optionalText(root, "note"),
        root.find("batchNumber").map(DocumentNode::smallInteger).orElse(null),
        level(root, region, faults),
        offer,
        frame.source(),
        categories,
        from,
        to,
        entries);
  }

  /** What every item of a catalogue takes from it. */
  record Frame(
      String code,
      int version,
      RegionCode region,
      LocalDate from,
      @Nullable LocalDate to,
      Source source,
      Catalogue.@Nullable Offer offer) {
    /** Where an item applies that does not say where: in the region, or at the offer's venue. */
    Where everywhere() {
      Where inRegion = Where.in(region);
      return offer == null
          ? inRegion
          : new Where(
              inRegion.kinds(),
              inRegion.aLevelMin(),
              inRegion.aLevelMax(),
              inRegion.ownerships(),
              region,
              inRegion.tags(),
              inRegion.excludedTags(),
              Set.of(offer.venueId()),
              inRegion.excludes());
    }
  }

  private static Catalogue.Offer offer(DocumentNode node) {
    return new Catalogue.Offer(
        node.text("venueId"), node.text("agreement"), LocalDate.parse(node.text("agreedUntil")));
  }

  private static Catalogue.@Nullable Level level(
      DocumentNode root, RegionCode region, Faults faults) {
    Optional<DocumentNode> stated = root.find("level");
    if (stated.isEmpty()) {
      return null;
    }
    Catalogue.Level level = Catalogue.Level.valueOf(stated.get().text());
    if (level != Catalogue.Level.of(region)) {
      faults.add(stated.get(), "层级与行政区划代码不符", "The region is of another level");
    }
    return level;
  }

  private List<Catalogue.Entry> entries(
      DocumentNode root, Frame frame, List<Catalogue.Category> categories, Faults faults) {
    Set<String> known = new TreeSet<>();
    categories.forEach(category -> known.add(category.code()));
    Set<String> numbers = new HashSet<>();
    List<Catalogue.Entry> entries = new ArrayList<>();
    for (DocumentNode node : root.list("items")) {
      String number = node.text("number");
      if (!numbers.add(number)) {
        faults.add(node.get("number"), "项目编号重复", "This item number stands twice");
      }
      String category = node.find("category").map(DocumentNode::text).orElse(null);
      if (category != null && !known.contains(category)) {
        faults.add(node.get("category"), "分类未在清单中列出", "This category is not listed");
      }
      SourceRules.check(node, faults);
      if (frame.offer() != null) {
        checkOfferedAt(node, frame.offer().venueId(), faults);
      }
      Optional<Item> item = new ItemReader(frame, regionExists, faults).read(node);
      item.ifPresent(each -> entries.add(new Catalogue.Entry(number, category, each)));
    }
    return entries;
  }

  /** An offer binds its own venue and no other. */
  private static void checkOfferedAt(DocumentNode item, String venueId, Faults faults) {
    Optional<DocumentNode> where = item.find("where");
    if (where.isPresent()
        && !((Map<?, ?>) where.get().value()).equals(Map.of("includes", List.of(venueId)))) {
      faults.add(
          where.get(),
          "商户优惠只适用于协议场所，请省去此项",
          "An offer is for the agreement's venue alone; leave this out");
    }
  }

  private static List<Catalogue.Category> categories(DocumentNode root, Faults faults) {
    List<Catalogue.Category> categories = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (DocumentNode node : root.list("categories")) {
      if (!codes.add(node.text("code"))) {
        faults.add(node.get("code"), "分类代码重复", "This category stands twice");
      }
      categories.add(new Catalogue.Category(node.text("code"), node.bilingual("title")));
    }
    return categories;
  }

  private static Source source(DocumentNode node) {
    return new Source(
        node.text("title"),
        node.find("number").map(DocumentNode::text).orElse(null),
        node.find("date").map(each -> LocalDate.parse(each.text())).orElse(null),
        null,
        List.of());
  }

  private static @Nullable Text optionalText(DocumentNode node, String key) {
    return node.find(key).isPresent() ? node.bilingual(key) : null;
  }
}

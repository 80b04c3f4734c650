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
import org.yongjun.pass.platform.Outcome;

/**
 * Turns a document that follows the schema into a catalogue, and finds the faults that a schema
 * cannot see: unknown regions, reversed dates, numbers that stand twice, tiers without a class.
 */
final class CatalogueReader {
  private final Predicate<RegionCode> regionExists;

  CatalogueReader(Predicate<RegionCode> regionExists) {
    this.regionExists = regionExists;
  }

  /** The catalogue as version {@code version}; refuses with INVALID_CATALOGUE and every fault. */
  Outcome<Catalogue> read(Map<String, Object> document, int version) {
    Faults faults = new Faults();
    Catalogue catalogue = read(DocumentNode.root(document), version, faults);
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
    List<Catalogue.Category> categories = categories(root, faults);
    Frame frame = new Frame(code, version, region, from, to, source(root.get("source")));
    return new Catalogue(
        code,
        version,
        region,
        root.bilingual("title"),
        optionalText(root, "note"),
        root.find("batchNumber").map(DocumentNode::smallInteger).orElse(null),
        frame.source(),
        categories,
        from,
        to,
        entries(root, frame, categories, faults));
  }

  /** What every item of a catalogue takes from it. */
  record Frame(
      String code,
      int version,
      RegionCode region,
      LocalDate from,
      @Nullable LocalDate to,
      Source source) {}

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
      Optional<Item> item = new ItemReader(frame, regionExists, faults).read(node);
      item.ifPresent(each -> entries.add(new Catalogue.Entry(number, category, each)));
    }
    return entries;
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

package org.yongjun.pass.benefit;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.Limit;
import org.yongjun.pass.offline.rule.Origin;
import org.yongjun.pass.offline.rule.PartRule;
import org.yongjun.pass.offline.rule.Proof;
import org.yongjun.pass.offline.rule.Source;
import org.yongjun.pass.offline.rule.VenueFacts;
import org.yongjun.pass.offline.rule.When;
import org.yongjun.pass.offline.rule.Where;
import org.yongjun.pass.offline.rule.Who;

/** Reads one item of a catalogue; a fault anywhere in it leaves it out. */
final class ItemReader {
  private final CatalogueReader.Frame frame;
  private final Predicate<RegionCode> regionExists;
  private final Faults faults;
  private final RuleReader rules;

  ItemReader(CatalogueReader.Frame frame, Predicate<RegionCode> regionExists, Faults faults) {
    this.frame = frame;
    this.regionExists = regionExists;
    this.faults = faults;
    this.rules = new RuleReader(faults);
  }

  Optional<Item> read(DocumentNode node) {
    int faultsBefore = faults.count();
    HolderClasses classes = classes(node.get("who"));
    Optional<Who> who = who(node.get("who"), classes);
    Optional<Where> where = where(node.find("where").orElse(null));
    Optional<When> when = when(node, node.find("when").orElse(null));
    int stackOrder = node.find("stackOrder").map(DocumentNode::smallInteger).orElse(0);
    PartReader reader = new PartReader(rules, faults, classes, stackOrder);
    List<PartRule> parts = reader.parts(node);
    String id = frame.code() + "/" + node.text("number");
    Item.Extras extras = reader.extras(node, id);
    boolean complete = who.isPresent() && where.isPresent() && when.isPresent();
    if (faults.count() > faultsBefore || !complete) {
      return Optional.empty();
    }
    return Optional.of(
        new Item(
            id,
            frame.version(),
            node.bilingual("title"),
            who.orElseThrow(),
            where.orElseThrow(),
            when.orElseThrow(),
            parts,
            limits(node),
            stackOrder,
            new Proof(
                node.isTrue("photoCheck"),
                node.find("approvalAboveFen").map(DocumentNode::integer).orElse(null)),
            source(node),
            node.isTrue("synthetic"),
            extras));
  }

  private static HolderClasses classes(DocumentNode who) {
    Set<HolderClass> classes = EnumSet.noneOf(HolderClass.class);
    who.list("classes").forEach(each -> classes.add(HolderClass.valueOf(each.text())));
    return HolderClasses.of(classes);
  }

  private Optional<Who> who(DocumentNode node, HolderClasses classes) {
    Origin origin = origin(node.get("origin"));
    return node.find("condition").isEmpty()
        ? Optional.of(new Who(classes, origin, null))
        : rules.condition(node.get("condition"), 1).map(each -> new Who(classes, origin, each));
  }

  private Origin origin(DocumentNode node) {
    return switch (node.text("scope")) {
      case "LOCAL" -> new Origin.Local(region(node.get("region")));
      case "LISTED" -> new Origin.Listed(node.list("regions").stream().map(this::region).toList());
      default -> new Origin.Nationwide();
    };
  }

  private RegionCode region(DocumentNode node) {
    RegionCode region = RegionCode.of(node.text());
    if (!regionExists.test(region)) {
      faults.add(node, "行政区划代码不存在", "There is no such region code");
    }
    return region;
  }

  private Optional<Where> where(@Nullable DocumentNode node) {
    if (node == null) {
      return Optional.of(frame.everywhere());
    }
    RegionCode region = node.find("region").map(this::region).orElse(frame.region());
    if (!frame.region().contains(region)) {
      faults.add(node.get("region"), "超出本清单所属地区", "Outside the region of this catalogue");
    }
    int min = node.find("aLevelMin").map(DocumentNode::smallInteger).orElse(0);
    int max = node.find("aLevelMax").map(DocumentNode::smallInteger).orElse(VenueFacts.A_LEVEL_MAX);
    if (min > max) {
      faults.add(node.get("aLevelMin"), "A级下限高于上限", "The lowest rating is above the highest");
      return Optional.empty();
    }
    return Optional.of(
        new Where(
            node.texts("kinds"),
            min,
            max,
            node.texts("ownerships"),
            region,
            node.texts("tags"),
            node.texts("excludedTags"),
            node.texts("includes"),
            node.texts("excludes")));
  }

  /** An item's days lie inside those of its catalogue. */
  private Optional<When> when(DocumentNode item, @Nullable DocumentNode node) {
    if (node == null) {
      return isReversed(frame.from(), frame.to())
          ? Optional.empty()
          : Optional.of(new When(frame.from(), frame.to(), List.of(), Set.of(), List.of()));
    }
    LocalDate from = later(frame.from(), date(node, "effectiveFrom"));
    LocalDate to = earlier(frame.to(), date(node, "effectiveTo"));
    boolean isEmpty = to != null && to.isBefore(from);
    // Where the catalogue's own range is reversed, that is said once, there.
    if (isEmpty && (!isReversed(frame.from(), frame.to()) || isReversed(node))) {
      faults.add(
          item.get("when"),
          "有效期为空：截止日期早于起始日期，或超出清单有效期",
          "No day is left: the range is reversed or outside the catalogue's");
    }
    int faultsBefore = faults.count();
    List<When.Window> windows = windows(node);
    List<When.Hours> hours = hours(node);
    Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
    node.list("weekdays").forEach(each -> weekdays.add(DayOfWeek.valueOf(each.text())));
    return isEmpty || faults.count() > faultsBefore
        ? Optional.empty()
        : Optional.of(new When(from, to, windows, weekdays, hours));
  }

  private static boolean isReversed(DocumentNode node) {
    LocalDate from = date(node, "effectiveFrom");
    return from != null && isReversed(from, date(node, "effectiveTo"));
  }

  private static boolean isReversed(LocalDate from, @Nullable LocalDate to) {
    return to != null && to.isBefore(from);
  }

  private List<When.Window> windows(DocumentNode node) {
    List<When.Window> windows = new ArrayList<>();
    for (DocumentNode each : node.list("windows")) {
      LocalDate from = LocalDate.parse(each.text("from"));
      LocalDate to = LocalDate.parse(each.text("to"));
      if (to.isBefore(from)) {
        faults.add(each.get("to"), "截止日期早于起始日期", "The last day lies before the first");
      } else {
        String edition = each.find("edition").map(DocumentNode::text).orElse(null);
        windows.add(new When.Window(from, to, edition));
      }
    }
    return windows;
  }

  private List<When.Hours> hours(DocumentNode node) {
    List<When.Hours> hours = new ArrayList<>();
    for (DocumentNode each : node.list("hours")) {
      LocalTime from = LocalTime.parse(each.text("from"));
      LocalTime to = LocalTime.parse(each.text("to"));
      if (!to.equals(LocalTime.MIDNIGHT) && !to.isAfter(from)) {
        faults.add(each.get("to"), "结束时间不晚于开始时间", "The end is not after the beginning");
      } else {
        hours.add(new When.Hours(from, to));
      }
    }
    return hours;
  }

  private static List<Limit> limits(DocumentNode node) {
    return node.list("limits").stream()
        .map(
            each ->
                new Limit(
                    Limit.Subject.valueOf(each.text("subject")),
                    Limit.Period.valueOf(each.text("period")),
                    Limit.Unit.valueOf(each.text("unit")),
                    each.get("max").integer()))
        .toList();
  }

  private Source source(DocumentNode node) {
    LocalDate date = date(node, "sourceDate");
    return new Source(
        frame.source().document(),
        frame.source().number(),
        date == null ? frame.source().date() : date,
        node.find("sourceQuote").map(DocumentNode::text).orElse(null),
        List.copyOf(node.texts("references")));
  }

  private static @Nullable LocalDate date(DocumentNode node, String key) {
    return node.find(key).map(each -> LocalDate.parse(each.text())).orElse(null);
  }

  private static LocalDate later(LocalDate outer, @Nullable LocalDate own) {
    return own == null || own.isBefore(outer) ? outer : own;
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate outer, @Nullable LocalDate own) {
    if (outer == null || own == null) {
      return outer == null ? own : outer;
    }
    return own.isBefore(outer) ? own : outer;
  }
}

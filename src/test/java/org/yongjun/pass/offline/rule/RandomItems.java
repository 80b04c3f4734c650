package org.yongjun.pass.offline.rule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.kernel.Text;

/** Seeded random items that say everything an item can say. */
public final class RandomItems {
  static final String[] LABELS = {"FARE", "ADMISSION", "GOODS", "FUEL"};
  static final String[] CHANNELS = {"CASH", "BANK_CARD"};
  static final String[] KINDS = {"SHOP", "SCENIC_SPOT"};
  static final String[] OWNERSHIPS = {"CITY_OWNED", "PRIVATE"};
  static final String[] TAGS = {"old-street", "alliance"};
  static final String[] LISTS = {"garrison", "visitors"};
  static final String[] VENUES = {"V1", "V2", "V3"};
  static final int[] REGIONS = {0, 130000, 130400, 130402, 130600};
  static final int ITEMS_MAX = 6;

  private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
  private static final Source SOURCE = new Source("test", null, null, null, List.of());

  private final Random random;

  public RandomItems(Random random) {
    this.random = random;
  }

  /** One to {@link #ITEMS_MAX} items of two programmes. */
  public List<Item> list() {
    List<Item> items = new ArrayList<>();
    int count = 1 + random.nextInt(ITEMS_MAX);
    for (int i = 0; i < count; i++) {
      items.add(item((random.nextBoolean() ? "a/" : "b/") + i, items));
    }
    return items;
  }

  private Item item(String id, List<Item> before) {
    boolean layer = random.nextInt(5) == 0;
    String promise = promiseAmong(before);
    boolean figures = layer || promise != null;
    List<PartRule> parts = parts(layer, figures);
    Companions companions =
        random.nextInt(4) == 0
            ? new Companions(1 + random.nextInt(2), parts(layer, figures))
            : null;
    boolean bundle = !layer && random.nextInt(5) == 0;
    return new Item(
        id,
        1,
        new Text(id, id),
        new Who(
            classes(),
            origin(),
            random.nextInt(3) == 0 ? condition(1 + random.nextInt(Condition.DEPTH_MAX)) : null),
        where(),
        when(),
        parts,
        limits(),
        layer ? 1 + random.nextInt(3) : 0,
        new Proof(false, random.nextInt(8) == 0 ? (long) random.nextInt(3000) : null),
        SOURCE,
        true,
        new Item.Extras(bundle, companions, promise, false));
  }

  private String promiseAmong(List<Item> before) {
    return before.isEmpty() || random.nextInt(3) > 0
        ? null
        : before.get(random.nextInt(before.size())).id();
  }

  private List<PartRule> parts(boolean layer, boolean figures) {
    List<PartRule> parts = new ArrayList<>();
    for (String label : LABELS) {
      if (random.nextInt(2) == 0) {
        parts.add(part(label, layer, figures));
      }
    }
    return parts.isEmpty() ? List.of(part(LABELS[0], layer, figures)) : parts;
  }

  private PartRule part(String label, boolean layer, boolean figures) {
    PriceRule rule = layer ? sumOff() : rule();
    if (figures && rule instanceof PriceRule.Unquantified) {
      rule = sumOff();
    }
    return new PartRule(label, rule, random.nextInt(5) == 0 ? amount() : null);
  }

  /** At least 1 fen; mostly small, so that thresholds, caps and prices meet. */
  private long amount() {
    return 1 + random.nextInt(1 + random.nextInt(20_000));
  }

  private PriceRule rule() {
    return switch (random.nextInt(8)) {
      case 0 -> new PriceRule.Free();
      case 1, 2 ->
          new PriceRule.PercentPayable(
              random.nextInt(101),
              percents(),
              threshold(),
              random.nextInt(3) == 0 ? amount() : null);
      case 3 -> new PriceRule.FixedPrice(amount() - 1, prices());
      case 4 -> new PriceRule.NonMonetary();
      case 5 -> new PriceRule.Unquantified();
      default -> sumOff();
    };
  }

  private long threshold() {
    return random.nextInt(3) == 0 ? amount() : 0;
  }

  private PriceRule sumOff() {
    if (random.nextInt(3) == 0) {
      long off =
          random.nextInt(20) == 0 ? 1 + random.nextInt(100_000_000) : 1 + random.nextInt(300);
      return new PriceRule.PerUnitOff(
          off,
          "LITRE",
          random.nextInt(3) == 0 ? (long) 1 + random.nextInt(60_000) : null,
          random.nextInt(3) == 0 ? amount() : null);
    }
    if (random.nextInt(3) == 0) {
      long off = amount();
      return new PriceRule.AmountOff(off, amount(), off + random.nextInt(9000));
    }
    List<PriceRule.AmountOff.Step> steps = new ArrayList<>();
    long threshold = threshold();
    long off = amount();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      steps.add(new PriceRule.AmountOff.Step(threshold, off));
      threshold += amount();
      off += 1 + random.nextInt(3000);
    }
    return new PriceRule.AmountOff(steps, null);
  }

  private Map<HolderClass, Integer> percents() {
    Map<HolderClass, Integer> tiers = new EnumMap<>(HolderClass.class);
    classes().list().forEach(each -> tiers.put(each, random.nextInt(101)));
    return random.nextBoolean() ? tiers : Map.of();
  }

  private Map<HolderClass, Long> prices() {
    Map<HolderClass, Long> tiers = new EnumMap<>(HolderClass.class);
    classes().list().forEach(each -> tiers.put(each, amount() - 1));
    return random.nextBoolean() ? tiers : Map.of();
  }

  /** Of the first five, so that holders and items often meet. */
  HolderClasses classes() {
    int bits = 0;
    for (int i = 0; i < 3; i++) {
      bits |= 1 << random.nextInt(5);
    }
    return new HolderClasses(bits);
  }

  RegionCode region() {
    return new RegionCode(REGIONS[random.nextInt(REGIONS.length)]);
  }

  private Origin origin() {
    return switch (random.nextInt(4)) {
      case 0 -> new Origin.Local(region());
      case 1 -> new Origin.Listed(List.of(region(), region()));
      default -> new Origin.Nationwide();
    };
  }

  private Condition condition(int depth) {
    if (depth > 1) {
      return switch (random.nextInt(3)) {
        case 0 -> new Condition.Not(condition(depth - 1));
        case 1 -> new Condition.All(List.of(condition(depth - 1), condition(1)));
        default -> new Condition.Any(List.of(condition(1), condition(depth - 1), condition(1)));
      };
    }
    return switch (random.nextInt(6)) {
      case 0 -> new Condition.MeritAtMost(1 + random.nextInt(HolderFacts.MERIT_CLASS_MAX));
      case 1 ->
          new Condition.DisabilityGradeAtMost(1 + random.nextInt(HolderFacts.DISABILITY_GRADE_MAX));
      case 2 -> new Condition.AgeAtLeast(50 + random.nextInt(20));
      case 3 -> new Condition.MemberOf(LISTS[random.nextInt(LISTS.length)]);
      case 4 -> new Condition.HouseholdOf(LISTS[random.nextInt(LISTS.length)]);
      default -> new Condition.ChannelIs(CHANNELS[random.nextInt(CHANNELS.length)]);
    };
  }

  private Set<String> some(String[] words, int oneIn) {
    Set<String> chosen = new HashSet<>();
    for (String word : words) {
      if (random.nextInt(oneIn) == 0) {
        chosen.add(word);
      }
    }
    return chosen;
  }

  private Where where() {
    int low = random.nextInt(3) == 0 ? random.nextInt(VenueFacts.A_LEVEL_MAX + 1) : 0;
    int high = low + random.nextInt(VenueFacts.A_LEVEL_MAX + 1 - low);
    return new Where(
        random.nextInt(4) == 0 ? some(KINDS, 2) : Set.of(),
        low,
        random.nextInt(3) == 0 ? high : VenueFacts.A_LEVEL_MAX,
        random.nextInt(6) == 0 ? some(OWNERSHIPS, 2) : Set.of(),
        random.nextInt(3) == 0 ? region() : RegionCode.NATION,
        random.nextInt(6) == 0 ? some(TAGS, 2) : Set.of(),
        some(TAGS, 20),
        some(VENUES, 12),
        some(VENUES, 20));
  }

  private When when() {
    boolean always = random.nextInt(2) == 0;
    Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
    if (!always && random.nextInt(3) == 0) {
      for (int i = 0; i < 5; i++) {
        weekdays.add(DayOfWeek.of(1 + random.nextInt(7)));
      }
    }
    LocalDate to = random.nextInt(4) == 0 ? SEPTEMBER.plusDays(20 + random.nextInt(100)) : null;
    return new When(
        SEPTEMBER.minusDays(random.nextInt(400)).plusDays(random.nextInt(20) == 0 ? 450 : 0),
        to == null || random.nextInt(20) > 0 ? null : to.plusDays(500),
        always || random.nextBoolean() ? List.of() : windows(),
        weekdays,
        always || random.nextBoolean() ? List.of() : hours());
  }

  private List<When.Window> windows() {
    List<When.Window> windows = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      LocalDate from = SEPTEMBER.plusDays(random.nextInt(90));
      String edition = random.nextInt(3) == 0 ? null : random.nextBoolean() ? "24" : "25";
      windows.add(new When.Window(from, from.plusDays(5 + random.nextInt(40)), edition));
    }
    return windows;
  }

  private List<When.Hours> hours() {
    int from = random.nextInt(12);
    int to = 13 + random.nextInt(12);
    return List.of(
        new When.Hours(
            LocalTime.of(from, 30), to == 24 ? LocalTime.MIDNIGHT : LocalTime.of(to, 0)));
  }

  private List<Limit> limits() {
    List<Limit> limits = new ArrayList<>();
    int count = Math.max(0, random.nextInt(5) - 2);
    for (int i = 0; i < count; i++) {
      Limit.Unit unit = Limit.Unit.values()[random.nextInt(Limit.Unit.values().length)];
      limits.add(
          new Limit(
              Limit.Subject.values()[random.nextInt(Limit.Subject.values().length)],
              Limit.Period.values()[random.nextInt(Limit.Period.values().length)],
              unit,
              unit == Limit.Unit.FEN ? amount() : 1 + random.nextInt(3)));
    }
    return limits;
  }
}

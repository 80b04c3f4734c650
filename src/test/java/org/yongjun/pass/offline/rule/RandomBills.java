package org.yongjun.pass.offline.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.yongjun.pass.kernel.Fen;
import org.yongjun.pass.kernel.RegionCode;

/** Seeded random holders with bills at venues, and what was used before. */
final class RandomBills {
  private static final Instant FROM = Instant.parse("2026-09-01T00:00:00Z");
  private static final int SECONDS = 110 * 86_400;

  private final Random random;
  private final RandomItems sets;

  RandomBills(Random random, RandomItems sets) {
    this.random = random;
    this.sets = sets;
  }

  /**
   * What a counter says.
   *
   * @param counted whether this visit or person is in it
   */
  record Counter(long used, boolean counted) {}

  /** Counters by scope, subject, period, first day and unit, as a server keeps them. */
  record Counters(Map<String, Counter> byKey, Instant at) implements Usage {
    static String key(Item item, Limit limit, Instant at) {
      return String.join(
          "|",
          limit.scopeOf(item),
          limit.subject().name(),
          limit.period().name(),
          limit.periodStart(item, at).toString(),
          limit.unit().name());
    }

    @Override
    public long used(Item item, Limit limit) {
      return byKey.get(key(item, limit, at)).used();
    }

    @Override
    public boolean isCounted(Item item, Limit limit) {
      return byKey.get(key(item, limit, at)).counted();
    }
  }

  Situation bill(List<Item> items) {
    Instant at = FROM.plusSeconds(random.nextInt(SECONDS));
    return new Situation(
        holder(),
        venue(),
        parts(),
        RandomItems.CHANNELS[random.nextInt(2)],
        at,
        counters(items, at),
        visit(items),
        random.nextInt(3) > 0);
  }

  private HolderFacts holder() {
    return new HolderFacts(
        sets.classes(),
        sets.region(),
        random.nextInt(HolderFacts.MERIT_CLASS_MAX + 1),
        random.nextInt(HolderFacts.DISABILITY_GRADE_MAX + 1),
        random.nextBoolean() ? 45 + random.nextInt(30) : null,
        random.nextBoolean() ? Set.of("garrison") : Set.of(),
        random.nextBoolean() ? Set.of("visitors") : Set.of());
  }

  private VenueFacts venue() {
    return new VenueFacts(
        RandomItems.VENUES[random.nextInt(RandomItems.VENUES.length)],
        RandomItems.KINDS[random.nextInt(2)],
        RegionCode.of(random.nextBoolean() ? "130402" : "130602"),
        random.nextInt(VenueFacts.A_LEVEL_MAX + 1),
        RandomItems.OWNERSHIPS[random.nextInt(2)],
        random.nextBoolean() ? Set.of(RandomItems.TAGS[random.nextInt(2)]) : Set.of(),
        random.nextInt(50) > 0);
  }

  private List<BillPart> parts() {
    List<BillPart> parts = new ArrayList<>();
    for (String label : RandomItems.LABELS) {
      for (int companion = 0; companion < 3; companion++) {
        if (random.nextInt(companion == 0 ? 2 : 6) == 0) {
          parts.add(part(label, companion));
        }
      }
    }
    return parts.isEmpty() ? List.of(part(RandomItems.LABELS[2], 0)) : parts;
  }

  private BillPart part(String label, int companion) {
    long listFen =
        random.nextInt(40) == 0 ? Fen.AMOUNT_MAX : random.nextInt(1 + random.nextInt(40_000));
    long referenceFen = random.nextInt(3) == 0 ? (long) (listFen * random.nextDouble()) : listFen;
    long milliUnits =
        random.nextInt(3) == 0
            ? 0
            : random.nextInt(40) == 0 ? Fen.MILLI_UNITS_MAX : random.nextInt(90_000);
    return new BillPart(
        label,
        companion,
        listFen,
        random.nextInt(20) == 0 ? 0 : referenceFen,
        random.nextBoolean() ? ReferenceReason.AGE : null,
        milliUnits);
  }

  private Counters counters(List<Item> items, Instant at) {
    Map<String, Counter> counters = new TreeMap<>();
    for (Item item : items) {
      for (Limit limit : item.limits()) {
        long used =
            random.nextInt(3) == 0
                ? 0
                : limit.unit() == Limit.Unit.FEN ? random.nextInt(9000) : random.nextInt(4);
        boolean isDistinct =
            limit.unit() == Limit.Unit.VISITS || limit.unit() == Limit.Unit.HOLDERS;
        counters.put(
            Counters.key(item, limit, at),
            new Counter(used, isDistinct && used > 0 && random.nextInt(3) == 0));
      }
    }
    return new Counters(counters, at);
  }

  private VisitSoFar visit(List<Item> items) {
    if (random.nextInt(3) > 0) {
      return VisitSoFar.NEW;
    }
    Map<String, Set<String>> redeemed = new HashMap<>();
    for (Item item : items) {
      if (random.nextBoolean()) {
        Set<String> parts = new HashSet<>();
        parts.add(RandomItems.LABELS[random.nextInt(4)]);
        parts.add(RandomItems.LABELS[random.nextInt(4)] + "#" + (1 + random.nextInt(2)));
        redeemed.put(item.id(), parts);
      }
    }
    return new VisitSoFar(redeemed);
  }
}

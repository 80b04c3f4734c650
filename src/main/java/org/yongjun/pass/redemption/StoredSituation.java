package org.yongjun.pass.redemption;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.limit.CountedUsage;
import org.yongjun.pass.limit.LimitKey;
import org.yongjun.pass.offline.rule.BillPart;
import org.yongjun.pass.offline.rule.HolderFacts;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.Limit;
import org.yongjun.pass.offline.rule.ReferenceReason;
import org.yongjun.pass.offline.rule.Situation;
import org.yongjun.pass.offline.rule.Usage;
import org.yongjun.pass.offline.rule.VenueFacts;
import org.yongjun.pass.offline.rule.VisitSoFar;
import org.yongjun.pass.verification.SealedFacts;

/** Reads what {@link Facts} wrote: the situation that a redemption was decided in. */
final class StoredSituation {
  private final Map<String, Object> facts;
  private final Instant at;

  private StoredSituation(Map<String, Object> facts) {
    this.facts = facts;
    this.at = Instant.parse(text(facts, "at"));
  }

  /** Empty where the entry was written before everything that was asked was kept. */
  static Optional<StoredSituation> of(LedgerEntry entry) {
    return entry.facts().containsKey(Facts.ITEMS)
        ? Optional.of(new StoredSituation(entry.facts()))
        : Optional.empty();
  }

  /** A version of an item, as it was considered. */
  record Version(String itemId, int version) {}

  List<Version> items() {
    return list(facts, Facts.ITEMS).stream()
        .map(Object::toString)
        .map(
            each ->
                new Version(
                    each.substring(0, each.lastIndexOf('@')),
                    Integer.parseInt(each.substring(each.lastIndexOf('@') + 1))))
        .toList();
  }

  List<BillPart> bill() {
    return list(facts, Facts.BILL).stream().map(each -> part(map(each))).toList();
  }

  /** Empty where the holder's facts were erased. */
  Optional<HolderFacts> holder(SealedFacts seals, String redemptionId) {
    Map<String, Object> told = map(facts.get("holder"));
    HolderClasses classes =
        HolderClasses.of(
            list(told, "classes").stream()
                .map(each -> HolderClass.valueOf(each.toString()))
                .toList());
    Object sealed = facts.get(Facts.SEALED);
    if (sealed == null) {
      RegionCode home = RegionCode.of(text(told, "homeRegion"));
      return Optional.of(HolderFacts.ofCode(classes, home, 0, 0));
    }
    return seals.open(shown(), classes, sealed.toString(), Facts.purposeOf(redemptionId));
  }

  /** The sealed facts for another redemption of the same holder; empty where none were sealed. */
  Optional<String> sealAgain(SealedFacts seals, String from, String to) {
    Object sealed = facts.get(Facts.SEALED);
    return sealed == null
        ? Optional.empty()
        : Optional.of(
            seals.sealAgain(
                shown(), sealed.toString(), Facts.purposeOf(from), Facts.purposeOf(to)));
  }

  private SealedFacts.Shown shown() {
    Map<String, Object> code = map(facts.get("code"));
    return new SealedFacts.Shown(
        (int) number(code, "issuer"), number(code, "index"), text(code, "shownAs"));
  }

  Situation situation(HolderFacts holder, List<BillPart> bill, Usage usage) {
    return new Situation(holder, venue(), bill, text(facts, "channel"), at, usage, visit(), true);
  }

  /** The counters as they were read then. */
  Usage usage() {
    Map<Reading, CountedUsage.Reading> readings = new HashMap<>();
    for (Object each : list(facts, "usage")) {
      Map<String, Object> reading = map(each);
      Limit.Subject subject = Limit.Subject.valueOf(text(reading, "subject"));
      Limit.Period period = Limit.Period.valueOf(text(reading, "period"));
      Limit.Unit unit = Limit.Unit.valueOf(text(reading, "unit"));
      LocalDate from = LocalDate.parse(text(reading, "from"));
      String scope = text(reading, "scope");
      readings.put(
          new Reading(scope, subject, period, from, unit),
          new CountedUsage.Reading(
              new LimitKey(scope, subject, "", period, from, unit),
              number(reading, "used"),
              Boolean.TRUE.equals(reading.get("counted")),
              held(reading)));
    }
    return new Usage() {
      @Override
      public long used(Item item, Limit limit) {
        CountedUsage.Reading reading = readings.get(Reading.of(item, limit, at));
        return reading == null ? 0 : reading.usedBeside(item);
      }

      @Override
      public boolean isCounted(Item item, Limit limit) {
        CountedUsage.Reading reading = readings.get(Reading.of(item, limit, at));
        return reading != null && reading.isCounted();
      }
    };
  }

  private static Map<String, Long> held(Map<String, Object> reading) {
    Map<String, Object> stored = map(reading.get(Facts.HELD));
    Map<String, Long> held = new HashMap<>();
    stored.keySet().forEach(itemId -> held.put(itemId, number(stored, itemId)));
    return held;
  }

  /** A counter without the subject, which is the entry's own. */
  private record Reading(
      String scope, Limit.Subject subject, Limit.Period period, LocalDate from, Limit.Unit unit) {
    static Reading of(Item item, Limit limit, Instant at) {
      return new Reading(
          limit.scopeOf(item),
          limit.subject(),
          limit.period(),
          limit.periodStart(item, at),
          limit.unit());
    }
  }

  private VenueFacts venue() {
    Map<String, Object> venue = map(facts.get("venue"));
    Set<String> tags = new HashSet<>();
    list(venue, "tags").forEach(tag -> tags.add(tag.toString()));
    return new VenueFacts(
        text(venue, "id"),
        text(venue, "kind"),
        RegionCode.of(text(venue, "region")),
        (int) number(venue, "aLevel"),
        text(venue, "ownership"),
        tags,
        true);
  }

  private VisitSoFar visit() {
    Object redeemed = facts.get(Facts.REDEEMED);
    if (redeemed == null) {
      return VisitSoFar.NEW;
    }
    Map<String, Set<String>> parts = new HashMap<>();
    map(redeemed)
        .forEach(
            (item, keys) -> {
              Set<String> names = new HashSet<>();
              ((List<?>) keys).forEach(key -> names.add(key.toString()));
              parts.put(item, names);
            });
    return new VisitSoFar(parts);
  }

  private static BillPart part(Map<String, Object> part) {
    Object reason = part.get("referenceReason");
    return new BillPart(
        text(part, "label"),
        part.containsKey("companion") ? (int) number(part, "companion") : 0,
        number(part, "listFen"),
        number(part, "referenceFen"),
        reason == null ? null : ReferenceReason.valueOf(reason.toString()),
        part.containsKey("milliUnits") ? number(part, "milliUnits") : 0);
  }

  private static String text(Map<String, Object> map, String name) {
    Object value = map.get(name);
    if (value == null) {
      throw new IllegalStateException("stored facts lack " + name);
    }
    return value.toString();
  }

  private static long number(Map<String, Object> map, String name) {
    return Long.parseLong(text(map, name));
  }

  private static List<?> list(Map<String, Object> map, String name) {
    return map.get(name) instanceof List<?> list ? list : List.of();
  }

  private static Map<String, Object> map(@Nullable Object value) {
    Map<String, Object> copy = new HashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, each) -> copy.put(name.toString(), each));
    }
    return copy;
  }
}

package org.yongjun.pass.redemption;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.limit.Charge;
import org.yongjun.pass.limit.CountedUsage;
import org.yongjun.pass.limit.LimitKey;
import org.yongjun.pass.limit.Subjects;
import org.yongjun.pass.offline.rule.BillPart;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.Limit;
import org.yongjun.pass.venue.Venue;
import org.yongjun.pass.verification.Examination;
import org.yongjun.pass.verification.ShownCode;

/** The facts that a decision rested on, as the ledger keeps them: nothing that names a person. */
final class Facts {
  static final String BILL = "bill";
  static final String REPLACES = "replaces";
  static final String ITEMS = "items";
  static final String REDEEMED = "redeemed";
  static final String APPROVAL = "approval";
  static final String SEALED = "sealed";
  static final String HELD = "held";

  /** The tap that told of it afterwards. */
  static final String TAP = "tap";

  private static final String HOUSEHOLD = "household";

  private Facts() {}

  static Map<String, Object> of(Examination.Granted granted, List<Charge> charges) {
    Map<String, Object> facts = new LinkedHashMap<>();
    ShownCode code = granted.code();
    facts.put(
        "code",
        Map.of(
            "issuer", code.issuer(),
            "index", code.bindingIndex(),
            "shownAs", code.shownAs().text()));
    facts.put(
        "holder",
        Map.of(
            "classes", granted.holder().classes().list().stream().map(HolderClass::name).toList(),
            "homeRegion", granted.holder().homeRegionTold().toString()));
    Venue venue = granted.venue();
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("id", venue.id());
    place.put("kind", venue.kind().name());
    place.put("region", venue.region().toString());
    place.put("aLevel", venue.aLevel());
    place.put("ownership", venue.ownership().name());
    place.put("tags", List.copyOf(venue.tags()));
    place.put("version", venue.version());
    facts.put("venue", place);
    facts.put(BILL, granted.bill().stream().map(Facts::part).toList());
    facts.put("channel", granted.channel());
    facts.put("at", granted.at().toString());
    facts.put("usage", granted.usage().stream().map(Facts::reading).toList());
    granted
        .approval()
        .ifPresent(
            each ->
                facts.put(
                    APPROVAL, Map.of("by", each.approvedBy(), "at", each.approvedAt().toString())));
    // Kept only where a limit asked for it, so that a family is not to be recognised elsewhere;
    // also
    // where the best item has none, because what is left after a return may get another item.
    charges.stream()
        .map(Charge::key)
        .filter(key -> key.subject() == Limit.Subject.HOUSEHOLD)
        .findFirst()
        .map(LimitKey::subjectValue)
        .or(() -> householdAsked(granted))
        .ifPresent(household -> facts.put(HOUSEHOLD, household));
    facts.put(ITEMS, granted.items().stream().map(Facts::item).toList());
    if (!granted.visit().redeemed().isEmpty()) {
      Map<String, List<String>> redeemed = new TreeMap<>();
      granted
          .visit()
          .redeemed()
          .forEach((item, parts) -> redeemed.put(item, parts.stream().sorted().toList()));
      facts.put(REDEEMED, redeemed);
    }
    return facts;
  }

  /** Who approved it, where that was needed. */
  static Optional<String> approverOf(LedgerEntry entry) {
    return entry.facts().get(APPROVAL) instanceof Map<?, ?> approval
        ? Optional.of(String.valueOf(approval.get("by")))
        : Optional.empty();
  }

  /** Under which purpose the holder's facts of a redemption are sealed. */
  static String purposeOf(String redemptionId) {
    return "redemption/" + redemptionId;
  }

  /** Under whom the uses of this entry were counted, whoever belongs to that household today. */
  static Subjects subjectsOf(LedgerEntry entry) {
    String person = entry.person().pseudonym();
    Object household = entry.facts().getOrDefault(HOUSEHOLD, person);
    return new Subjects(person, household.toString(), entry.place().venueId());
  }

  /** Whose use it is, the entry says: its person or its venue. */
  private static Map<String, Object> reading(CountedUsage.Reading reading) {
    LimitKey key = reading.key();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("scope", key.scope());
    facts.put("subject", key.subject().name());
    facts.put("period", key.period().name());
    facts.put("from", key.periodStart().toString());
    facts.put("unit", key.unit().name());
    facts.put("used", reading.used());
    facts.put("counted", reading.isCounted());
    if (!reading.held().isEmpty()) {
      facts.put(HELD, new TreeMap<>(reading.held()));
    }
    return facts;
  }

  private static Optional<String> householdAsked(Examination.Granted granted) {
    return granted.items().stream()
        .flatMap(item -> item.limits().stream())
        .filter(limit -> limit.subject() == Limit.Subject.HOUSEHOLD)
        .findFirst()
        .map(limit -> granted.subjects().household());
  }

  private static String item(Item item) {
    return item.id() + "@" + item.version();
  }

  static Map<String, Object> part(BillPart part) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("label", part.label());
    facts.put("listFen", part.listFen());
    facts.put("referenceFen", part.referenceFen());
    if (part.companion() > 0) {
      facts.put("companion", part.companion());
    }
    if (part.referenceReason() != null) {
      facts.put("referenceReason", part.referenceReason().name());
    }
    if (part.milliUnits() > 0) {
      facts.put("milliUnits", part.milliUnits());
    }
    return facts;
  }
}

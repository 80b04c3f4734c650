package org.yongjun.pass.offline.bundle;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.ReferenceReason;
import org.yongjun.pass.offline.rule.VenueFacts;

/** The JSON of a bundle; members that a later format adds outside of items are left alone. */
final class PayloadJson {
  private static final Set<String> OUTLINE =
      Set.of("version", "from", "serverTime", "exp", "terminal", "keyList");

  private PayloadJson() {}

  static Map<String, Object> write(BundlePayload payload) {
    BundleHead head = payload.head();
    GateTerminal terminal = head.terminal();
    JsonMembers members =
        new JsonMembers()
            .put("version", head.version())
            .put("from", head.from())
            .put("serverTime", head.serverTimeSeconds())
            .put("exp", head.expiresSeconds())
            .put(
                "terminal",
                new JsonMembers()
                    .put("id", terminal.id())
                    .put("venueId", terminal.venueId())
                    .put("region", terminal.region().toString())
                    .put("attended", terminal.attended())
                    .tree())
            .putIfAny("keyList", payload.keyList())
            .putAll("statusLists", payload.statusLists(), PayloadJson::writeStatus);
    writeSections(members, payload.sections());
    return members.tree();
  }

  static void writeSections(JsonMembers members, BundleSections sections) {
    VenueFacts venue = sections.venue();
    List<Item> items = sections.items();
    List<Item> onlineItems = sections.onlineItems();
    List<GateFare> fares = sections.fares();
    GateSettings settings = sections.settings();
    Map<RegionCode, Text> names = sections.regionNames();
    members
        .putIfAny("venue", venue == null ? null : writeVenue(venue))
        .putIfAny("items", items == null ? null : JsonMembers.list(items, ItemJson::write))
        .putIfAny(
            "onlineItems",
            onlineItems == null ? null : JsonMembers.list(onlineItems, ItemJson::write))
        .putIfAny("fares", fares == null ? null : JsonMembers.list(fares, PayloadJson::writeFare))
        .putIfAny("settings", settings == null ? null : writeSettings(settings))
        .putIfAny("regionNames", names == null ? null : writeNames(names));
  }

  /** Head and key list of a payload that nobody has vouched for yet. */
  record Outline(BundleHead head, @Nullable String keyList) {}

  static Outline readOutline(byte[] json) {
    JsonObject payload = JsonText.readOutline(json, OUTLINE);
    return new Outline(readHead(payload), payload.findText("keyList"));
  }

  private static BundleHead readHead(JsonObject payload) {
    return new BundleHead(
        payload.number("version"),
        payload.number("from"),
        payload.number("serverTime"),
        payload.number("exp"),
        readTerminal(payload.object("terminal")));
  }

  static BundlePayload read(JsonObject payload) {
    return new BundlePayload(
        readHead(payload),
        payload.findText("keyList"),
        payload.objects("statusLists", BundlePayload.STATUS_LISTS_MAX, PayloadJson::readStatus),
        readSections(payload));
  }

  private static BundleSections readSections(JsonObject payload) {
    JsonObject venue = payload.findObject("venue");
    JsonObject settings = payload.findObject("settings");
    JsonObject names = payload.findObject("regionNames");
    return new BundleSections(
        venue == null ? null : readVenue(venue),
        readItems(payload, "items"),
        readItems(payload, "onlineItems"),
        payload.has("fares")
            ? payload.objects("fares", BundleSections.FARES_MAX, PayloadJson::readFare)
            : null,
        settings == null ? null : readSettings(settings),
        names == null ? null : readNames(names));
  }

  private static @Nullable List<Item> readItems(JsonObject payload, String name) {
    return payload.has(name)
        ? payload.objects(name, BundleSections.ITEMS_MAX, ItemJson::read)
        : null;
  }

  private static GateTerminal readTerminal(JsonObject terminal) {
    return new GateTerminal(
        terminal.text("id"),
        terminal.text("venueId"),
        RegionCode.of(terminal.text("region")),
        terminal.flag("attended"));
  }

  private static Map<String, Object> writeStatus(StatusPart part) {
    return new JsonMembers()
        .put("issuer", part.issuer())
        .put(part.isDelta() ? "delta" : "list", part.jws())
        .tree();
  }

  private static StatusPart readStatus(JsonObject part) {
    boolean isDelta = part.has("delta");
    return new StatusPart(part.integer("issuer"), isDelta, part.text(isDelta ? "delta" : "list"));
  }

  private static Map<String, Object> writeVenue(VenueFacts venue) {
    return new JsonMembers()
        .put("id", venue.id())
        .put("kind", venue.kind())
        .put("region", venue.region().toString())
        .put("aLevel", venue.aLevel())
        .put("ownership", venue.ownership())
        .putSorted("tags", venue.tags())
        .put("active", venue.active())
        .tree();
  }

  private static VenueFacts readVenue(JsonObject venue) {
    return new VenueFacts(
        venue.text("id"),
        venue.text("kind"),
        RegionCode.of(venue.text("region")),
        venue.integer("aLevel"),
        venue.text("ownership"),
        ItemJson.names(venue, "tags"),
        venue.flag("active"));
  }

  private static Map<String, Object> writeFare(GateFare fare) {
    ReferenceReason reason = fare.referenceReason();
    return new JsonMembers()
        .put("label", fare.label())
        .put("listFen", fare.listFen())
        .put("referenceFen", fare.referenceFen())
        .putIfAny("referenceReason", reason == null ? null : reason.name())
        .putAll(
            "promotions",
            fare.promotions(),
            each ->
                new JsonMembers()
                    .put("from", each.from().toString())
                    .put("until", each.until().toString())
                    .put("referenceFen", each.referenceFen())
                    .tree())
        .tree();
  }

  private static GateFare readFare(JsonObject fare) {
    String reason = fare.findText("referenceReason");
    return new GateFare(
        fare.text("label"),
        fare.number("listFen"),
        fare.number("referenceFen"),
        reason == null ? null : ReferenceReason.valueOf(reason),
        fare.objects(
            "promotions",
            GateFare.PROMOTIONS_MAX,
            each ->
                new GateFare.Promotion(
                    LocalDate.parse(each.text("from")),
                    LocalDate.parse(each.text("until")),
                    each.number("referenceFen"))));
  }

  private static Map<String, Object> writeSettings(GateSettings settings) {
    return new JsonMembers()
        .put("antiPassbackSeconds", settings.antiPassbackSeconds())
        .put("failOpen", settings.failOpen())
        .put("dailyLimitPerGate", settings.dailyLimitPerGate())
        .put("dailyLimitPerHolder", settings.dailyLimitPerHolder())
        .put("exitRequired", settings.exitRequired())
        .put("onlineBudgetMillis", settings.onlineBudgetMillis())
        .putIfAny("passageLabel", settings.passageLabel())
        .tree();
  }

  private static GateSettings readSettings(JsonObject settings) {
    return new GateSettings(
        settings.integer("antiPassbackSeconds"),
        settings.flag("failOpen"),
        settings.integer("dailyLimitPerGate"),
        settings.integer("dailyLimitPerHolder"),
        settings.flag("exitRequired"),
        settings.integer("onlineBudgetMillis"),
        settings.findText("passageLabel"));
  }

  private static Map<String, Object> writeNames(Map<RegionCode, Text> names) {
    JsonMembers members = new JsonMembers();
    names.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> members.putText(each.getKey().toString(), each.getValue()));
    return members.tree();
  }

  private static Map<RegionCode, Text> readNames(JsonObject names) {
    if (names.names().size() > BundleSections.REGIONS_MAX) {
      throw new IllegalArgumentException("too many regions");
    }
    Map<RegionCode, Text> read = new HashMap<>();
    for (String code : names.names()) {
      read.put(RegionCode.of(code), JsonMembers.readText(names.object(code)));
    }
    return Map.copyOf(read);
  }
}

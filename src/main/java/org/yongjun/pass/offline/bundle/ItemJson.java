package org.yongjun.pass.offline.bundle;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.rule.Companions;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.Limit;
import org.yongjun.pass.offline.rule.PartRule;
import org.yongjun.pass.offline.rule.Proof;
import org.yongjun.pass.offline.rule.Source;
import org.yongjun.pass.offline.rule.Where;

/**
 * An item in a bundle. Its members have the names of the catalogue's schema wherever they mean the
 * same; but nothing is left to a catalogue around it, so id, version, effective days, region and
 * source are always the item's own.
 */
final class ItemJson {
  /** More names of venues, tags or references than an item lists. */
  private static final int NAMES_MAX = 10_000;

  private ItemJson() {}

  static Map<String, Object> write(Item item) {
    JsonMembers members =
        new JsonMembers()
            .put("id", item.id())
            .put("version", item.version())
            .putText("title", item.title())
            .put("who", WhoJson.write(item.who()))
            .put("where", writeWhere(item.where()))
            .put("when", WhenJson.write(item.when()))
            .putAll("parts", item.parts(), ItemJson::writePart)
            .putAll("limits", item.limits(), ItemJson::writeLimit)
            .putIfAny("stackOrder", item.stackOrder() == 0 ? null : item.stackOrder())
            .putIfTrue("photoCheck", item.proof().photoCheck())
            .putIfAny("approvalAboveFen", item.proof().approvalAboveFen())
            .put("source", writeSource(item.source()))
            .putIfTrue("synthetic", item.synthetic());
    Item.Extras extras = item.extras();
    Companions companions = extras.companions();
    return members
        .putIfTrue("bundle", extras.bundle())
        .putIfAny("companions", companions == null ? null : writeCompanions(companions))
        .putIfAny("fulfils", extras.fulfils())
        .putIfTrue("survivorMayClaim", extras.survivorMayClaim())
        .tree();
  }

  static Item read(JsonObject object) {
    return JsonObject.whole(
        object,
        item ->
            new Item(
                item.text("id"),
                item.integer("version"),
                JsonMembers.readText(item.object("title")),
                JsonObject.whole(item.object("who"), WhoJson::read),
                JsonObject.whole(item.object("where"), ItemJson::readWhere),
                JsonObject.whole(item.object("when"), WhenJson::read),
                readParts(item),
                item.objects("limits", Item.LIMITS_MAX, ItemJson::readLimit),
                item.has("stackOrder") ? item.integer("stackOrder") : 0,
                new Proof(item.flag("photoCheck"), item.findNumber("approvalAboveFen")),
                JsonObject.whole(item.object("source"), ItemJson::readSource),
                item.flag("synthetic"),
                readExtras(item)));
  }

  private static Item.Extras readExtras(JsonObject item) {
    JsonObject companions = item.findObject("companions");
    return new Item.Extras(
        item.flag("bundle"),
        companions == null ? null : JsonObject.whole(companions, ItemJson::readCompanions),
        item.findText("fulfils"),
        item.flag("survivorMayClaim"));
  }

  private static Map<String, Object> writeCompanions(Companions companions) {
    return new JsonMembers()
        .put("max", companions.max())
        .putAll("parts", companions.parts(), ItemJson::writePart)
        .tree();
  }

  private static Companions readCompanions(JsonObject object) {
    return new Companions(object.integer("max"), readParts(object));
  }

  private static Map<String, Object> writePart(PartRule part) {
    return new JsonMembers()
        .put("label", part.label())
        .put("rule", PriceJson.write(part.rule()))
        .putIfAny("listCapFen", part.listCapFen())
        .tree();
  }

  private static List<PartRule> readParts(JsonObject object) {
    return object.objects(
        "parts",
        Item.PARTS_MAX,
        each ->
            JsonObject.whole(
                each,
                part ->
                    new PartRule(
                        part.text("label"),
                        JsonObject.whole(part.object("rule"), PriceJson::read),
                        part.findNumber("listCapFen"))));
  }

  private static Map<String, Object> writeLimit(Limit limit) {
    return new JsonMembers()
        .put("subject", limit.subject().name())
        .put("period", limit.period().name())
        .put("unit", limit.unit().name())
        .put("max", limit.max())
        .tree();
  }

  private static Limit readLimit(JsonObject object) {
    return JsonObject.whole(
        object,
        limit ->
            new Limit(
                Limit.Subject.valueOf(limit.text("subject")),
                Limit.Period.valueOf(limit.text("period")),
                Limit.Unit.valueOf(limit.text("unit")),
                limit.number("max")));
  }

  private static Map<String, Object> writeWhere(Where where) {
    return new JsonMembers()
        .putSorted("kinds", where.kinds())
        .put("aLevelMin", where.aLevelMin())
        .put("aLevelMax", where.aLevelMax())
        .putSorted("ownerships", where.ownerships())
        .put("region", where.region().toString())
        .putSorted("tags", where.tags())
        .putSorted("excludedTags", where.excludedTags())
        .putSorted("includes", where.includes())
        .putSorted("excludes", where.excludes())
        .tree();
  }

  private static Where readWhere(JsonObject where) {
    return new Where(
        names(where, "kinds"),
        where.integer("aLevelMin"),
        where.integer("aLevelMax"),
        names(where, "ownerships"),
        RegionCode.of(where.text("region")),
        names(where, "tags"),
        names(where, "excludedTags"),
        names(where, "includes"),
        names(where, "excludes"));
  }

  static Set<String> names(JsonObject object, String name) {
    return Set.copyOf(object.texts(name, NAMES_MAX));
  }

  private static Map<String, Object> writeSource(Source source) {
    return new JsonMembers()
        .put("document", source.document())
        .putIfAny("number", source.number())
        .putIfAny("date", textOf(source.date()))
        .putIfAny("quote", source.quote())
        .putAll("references", source.references(), text -> text)
        .tree();
  }

  private static Source readSource(JsonObject source) {
    return new Source(
        source.text("document"),
        source.findText("number"),
        findDay(source, "date"),
        source.findText("quote"),
        source.texts("references", NAMES_MAX));
  }

  static @Nullable String textOf(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  static @Nullable LocalDate findDay(JsonObject object, String name) {
    String text = object.findText(name);
    return text == null ? null : LocalDate.parse(text);
  }
}

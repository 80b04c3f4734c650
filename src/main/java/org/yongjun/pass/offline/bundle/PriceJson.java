package org.yongjun.pass.offline.bundle;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.offline.rule.PriceRule;

/** Price rules in a bundle. */
final class PriceJson {
  private PriceJson() {}

  static Map<String, Object> write(PriceRule rule) {
    if (rule instanceof PriceRule.PercentPayable percent) {
      return kind("PERCENT_PAYABLE")
          .put("percent", percent.percent())
          .putIfAny("tiers", tiers(percent.tiers()))
          .putIfAny("thresholdFen", percent.thresholdFen() == 0 ? null : percent.thresholdFen())
          .putIfAny("capFen", percent.capFen())
          .tree();
    }
    if (rule instanceof PriceRule.AmountOff off) {
      return kind("AMOUNT_OFF")
          .putAll("steps", off.steps(), PriceJson::writeStep)
          .putIfAny("capFen", off.capFen())
          .tree();
    }
    if (rule instanceof PriceRule.PerUnitOff off) {
      return kind("PER_UNIT_OFF")
          .put("offFenPerUnit", off.offFenPerUnit())
          .put("unit", off.unit())
          .putIfAny("milliUnitsMax", off.milliUnitsMax())
          .putIfAny("capFen", off.capFen())
          .tree();
    }
    if (rule instanceof PriceRule.FixedPrice fixed) {
      return kind("FIXED_PRICE")
          .put("fen", fixed.fen())
          .putIfAny("tiers", tiers(fixed.tiers()))
          .tree();
    }
    return kind(plainKind(rule)).tree();
  }

  private static String plainKind(PriceRule rule) {
    if (rule instanceof PriceRule.Free) {
      return "FREE";
    }
    if (rule instanceof PriceRule.NonMonetary) {
      return "NON_MONETARY";
    }
    if (rule instanceof PriceRule.Unquantified) {
      return "UNQUANTIFIED";
    }
    throw new IllegalStateException("a price rule without a form: " + rule.getClass());
  }

  static PriceRule read(JsonObject rule) {
    switch (rule.text("kind")) {
      case "FREE":
        return new PriceRule.Free();
      case "PERCENT_PAYABLE":
        return readPercent(rule);
      case "AMOUNT_OFF":
        return new PriceRule.AmountOff(
            rule.objects("steps", PriceRule.AmountOff.STEPS_MAX, PriceJson::readStep),
            rule.findNumber("capFen"));
      case "FIXED_PRICE":
        return new PriceRule.FixedPrice(rule.number("fen"), readTiers(rule));
      case "PER_UNIT_OFF":
        return new PriceRule.PerUnitOff(
            rule.number("offFenPerUnit"),
            rule.text("unit"),
            rule.findNumber("milliUnitsMax"),
            rule.findNumber("capFen"));
      case "NON_MONETARY":
        return new PriceRule.NonMonetary();
      case "UNQUANTIFIED":
        return new PriceRule.Unquantified();
      default:
        throw new IllegalArgumentException("a price rule of another kind");
    }
  }

  private static PriceRule readPercent(JsonObject rule) {
    Map<HolderClass, Integer> percents = new EnumMap<>(HolderClass.class);
    readTiers(rule).forEach((each, percent) -> percents.put(each, Math.toIntExact(percent)));
    Long thresholdFen = rule.findNumber("thresholdFen");
    return new PriceRule.PercentPayable(
        rule.integer("percent"),
        percents,
        thresholdFen == null ? 0 : thresholdFen,
        rule.findNumber("capFen"));
  }

  private static Map<String, Object> writeStep(PriceRule.AmountOff.Step step) {
    return new JsonMembers()
        .put("thresholdFen", step.thresholdFen())
        .put("offFen", step.offFen())
        .tree();
  }

  private static PriceRule.AmountOff.Step readStep(JsonObject object) {
    return JsonObject.whole(
        object,
        step -> new PriceRule.AmountOff.Step(step.number("thresholdFen"), step.number("offFen")));
  }

  private static @Nullable Map<String, Object> tiers(Map<HolderClass, ? extends Number> tiers) {
    JsonMembers members = new JsonMembers();
    tiers.forEach((each, value) -> members.put(each.name(), value));
    return tiers.isEmpty() ? null : members.tree();
  }

  private static Map<HolderClass, Long> readTiers(JsonObject rule) {
    Map<HolderClass, Long> tiers = new EnumMap<>(HolderClass.class);
    JsonObject object = rule.findObject("tiers");
    if (object != null) {
      for (String name : object.names()) {
        tiers.put(HolderClass.valueOf(name), object.number(name));
      }
    }
    return tiers;
  }

  private static JsonMembers kind(String kind) {
    return new JsonMembers().put("kind", kind);
  }
}

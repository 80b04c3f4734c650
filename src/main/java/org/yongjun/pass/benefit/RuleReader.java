package org.yongjun.pass.benefit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.kernel.Fen;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.offline.rule.Condition;
import org.yongjun.pass.offline.rule.PriceRule;

/** Reads price rules and conditions by their kind. */
final class RuleReader {
  /** What a class without a tier pays: everything. */
  private static final int PERCENT_FULL = 100;

  private final Faults faults;

  RuleReader(Faults faults) {
    this.faults = faults;
  }

  Optional<PriceRule> priceRule(DocumentNode node, HolderClasses classes) {
    return switch (node.text("kind")) {
      case "FREE" -> Optional.of(new PriceRule.Free());
      case "PERCENT_PAYABLE" -> Optional.of(percent(node, classes));
      case "AMOUNT_OFF" -> amountOff(node);
      case "FIXED_PRICE" -> Optional.of(fixedPrice(node, classes));
      case "PER_UNIT_OFF" -> Optional.of(perUnitOff(node));
      case "NON_MONETARY" -> Optional.of(new PriceRule.NonMonetary());
      case "UNQUANTIFIED" -> Optional.of(new PriceRule.Unquantified());
      default -> throw new IllegalStateException("the schema lists the kinds of price rules");
    };
  }

  private PriceRule percent(DocumentNode node, HolderClasses classes) {
    Map<HolderClass, Long> tiers = tiers(node, "percent", classes);
    Map<HolderClass, Integer> percents = new EnumMap<>(HolderClass.class);
    tiers.forEach((each, percent) -> percents.put(each, Math.toIntExact(percent)));
    return new PriceRule.PercentPayable(
        node.find("percent").map(DocumentNode::smallInteger).orElse(PERCENT_FULL),
        percents,
        node.find("thresholdFen").map(DocumentNode::integer).orElse(0L),
        node.find("capFen").map(DocumentNode::integer).orElse(null));
  }

  private PriceRule fixedPrice(DocumentNode node, HolderClasses classes) {
    Map<HolderClass, Long> tiers = tiers(node, "fen", classes);
    return new PriceRule.FixedPrice(
        node.find("fen").map(DocumentNode::integer).orElse(Fen.AMOUNT_MAX), tiers);
  }

  /** Tiers by class; without the value for all, every class must have its own. */
  private Map<HolderClass, Long> tiers(DocumentNode node, String forAll, HolderClasses classes) {
    Map<HolderClass, Long> tiers = new EnumMap<>(HolderClass.class);
    for (String key : node.keys("tiers")) {
      HolderClass holderClass = HolderClass.valueOf(key);
      DocumentNode tier = node.get("tiers").get(key);
      if (!classes.has(holderClass)) {
        faults.add(tier, "该类别不在优待对象之列", "The item is not for this class");
      }
      tiers.put(holderClass, tier.integer());
    }
    if (node.find(forAll).isEmpty() && !tiers.keySet().containsAll(classes.list())) {
      faults.add(
          node.find("tiers").orElse(node),
          "有优待对象类别未定档",
          "A class that the item is for has no tier");
    }
    return tiers;
  }

  private Optional<PriceRule> amountOff(DocumentNode node) {
    List<PriceRule.AmountOff.Step> steps = new ArrayList<>();
    if (node.find("offFen").isPresent()) {
      steps.add(step(node));
    }
    boolean isRising = true;
    for (DocumentNode each : node.list("steps")) {
      PriceRule.AmountOff.Step step = step(each);
      if (!steps.isEmpty() && !PriceRule.AmountOff.isHigher(step, steps.get(steps.size() - 1))) {
        faults.add(each, "各档的门槛和立减额须逐档提高", "Each step asks for more and gives more than the last");
        isRising = false;
      }
      steps.add(step);
    }
    Long capFen = node.find("capFen").map(DocumentNode::integer).orElse(null);
    PriceRule.AmountOff.Step first = steps.get(0);
    if (capFen != null && (first.thresholdFen() == 0 || capFen < first.offFen())) {
      faults.add(
          node.get("capFen"),
          "封顶须有门槛且不低于立减额",
          "A cap needs a threshold and covers at least one sum off");
      return Optional.empty();
    }
    return isRising ? Optional.of(new PriceRule.AmountOff(steps, capFen)) : Optional.empty();
  }

  private static PriceRule.AmountOff.Step step(DocumentNode node) {
    return new PriceRule.AmountOff.Step(
        node.find("thresholdFen").map(DocumentNode::integer).orElse(0L),
        node.get("offFen").integer());
  }

  private static PriceRule perUnitOff(DocumentNode node) {
    return new PriceRule.PerUnitOff(
        node.get("offFenPerUnit").integer(),
        node.text("unit"),
        node.find("milliUnitsMax").map(DocumentNode::integer).orElse(null),
        node.find("capFen").map(DocumentNode::integer).orElse(null));
  }

  Optional<Condition> condition(DocumentNode node, int depth) {
    if (depth > Condition.DEPTH_MAX) {
      faults.add(node, "条件嵌套过深", "Conditions are nested too deep");
      return Optional.empty();
    }
    return switch (node.text("kind")) {
      case "MERIT_AT_MOST" ->
          Optional.of(new Condition.MeritAtMost(node.get("meritClass").smallInteger()));
      case "DISABILITY_GRADE_AT_MOST" ->
          Optional.of(new Condition.DisabilityGradeAtMost(node.get("grade").smallInteger()));
      case "AGE_AT_LEAST" ->
          Optional.of(new Condition.AgeAtLeast(node.get("years").smallInteger()));
      case "MEMBER_OF" -> Optional.of(new Condition.MemberOf(node.text("list")));
      case "HOUSEHOLD_OF" -> Optional.of(new Condition.HouseholdOf(node.text("list")));
      case "CHANNEL_IS" -> Optional.of(new Condition.ChannelIs(node.text("channel")));
      case "ALL" -> members(node, depth).map(Condition.All::new);
      case "ANY" -> members(node, depth).map(Condition.Any::new);
      case "NOT" -> condition(node.get("member"), depth + 1).map(Condition.Not::new);
      default -> throw new IllegalStateException("the schema lists the kinds of conditions");
    };
  }

  private Optional<List<Condition>> members(DocumentNode node, int depth) {
    List<Condition> members = new ArrayList<>();
    List<DocumentNode> nodes = node.list("members");
    nodes.forEach(each -> condition(each, depth + 1).ifPresent(members::add));
    return members.size() == nodes.size() ? Optional.of(members) : Optional.empty();
  }
}

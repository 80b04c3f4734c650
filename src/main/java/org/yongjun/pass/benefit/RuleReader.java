package org.yongjun.pass.benefit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
      case "FIXED_PRICE" -> Optional.of(new PriceRule.FixedPrice(node.get("fen").integer()));
      case "NON_MONETARY" -> Optional.of(new PriceRule.NonMonetary());
      case "UNQUANTIFIED" -> Optional.of(new PriceRule.Unquantified());
      default -> throw new IllegalStateException("the schema lists the kinds of price rules");
    };
  }

  private PriceRule percent(DocumentNode node, HolderClasses classes) {
    Map<HolderClass, Integer> tiers = new EnumMap<>(HolderClass.class);
    for (String key : node.keys("tiers")) {
      HolderClass holderClass = HolderClass.valueOf(key);
      DocumentNode tier = node.get("tiers").get(key);
      if (!classes.has(holderClass)) {
        faults.add(tier, "该类别不在优待对象之列", "The item is not for this class");
      }
      tiers.put(holderClass, tier.smallInteger());
    }
    Optional<DocumentNode> percent = node.find("percent");
    if (percent.isEmpty() && !tiers.keySet().containsAll(classes.list())) {
      faults.add(node.get("tiers"), "有优待对象类别未定折扣", "A class that the item is for has no tier");
    }
    return new PriceRule.PercentPayable(
        percent.map(DocumentNode::smallInteger).orElse(PERCENT_FULL), tiers);
  }

  private Optional<PriceRule> amountOff(DocumentNode node) {
    long offFen = node.get("offFen").integer();
    long thresholdFen = node.find("thresholdFen").map(DocumentNode::integer).orElse(0L);
    Long capFen = node.find("capFen").map(DocumentNode::integer).orElse(null);
    if (capFen != null && (thresholdFen == 0 || capFen < offFen)) {
      faults.add(
          node.get("capFen"),
          "封顶须有门槛且不低于立减额",
          "A cap needs a threshold and covers at least one sum off");
      return Optional.empty();
    }
    return Optional.of(new PriceRule.AmountOff(offFen, thresholdFen, capFen));
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

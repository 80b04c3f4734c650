package org.yongjun.pass.benefit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.offline.rule.Companions;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.PartRule;
import org.yongjun.pass.offline.rule.PriceRule;

/** Reads what an item gives: the parts of the holder, those of companions, and its extras. */
final class PartReader {
  private final RuleReader rules;
  private final Faults faults;
  private final HolderClasses classes;
  private final int stackOrder;

  PartReader(RuleReader rules, Faults faults, HolderClasses classes, int stackOrder) {
    this.rules = rules;
    this.faults = faults;
    this.classes = classes;
    this.stackOrder = stackOrder;
  }

  List<PartRule> parts(DocumentNode node) {
    List<PartRule> parts = new ArrayList<>();
    Set<String> labels = new HashSet<>();
    for (DocumentNode each : node.list("parts")) {
      if (!labels.add(each.text("label"))) {
        faults.add(each.get("label"), "账单项目重复", "This bill part stands twice");
      }
      part(each).ifPresent(parts::add);
    }
    return parts;
  }

  private Optional<PartRule> part(DocumentNode node) {
    Optional<PriceRule> rule = rules.priceRule(node.get("rule"), classes);
    if (rule.isPresent() && stackOrder > 0 && !rule.get().isStackable()) {
      faults.add(node.get("rule"), "只有立减可以叠加", "Only a sum off may come on top of another");
    }
    Long listCapFen = node.find("listCapFen").map(DocumentNode::integer).orElse(null);
    return rule.map(each -> new PartRule(node.text("label"), each, listCapFen));
  }

  /** After the parts were read without a fault. */
  Item.Extras extras(DocumentNode item, String itemId) {
    boolean bundle = item.isTrue("bundle");
    if (bundle && stackOrder > 0) {
      faults.add(item.get("stackOrder"), "捆绑优待不能叠加", "A bundle does not come on top of another");
    }
    Companions companions = item.find("companions").map(this::companions).orElse(null);
    String fulfils = item.find("fulfils").map(DocumentNode::text).orElse(null);
    if (fulfils != null) {
      checkFulfils(item, itemId, fulfils);
    }
    return new Item.Extras(bundle, companions, fulfils, item.isTrue("survivorMayClaim"));
  }

  private @Nullable Companions companions(DocumentNode node) {
    int faultsBefore = faults.count();
    List<PartRule> parts = parts(node);
    return faults.count() > faultsBefore
        ? null
        : new Companions(node.get("max").smallInteger(), parts);
  }

  private void checkFulfils(DocumentNode item, String itemId, String fulfils) {
    if (fulfils.equals(itemId)) {
      faults.add(item.get("fulfils"), "不能落实自身", "An item cannot fulfil itself");
    }
    List<DocumentNode> parts = new ArrayList<>(item.list("parts"));
    item.find("companions").ifPresent(each -> parts.addAll(each.list("parts")));
    for (DocumentNode part : parts) {
      if (part.get("rule").text("kind").equals("UNQUANTIFIED")) {
        faults.add(
            part.get("rule"), "落实另一项优待的项目须写明数额", "An item that fulfils another one states figures");
      }
    }
  }
}

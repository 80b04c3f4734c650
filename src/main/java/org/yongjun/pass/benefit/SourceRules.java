package org.yongjun.pass.benefit;

import java.util.List;
import java.util.Optional;

/**
 * Where official texts differ, the document keeps them side by side and states the reading that
 * applies; without it, nobody could tell later why a holder got what they got.
 */
final class SourceRules {
  private SourceRules() {}

  static void check(DocumentNode item, Faults faults) {
    Optional<DocumentNode> conflict = item.find("conflict");
    if (conflict.isEmpty()) {
      return;
    }
    List<DocumentNode> sources = item.list("sources");
    if (sources.size() < 2) {
      faults.add(conflict.get(), "存在冲突须列出至少两份来源", "A conflict needs at least two sources");
      return;
    }
    long applied = sources.stream().filter(each -> each.isTrue("applied")).count();
    if (applied != 1) {
      faults.add(
          item.get("sources"),
          "须恰有一份来源标明为所采用的解释（applied: true）",
          "Exactly one source must be marked as the reading that applies (applied: true)");
    }
  }
}

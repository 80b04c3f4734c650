package org.yongjun.pass.verification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.rule.Condition;
import org.yongjun.pass.offline.rule.HolderFacts;
import org.yongjun.pass.offline.rule.Item;

/**
 * Which facts about a holder some items ask for, beyond the classes and the home region that a code
 * tells. What no item asks for is not kept.
 */
final class ConsultedFacts {
  private boolean asksHome;
  private boolean asksMerit;
  private boolean asksDisability;
  private boolean asksAge;
  private final Set<String> lists = new HashSet<>();
  private final Set<String> householdLists = new HashSet<>();

  private ConsultedFacts() {}

  static ConsultedFacts of(List<Item> items) {
    ConsultedFacts consulted = new ConsultedFacts();
    for (Item item : items) {
      consulted.asksHome |= !item.who().origin().regions().contains(RegionCode.NATION);
      Condition condition = item.who().condition();
      if (condition != null) {
        consulted.add(condition);
      }
    }
    return consulted;
  }

  boolean isEmpty() {
    return !asksHome
        && !asksMerit
        && !asksDisability
        && !asksAge
        && lists.isEmpty()
        && householdLists.isEmpty();
  }

  /** Those of the facts that were asked for; the others as unknown. */
  HolderFacts only(HolderFacts all) {
    return new HolderFacts(
        all.classes(),
        asksHome ? all.homeRegion() : all.homeRegionTold(),
        asksMerit ? all.meritClass() : 0,
        asksDisability ? all.disabilityGrade() : 0,
        asksAge ? all.ageYears() : null,
        common(all.memberLists(), lists),
        common(all.householdLists(), householdLists));
  }

  private static Set<String> common(Set<String> all, Set<String> asked) {
    Set<String> common = new HashSet<>(all);
    common.retainAll(asked);
    return common;
  }

  private void add(Condition condition) {
    List<Condition> open = new ArrayList<>(List.of(condition));
    while (!open.isEmpty()) {
      switch (open.removeLast()) {
        case Condition.MeritAtMost merit -> asksMerit = true;
        case Condition.DisabilityGradeAtMost disability -> asksDisability = true;
        case Condition.AgeAtLeast age -> asksAge = true;
        case Condition.MemberOf(String list) -> lists.add(list);
        case Condition.HouseholdOf(String list) -> householdLists.add(list);
        case Condition.ChannelIs channel -> {}
        case Condition.All(List<Condition> members) -> open.addAll(members);
        case Condition.Any(List<Condition> members) -> open.addAll(members);
        case Condition.Not(Condition member) -> open.add(member);
      }
    }
  }
}

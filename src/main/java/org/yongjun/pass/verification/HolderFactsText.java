package org.yongjun.pass.verification;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.rule.HolderFacts;

/**
 * Facts about a holder as the text that is sealed: a line {@code name=value} each, unknown ones
 * left out. Sealed texts have this form: only add names.
 */
final class HolderFactsText {
  private static final String HOME = "home";
  private static final String MERIT = "merit";
  private static final String DISABILITY = "disability";
  private static final String AGE = "age";
  private static final String LIST = "list";
  private static final String HOUSEHOLD_LIST = "householdList";

  private HolderFactsText() {}

  /** Without the classes, which are told anyway. */
  static String write(HolderFacts facts) {
    StringJoiner lines = new StringJoiner("\n");
    lines.add(HOME + "=" + facts.homeRegion());
    lines.add(MERIT + "=" + facts.meritClass());
    lines.add(DISABILITY + "=" + facts.disabilityGrade());
    if (facts.ageYears() != null) {
      lines.add(AGE + "=" + facts.ageYears());
    }
    facts.memberLists().stream().sorted().forEach(each -> lines.add(LIST + "=" + each));
    facts.householdLists().stream()
        .sorted()
        .forEach(each -> lines.add(HOUSEHOLD_LIST + "=" + each));
    return lines.toString();
  }

  static HolderFacts read(HolderClasses classes, String text) {
    RegionCode home = RegionCode.NATION;
    int merit = 0;
    int disability = 0;
    @Nullable Integer age = null;
    Set<String> lists = new HashSet<>();
    Set<String> householdLists = new HashSet<>();
    for (String line : List.of(text.split("\n"))) {
      int at = line.indexOf('=');
      String value = line.substring(at + 1);
      switch (line.substring(0, at)) {
        case HOME -> home = RegionCode.of(value);
        case MERIT -> merit = Integer.parseInt(value);
        case DISABILITY -> disability = Integer.parseInt(value);
        case AGE -> age = Integer.valueOf(value);
        case LIST -> lists.add(value);
        case HOUSEHOLD_LIST -> householdLists.add(value);
        default -> throw new IllegalStateException("sealed facts of a later form");
      }
    }
    return new HolderFacts(classes, home, merit, disability, age, lists, householdLists);
  }
}

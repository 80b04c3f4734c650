package org.yongjun.pass.offline.rule;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;

/**
 * What the rules may ask about a holder. A gate knows only what the code says; the server knows the
 * rest. What is not known has the value named here, and a rule that needs it is then undecided
 * offline and not met online.
 *
 * @param homeRegion as precise as the source has it: a code says city or province
 * @param meritClass 1 (first class) … 3; 0 none or not said
 * @param disabilityGrade 1 (gravest) … 10; 0 none or not said
 * @param ageYears completed years at the time of use, null where not known
 * @param memberLists the codes of the member lists on which the holder validly stands at that time
 * @param householdLists the same for any person of the holder's household
 */
public record HolderFacts(
    HolderClasses classes,
    RegionCode homeRegion,
    int meritClass,
    int disabilityGrade,
    @Nullable Integer ageYears,
    Set<String> memberLists,
    Set<String> householdLists) {
  public static final int MERIT_CLASS_MAX = 3;
  public static final int DISABILITY_GRADE_MAX = 10;

  public HolderFacts {
    if (meritClass < 0 || meritClass > MERIT_CLASS_MAX) {
      throw new IllegalArgumentException("merit class out of range");
    }
    if (disabilityGrade < 0 || disabilityGrade > DISABILITY_GRADE_MAX) {
      throw new IllegalArgumentException("disability grade out of range");
    }
    memberLists = Set.copyOf(memberLists);
    householdLists = Set.copyOf(householdLists);
  }

  /** What a code alone says. */
  public static HolderFacts ofCode(
      HolderClasses classes, RegionCode homeRegion, int meritClass, int disabilityGrade) {
    return new HolderFacts(
        classes, homeRegion, meritClass, disabilityGrade, null, Set.of(), Set.of());
  }

  /** The same with an age. */
  public HolderFacts withAge(int years) {
    return new HolderFacts(
        classes, homeRegion, meritClass, disabilityGrade, years, memberLists, householdLists);
  }

  /**
   * The home region as coarse as a code says it: the city, for serving members the province. What
   * is said of a holder is never finer, whatever the register decides on.
   */
  public RegionCode homeRegionTold() {
    return classes.has(HolderClass.SERVICEPERSON) ? homeRegion.province() : homeRegion.city();
  }

  /** Only the component names that are not personal: facts never land in a log. */
  @Override
  public String toString() {
    return "HolderFacts[" + classes + "]";
  }
}

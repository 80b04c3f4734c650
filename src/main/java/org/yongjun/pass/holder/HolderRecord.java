package org.yongjun.pass.holder;

import java.time.LocalDate;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.HolderTag;
import org.yongjun.pass.kernel.RegionCode;

/**
 * What the rest of the system may know of a holder: no name, number or contact.
 *
 * @param homeRegion the region whose office answers for this holder
 * @param meritClass 0 (none) … 3, first to third class merit
 * @param disabilityGrade 0 (none) … 10
 * @param validFrom first day of entitlement, in China's time zone
 * @param validUntil last day of entitlement, inclusive
 */
public record HolderRecord(
    String id,
    HolderTag tag,
    RegionCode homeRegion,
    HolderClasses classes,
    int meritClass,
    int disabilityGrade,
    LocalDate validFrom,
    LocalDate validUntil,
    HolderStatus status) {
  public static final int MERIT_CLASS_MAX = 3;
  public static final int DISABILITY_GRADE_MAX = 10;
}

package org.yongjun.pass.holder;

import java.time.LocalDate;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;

/** A holder as one line of an import file states it; every field has passed its checks. */
record HolderDraft(
    Person person,
    RegionCode homeRegion,
    HolderClasses classes,
    int meritClass,
    int disabilityGrade,
    LocalDate validFrom,
    LocalDate validUntil) {
  @Override
  public String toString() {
    return "HolderDraft[masked]";
  }
}

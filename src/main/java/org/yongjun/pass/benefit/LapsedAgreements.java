package org.yongjun.pass.benefit;

import java.time.LocalDate;
import java.util.Set;

/** Says at which venues an office and the venue have signed agreements of which none holds. */
@FunctionalInterface
public interface LapsedAgreements {
  /** Those of the venues whose agreements were all over on that day; others have none, or one. */
  Set<String> listLapsed(Set<String> venueIds, LocalDate day);
}

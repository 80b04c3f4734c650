package org.yongjun.pass.venue;

import java.time.LocalDate;
import java.util.Optional;
import org.yongjun.pass.kernel.RegionCode;

/**
 * An open call for partners (征集).
 *
 * @param document number or title of its notice
 * @param batch such as 第二批
 * @param opensOn the first day to apply
 * @param closesOn the last
 */
public record VenueCall(
    String id,
    RegionCode region,
    String title,
    Optional<String> document,
    String batch,
    String partnerClass,
    LocalDate opensOn,
    LocalDate closesOn) {
  boolean isOpenOn(LocalDate day) {
    return !day.isBefore(opensOn) && !day.isAfter(closesOn);
  }
}

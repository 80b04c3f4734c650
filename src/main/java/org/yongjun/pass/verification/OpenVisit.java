package org.yongjun.pass.verification;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;

/**
 * A visit that further parts may be added to: at the same venue, on the same business day.
 *
 * @param staffCheck whether staff had to compare the holder with a photo when it was opened
 * @param classes as the code said that opened it, and so for the home region
 * @param redeemed the keys of the parts that stand, by the item that they were redeemed under
 */
public record OpenVisit(
    String id,
    int issuer,
    long bindingIndex,
    boolean staffCheck,
    String venueId,
    LocalDate businessDay,
    HolderClasses classes,
    RegionCode homeRegion,
    Map<String, Set<String>> redeemed) {}

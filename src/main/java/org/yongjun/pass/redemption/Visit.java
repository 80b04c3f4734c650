package org.yongjun.pass.redemption;

import java.time.LocalDate;
import org.yongjun.pass.verification.ShownCode;

/**
 * One person at one venue on one business day (人次); a code opens at most one.
 *
 * @param openedBy the item under which the visit is counted
 */
public record Visit(
    String id, ShownCode code, String venueId, LocalDate businessDay, String openedBy) {}

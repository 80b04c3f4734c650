package org.yongjun.pass.redemption;

import java.time.LocalDate;
import org.yongjun.pass.verification.ShownCode;

/**
 * One person at one venue on one business day (人次); a code opens at most one, and further parts may
 * join it.
 *
 * @param useKey what opened it: once per issuer and binding index; empty for one that is joined
 * @param openedBy the item under which the visit is counted
 */
public record Visit(
    String id,
    ShownCode code,
    String useKey,
    String venueId,
    LocalDate businessDay,
    String openedBy) {}

package org.yongjun.pass.access;

import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.RegionCode;

/**
 * Whom a token is minted for, in which role.
 *
 * @param id the holder's, account's or terminal's id
 * @param region what an officer answers for, a terminal's or owner's venue's region, a holder's
 *     home
 * @param venueId the venue of a terminal or venue owner, otherwise null
 */
public record Principal(String id, Role role, RegionCode region, @Nullable String venueId) {}

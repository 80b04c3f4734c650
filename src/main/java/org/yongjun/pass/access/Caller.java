package org.yongjun.pass.access;

import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.RegionCode;

/**
 * Who makes this call, and under which correlation id.
 *
 * @param id the principal's id; for a holder the holder's id, for a terminal the terminal's id
 * @param region what an officer answers for; for a terminal its venue's region
 * @param venueId the venue of a terminal or venue owner, otherwise null
 * @param requestId the correlation id that the terminal sent or the server drew
 */
public record Caller(
    String id, Role role, RegionCode region, @Nullable String venueId, String requestId) {
  /** Whether an officer's scope covers {@code other}. */
  public boolean answersFor(RegionCode other) {
    return role.isOffice() && region.contains(other);
  }

  /** Whether this is an officer who answers for the venue's region, or the venue's owner. */
  public boolean manages(String otherVenueId, RegionCode itsRegion) {
    return answersFor(itsRegion) || role == Role.VENUE_OWNER && otherVenueId.equals(venueId);
  }
}

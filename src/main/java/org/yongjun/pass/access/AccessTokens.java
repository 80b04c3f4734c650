package org.yongjun.pass.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.RegionCode;

/** Mints short-lived bearer tokens for one principal. */
public interface AccessTokens {
  /** How long a terminal works before it signs in again. */
  Duration TERMINAL_LIFETIME = Duration.ofMinutes(10);

  /** The longest life of a token minted by the local command. */
  Duration LIFETIME_MAX = Duration.ofHours(12);

  /** The claims beside the registered ones. */
  String CLAIM_ROLES = "roles";

  String CLAIM_REGION = "region";
  String CLAIM_VENUE = "venue";

  /** What must still stand for the token to count; see {@link #mint}. */
  String CLAIM_SESSION = "sid";

  /**
   * Mints a token.
   *
   * @param session a person's session, or the version of a terminal's key; null for a token that
   *     holds until it expires
   */
  String mint(Principal principal, @Nullable String session, Duration lifetime);

  /** A token that holds until it expires. */
  default String mint(
      String id, Role role, RegionCode region, @Nullable String venueId, Duration lifetime) {
    return mint(new Principal(id, role, region, venueId), null, lifetime);
  }
}

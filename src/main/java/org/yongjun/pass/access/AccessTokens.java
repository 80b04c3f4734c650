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

  String mint(String id, Role role, RegionCode region, @Nullable String venueId, Duration lifetime);
}

package org.yongjun.pass.access;

import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.RegionCode;

/**
 * What lets a terminal or gate sign in: its own P-256 key.
 *
 * @param id the terminal's id
 * @param publicKey the 65-byte uncompressed point, null until the terminal is paired
 */
public record Credential(
    String id,
    Role role,
    String venueId,
    RegionCode region,
    State state,
    byte @Nullable [] publicKey) {
  /** Where a credential stands in its life. */
  public enum State {
    AWAITING_PAIRING,
    ACTIVE,
    REVOKED
  }
}

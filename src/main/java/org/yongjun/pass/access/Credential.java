package org.yongjun.pass.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.RegionCode;

/**
 * What lets a terminal or gate sign in: its own P-256 key.
 *
 * @param id the terminal's id
 * @param publicKey the 65-byte uncompressed point, null until the terminal is paired
 * @param keyVersion 1 for the key it was paired with, one more with each roll
 * @param pairedAt null until the terminal is paired
 */
public record Credential(
    String id,
    Role role,
    String venueId,
    RegionCode region,
    SecurityProfile profile,
    State state,
    byte @Nullable [] publicKey,
    int keyVersion,
    @Nullable Instant pairedAt) {
  /** Where a credential stands in its life. */
  public enum State {
    AWAITING_PAIRING,
    ACTIVE,
    REVOKED
  }

  /** What its tokens carry as session: with another key they are void. */
  String session() {
    return Integer.toString(keyVersion);
  }
}

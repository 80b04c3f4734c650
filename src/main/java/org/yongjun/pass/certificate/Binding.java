package org.yongjun.pass.certificate;

import java.time.Instant;
import org.yongjun.pass.offline.token.KeyCustody;
import org.yongjun.pass.offline.token.RawPublicKey;

/**
 * One holder on one device.
 *
 * @param index dense per issuer, never assigned again; the place in the status list
 */
public record Binding(
    String id,
    int issuer,
    long index,
    String holderId,
    RawPublicKey deviceKey,
    KeyCustody custody,
    State state,
    Instant createdAt) {
  /** Whether codes of this binding are accepted. */
  public enum State {
    ACTIVE,
    REVOKED
  }
}

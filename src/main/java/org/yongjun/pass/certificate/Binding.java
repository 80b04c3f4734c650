package org.yongjun.pass.certificate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.offline.token.KeyCustody;
import org.yongjun.pass.offline.token.RawPublicKey;

/**
 * One holder on one device, or one card of a holder.
 *
 * @param index dense per issuer, never assigned again; the place in the status list
 * @param deviceKey null exactly for a card
 * @param serial counts the certificates of the binding, from 1
 * @param expiresAt when its newest certificate expires
 */
public record Binding(
    String id,
    int issuer,
    long index,
    String holderId,
    Kind kind,
    @Nullable RawPublicKey deviceKey,
    KeyCustody custody,
    State state,
    int serial,
    Instant createdAt,
    Instant expiresAt) {
  /** What shows the codes. Stored by name: never rename. */
  public enum Kind {
    DEVICE,
    CARD
  }

  /** Whether codes of this binding are accepted. Stored by name: never rename. */
  public enum State {
    ACTIVE,
    /** Paused together with the holder; can become active again. */
    SUSPENDED,
    /** Ended for good: the index is never active again. */
    REVOKED
  }
}

package org.yongjun.pass.access;

import java.time.Instant;

/** A person's stay, from a sign-in until it ends; its refresh tokens are one family. */
public record Session(String id, Principal principal, State state, Instant endsAt) {
  /** Stored by name: never rename. */
  public enum State {
    ACTIVE,
    /** The person signed out. */
    ENDED,
    /** A used refresh token came again, or the person may not sign in any more. */
    REVOKED
  }

  boolean stands(Instant now) {
    return state == State.ACTIVE && now.isBefore(endsAt);
  }
}

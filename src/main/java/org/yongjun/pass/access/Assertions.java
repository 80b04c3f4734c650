package org.yongjun.pass.access;

import java.time.Instant;
import java.util.Optional;

/** Reads the signed assertions by which machines sign in (RFC 7523, ES256). */
public interface Assertions {
  /** The audience that an assertion must name. */
  String AUDIENCE = "yongjun-pass";

  /** An assertion lives at most this many seconds. */
  int LIFETIME_SECONDS_MAX = 300;

  /** Clocks may differ by this many seconds. */
  int CLOCK_SKEW_SECONDS = 15;

  /** What an assertion says of itself before anyone has checked it. */
  interface Unverified {
    /** The credential that it claims to be from. */
    String claimedId();

    /** The claims, if the signature under {@code publicKey} and all times and names are right. */
    Optional<Verified> verify(byte[] publicKey, Instant now);
  }

  /** A checked assertion: its own id and end. */
  record Verified(String assertionId, Instant expiresAt) {}

  /** Empty when it is not a compact JWS with the claims that are needed. */
  Optional<Unverified> parse(String compact);
}

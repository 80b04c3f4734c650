package org.yongjun.pass.offline.token;

import java.util.Optional;

/**
 * The signature algorithms of the format; each makes 64-byte signatures and has a 33-byte raw
 * public key (token specification, “Algorithms”).
 */
public enum Algorithm {
  /** Ed25519 (RFC 8032). */
  ED25519(1),
  /** ECDSA on P-256 with SHA-256 (FIPS 186-5), signature r‖s. */
  P256(2),
  /** SM2 with SM3 (GB/T 32918), signature r‖s. */
  SM2(3);

  private static final Algorithm[] BY_ID = {ED25519, P256, SM2};

  private final int id;

  Algorithm(int id) {
    this.id = id;
  }

  /** The suite nibble: 1, 2 or 3. */
  public int id() {
    return id;
  }

  /** The algorithm with that suite nibble, or empty: a reader never guesses. */
  public static Optional<Algorithm> findById(int id) {
    return id >= 1 && id <= BY_ID.length ? Optional.of(BY_ID[id - 1]) : Optional.empty();
  }
}

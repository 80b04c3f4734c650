package org.yongjun.pass.access;

import java.util.Optional;

/** Reads public keys as machines send them. */
@FunctionalInterface
public interface PublicKeys {
  /**
   * The 65-byte uncompressed point of a JWK (RFC 7517), if it is a valid one of P-256.
   *
   * @param x base64url, 32 bytes
   * @param y base64url, 32 bytes
   */
  Optional<byte[]> pointOf(String kty, String crv, String x, String y);
}

package org.yongjun.pass.offline.token;

import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A public key in the format's 33-byte form. The prefix fits the algorithm; whether the rest is a
 * point of the curve is only known once {@link Keys} has read it.
 *
 * @param algorithm what the key signs with
 * @param bytes 0x00 ‖ 32 bytes for Ed25519 (RFC 8032), 0x02 or 0x03 ‖ x for the others (SEC 1)
 */
public record RawPublicKey(Algorithm algorithm, byte[] bytes) {
  public static final int LENGTH = 33;

  public RawPublicKey {
    if (bytes.length != LENGTH || !prefixFits(algorithm, bytes[0])) {
      throw new IllegalArgumentException("not a raw public key of this algorithm");
    }
    bytes = bytes.clone();
  }

  /** A copy of the 33 bytes. */
  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The 33 bytes in unpadded base64url (RFC 4648 §5), 44 characters. */
  public String base64Url() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Reads {@link #base64Url()}; throws {@link IllegalArgumentException} on anything else. */
  public static RawPublicKey ofBase64Url(Algorithm algorithm, String text) {
    return new RawPublicKey(algorithm, Base64.getUrlDecoder().decode(text));
  }

  /** Whether a key of that algorithm can begin with that byte. */
  static boolean prefixFits(Algorithm algorithm, byte prefix) {
    return algorithm == Algorithm.ED25519 ? prefix == 0 : prefix == 2 || prefix == 3;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RawPublicKey that
        && algorithm == that.algorithm
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * algorithm.id() + Arrays.hashCode(bytes);
  }

  /** Names the algorithm only: a device key tells phones apart and stays out of logs. */
  @Override
  public String toString() {
    return "RawPublicKey[" + algorithm + "]";
  }
}

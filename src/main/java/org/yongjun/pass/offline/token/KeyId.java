package org.yongjun.pass.offline.token;

import java.util.Optional;

/**
 * The assigned number of an issuer's key; never a hash of it.
 *
 * @param issuer issuer number, 0 … 65535
 * @param sequence number of the key within the issuer, 0 … 65535
 */
public record KeyId(int issuer, int sequence) {
  public static final int ISSUER_MAX = 0xFFFF;
  public static final int SEQUENCE_MAX = 0xFFFF;

  private static final int HEX_DIGITS = 8;

  public KeyId {
    if (issuer < 0 || issuer > ISSUER_MAX || sequence < 0 || sequence > SEQUENCE_MAX) {
      throw new IllegalArgumentException("key id out of range");
    }
  }

  /** Eight lower-case hex digits: four of the issuer, four of the sequence. */
  public String hex() {
    String digits = Integer.toHexString(bits());
    return "0".repeat(HEX_DIGITS - digits.length()) + digits;
  }

  /** Parses eight lower-case hex digits; throws {@link IllegalArgumentException} otherwise. */
  public static KeyId ofHex(String hex) {
    return findHex(hex)
        .orElseThrow(
            () -> new IllegalArgumentException("a key id has eight lower-case hex digits"));
  }

  /** The same, but empty for anything else. */
  public static Optional<KeyId> findHex(String hex) {
    return hex.length() == HEX_DIGITS && hex.chars().allMatch(KeyId::isLowerHex)
        ? Optional.of(ofBits(Integer.parseUnsignedInt(hex, 16)))
        : Optional.empty();
  }

  static KeyId ofBits(int bits) {
    return new KeyId(bits >>> 16, bits & SEQUENCE_MAX);
  }

  int bits() {
    return issuer << 16 | sequence;
  }

  private static boolean isLowerHex(int character) {
    return character >= '0' && character <= '9' || character >= 'a' && character <= 'f';
  }
}

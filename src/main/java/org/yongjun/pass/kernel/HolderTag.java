package org.yongjun.pass.kernel;

/**
 * The 64 random bits that stand for one person on every phone and card of that person.
 *
 * @param bits drawn once per holder from a secure random source
 */
public record HolderTag(long bits) {
  /** Sixteen lower-case hex digits. */
  public String hex() {
    String digits = Long.toHexString(bits);
    return "0000000000000000".substring(digits.length()) + digits;
  }

  /** Parses sixteen hex digits; throws {@link IllegalArgumentException} otherwise. */
  public static HolderTag ofHex(String hex) {
    if (hex.length() != 16) {
      throw new IllegalArgumentException("a holder tag has sixteen hex digits");
    }
    return new HolderTag(Long.parseUnsignedLong(hex, 16));
  }
}

package org.yongjun.pass.offline.token;

import java.util.Optional;

/** The text in a QR code: {@code YJ1:} and the code's bytes in Base45 (RFC 9285). */
public final class CodeText {
  public static final String PREFIX = "YJ1:";

  /** Characters of the longest text that can be a code. */
  public static final int LENGTH_MAX =
      PREFIX.length() + Layout.CODE_LENGTH_MAX / 2 * 3 + Layout.CODE_LENGTH_MAX % 2 * 2;

  private CodeText() {}

  /**
   * The text of a code, in characters of QR alphanumeric mode only.
   *
   * @throws IllegalArgumentException when no code is that long
   */
  public static String encode(byte[] code) {
    if (code.length > Layout.CODE_LENGTH_MAX) {
      throw new IllegalArgumentException("no code is that long");
    }
    return PREFIX + Base45.encode(code);
  }

  /**
   * The bytes of a text; empty when it is too long, has another prefix or is not the one canonical
   * text of its bytes. Whether the bytes are a code, {@link TokenParser} says.
   */
  public static Optional<byte[]> decode(String text) {
    if (text.length() > LENGTH_MAX || !text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    return Base45.decode(text, PREFIX.length());
  }
}

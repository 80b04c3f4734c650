package org.yongjun.pass.offline.token;

import java.util.Arrays;
import java.util.Optional;

/** Base45 (RFC 9285), strict: for every byte string there is exactly one text that it reads. */
final class Base45 {
  private static final int BASE = 45;
  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
  private static final byte[] DIGIT_OF = digits();

  private Base45() {}

  static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder((bytes.length + 1) / 2 * 3);
    int i = 0;
    for (; i + 1 < bytes.length; i += 2) {
      append(text, (bytes[i] & 0xFF) << 8 | bytes[i + 1] & 0xFF, 3);
    }
    if (i < bytes.length) {
      append(text, bytes[i] & 0xFF, 2);
    }
    return text.toString();
  }

  /** The bytes of {@code text} from {@code start} on; empty when it is not canonical Base45. */
  static Optional<byte[]> decode(String text, int start) {
    int length = text.length() - start;
    if (length % 3 == 1) {
      return Optional.empty();
    }
    byte[] bytes = new byte[length / 3 * 2 + length % 3 / 2];
    int out = 0;
    for (int i = start; i < text.length(); i += 3) {
      boolean isPair = text.length() - i == 2;
      int value = value(text, i, isPair ? 2 : 3);
      if (value < 0 || value > (isPair ? 0xFF : 0xFFFF)) {
        return Optional.empty();
      }
      if (!isPair) {
        bytes[out++] = (byte) (value >>> 8);
      }
      bytes[out++] = (byte) value;
    }
    return Optional.of(bytes);
  }

  private static void append(StringBuilder text, int value, int digits) {
    int rest = value;
    for (int i = 0; i < digits; i++) {
      text.append(ALPHABET.charAt(rest % BASE));
      rest /= BASE;
    }
  }

  /** The number that {@code count} digits from {@code start} on make, least first; −1 if none. */
  private static int value(String text, int start, int count) {
    int value = 0;
    for (int i = start + count - 1; i >= start; i--) {
      char character = text.charAt(i);
      int digit = character < DIGIT_OF.length ? DIGIT_OF[character] : -1;
      if (digit < 0) {
        return -1;
      }
      value = value * BASE + digit;
    }
    return value;
  }

  private static byte[] digits() {
    byte[] digits = new byte[128];
    Arrays.fill(digits, (byte) -1);
    for (int i = 0; i < BASE; i++) {
      digits[ALPHABET.charAt(i)] = (byte) i;
    }
    return digits;
  }
}

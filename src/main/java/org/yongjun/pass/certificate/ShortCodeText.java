package org.yongjun.pass.certificate;

import java.security.SecureRandom;

/**
 * Twenty decimal digits: 70, seventeen random ones, a Luhn digit. Source: token specification,
 * “Text in the QR code”.
 */
public final class ShortCodeText {
  public static final int LENGTH = 20;

  private static final String PREFIX = "70";
  private static final int RANDOM_DIGITS = 17;

  private ShortCodeText() {}

  static String draw(SecureRandom random) {
    StringBuilder digits = new StringBuilder(LENGTH).append(PREFIX);
    for (int i = 0; i < RANDOM_DIGITS; i++) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.append((char) ('0' + luhnDigit(digits))).toString();
  }

  /** Whether the text is meant as a short code and not as the text of a QR code. */
  public static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Whether the text is one that {@link #draw} could have drawn. */
  public static boolean isSound(String text) {
    return text.length() == LENGTH
        && isDigits(text)
        && text.startsWith(PREFIX)
        && text.charAt(LENGTH - 1) - '0' == luhnDigit(text.subSequence(0, LENGTH - 1));
  }

  /** The digit to append (ISO/IEC 7812-1, annex B): every second from the right counts twice. */
  private static int luhnDigit(CharSequence digits) {
    int sum = 0;
    boolean isDoubled = true;
    for (int i = digits.length() - 1; i >= 0; i--) {
      int digit = digits.charAt(i) - '0';
      int value = isDoubled ? 2 * digit : digit;
      sum += value > 9 ? value - 9 : value;
      isDoubled = !isDoubled;
    }
    return (10 - sum % 10) % 10;
  }
}

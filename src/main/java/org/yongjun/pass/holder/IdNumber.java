package org.yongjun.pass.holder;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The 18-character citizen number of GB 11643: six digits of region, eight of birth date, three of
 * sequence, one check character. The region is not looked up, because numbers keep the code of the
 * region where they were first given, which may be renumbered since.
 */
final class IdNumber {
  /** Nobody alive was born earlier. */
  static final LocalDate BIRTH_DATE_MIN = LocalDate.of(1900, 1, 1);

  private static final Pattern FORM = Pattern.compile("[1-9]\\d{16}[\\dX]");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_CHARACTERS = "10X98765432";

  private IdNumber() {}

  /**
   * What is wrong with {@code number}; empty if nothing is.
   *
   * @param number with X in upper case
   */
  static Optional<ImportFault> findFault(String number, LocalDate today) {
    if (!FORM.matcher(number).matches()) {
      return Optional.of(ImportFault.ID_NUMBER_MALFORMED);
    }
    if (checkCharacter(number) != number.charAt(17)) {
      return Optional.of(ImportFault.ID_NUMBER_CHECKSUM);
    }
    return isBirthDatePlausible(number, today)
        ? Optional.empty()
        : Optional.of(ImportFault.ID_NUMBER_BIRTH_DATE);
  }

  /** The birth date in a number that has no fault. */
  static LocalDate birthDate(String number) {
    return LocalDate.of(
        Integer.parseInt(number, 6, 10, 10),
        Integer.parseInt(number, 10, 12, 10),
        Integer.parseInt(number, 12, 14, 10));
  }

  private static char checkCharacter(String number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (number.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length());
  }

  private static boolean isBirthDatePlausible(String number, LocalDate today) {
    try {
      LocalDate birthDate = birthDate(number);
      return !birthDate.isBefore(BIRTH_DATE_MIN) && !birthDate.isAfter(today);
    } catch (DateTimeException e) {
      return false; // A 31 April is an answer about the number, not a failure of ours.
    }
  }
}

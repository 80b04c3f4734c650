package org.yongjun.pass.holder;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/**
 * Makes ID numbers for tests. The check character comes from ISO 7064 MOD 11-2 in its recursive
 * form, not from the weights that the code under test uses.
 */
public final class IdNumbers {
  private IdNumbers() {}

  public static String of(String region, String birthDate, int sequence) {
    String body = region + birthDate + "%03d".formatted(sequence);
    int product = 0;
    for (char digit : body.toCharArray()) {
      product = (product + (digit - '0')) * 2 % 11;
    }
    int check = (12 - product) % 11;
    return body + (check == 10 ? "X" : Integer.toString(check));
  }

  static String random(Random random) {
    LocalDate birthDate = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(45_000));
    return of(
        Integer.toString(110_101 + random.nextInt(500_000)),
        birthDate.format(DateTimeFormatter.BASIC_ISO_DATE),
        random.nextInt(1_000));
  }
}

package org.yongjun.pass.holder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IdNumberTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final int SAMPLES = 300;

  /** The number that GB 11643 works through as its example. */
  @Test
  void aNumberWithTheRightCheckCharacterIsFine() {
    assertEquals(Optional.empty(), IdNumber.findFault("11010519491231002X", TODAY));
  }

  @Test
  void everyChangeOfOneDigitIsRejected() {
    Random random = new Random(11643);
    for (int sample = 0; sample < SAMPLES; sample++) {
      String number = IdNumbers.random(random);
      assertEquals(Optional.empty(), IdNumber.findFault(number, TODAY));
      for (int at = 0; at < number.length(); at++) {
        for (char other : "0123456789X".toCharArray()) {
          if (other != number.charAt(at)) {
            String changed = number.substring(0, at) + other + number.substring(at + 1);
            assertTrue(IdNumber.findFault(changed, TODAY).isPresent(), "at " + at);
          }
        }
      }
    }
  }

  @Test
  void everySwapOfUnequalNeighboursIsRejected() {
    Random random = new Random(7064);
    for (int sample = 0; sample < SAMPLES; sample++) {
      char[] number = IdNumbers.random(random).toCharArray();
      for (int at = 0; at < number.length - 1; at++) {
        if (number[at] != number[at + 1]) {
          char[] swapped = number.clone();
          swapped[at] = number[at + 1];
          swapped[at + 1] = number[at];
          assertTrue(IdNumber.findFault(new String(swapped), TODAY).isPresent());
        }
      }
    }
  }

  @Test
  void aBirthDateExistsAndLiesBetween1900AndToday() {
    assertFault(Optional.empty(), "19000101");
    assertFault(Optional.of(ImportFault.ID_NUMBER_BIRTH_DATE), "18991231");
    assertFault(Optional.empty(), "20261122");
    assertFault(Optional.of(ImportFault.ID_NUMBER_BIRTH_DATE), "20261123");
    assertFault(Optional.of(ImportFault.ID_NUMBER_BIRTH_DATE), "19700431");
    assertFault(Optional.of(ImportFault.ID_NUMBER_BIRTH_DATE), "19700001");
    assertFault(Optional.of(ImportFault.ID_NUMBER_BIRTH_DATE), "19010229");
    assertFault(Optional.empty(), "20000229");
  }

  @Test
  void anythingButEighteenCharactersIsMalformed() {
    for (String number :
        new String[] {
          "",
          "110105491231002",
          "11010519491231002",
          "11010519491231002XX",
          "0101051949123100 2",
          "11010519491231002x",
          "１１010519491231002X"
        }) {
      assertEquals(Optional.of(ImportFault.ID_NUMBER_MALFORMED), IdNumber.findFault(number, TODAY));
    }
  }

  private static void assertFault(Optional<ImportFault> fault, String birthDate) {
    assertEquals(fault, IdNumber.findFault(IdNumbers.of("130402", birthDate, 7), TODAY));
  }
}

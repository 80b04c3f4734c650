package org.yongjun.pass.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlateTest {
  @ParameterizedTest
  @CsvSource({
    "京A·12345, 京A12345",
    "京a 1234b, 京A1234B",
    "　京Ａ－１２３４５, 京A12345",
    "粤BD12345, 粤BD12345",
    "冀B12345D, 冀B12345D",
    "粤Z1234港, 粤Z1234港",
    "川A1234警, 川A1234警",
    "京X1234应急, 京X1234应急",
    // The forces: the form of 2012 and the one before.
    "VA·01234, VA01234",
    "空K12345, 空K12345",
    "军A12345, 军A12345",
    // The armed police, with a province and without.
    "wj京·1234B, WJ京1234B",
    "WJ01234, WJ01234",
  })
  void aPlateHasOneWrittenForm(String given, String text) {
    assertEquals(Optional.of(new Plate(text)), Plate.read(given));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "A12345", "京A1234", "京A123456", "京I12345", "京AO2345", "军12345", "V012345"})
  void whatIsNoPlateIsNotTaken(String given) {
    assertEquals(Optional.empty(), Plate.read(given));
  }

  @Test
  void aPlateNeverShowsItself() {
    Plate plate = new Plate("VA01234");
    assertEquals("Plate[masked]", plate.toString());
    assertEquals("VA***4", plate.masked());
    assertThrows(IllegalArgumentException.class, () -> new Plate("VA 01234"));
  }

  @Test
  void whatIsTooLongIsNotEvenRead() {
    assertEquals(Optional.empty(), Plate.read("京A12345" + " ".repeat(20)));
  }
}

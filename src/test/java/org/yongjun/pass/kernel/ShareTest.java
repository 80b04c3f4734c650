package org.yongjun.pass.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ShareTest {
  @Test
  void aPrintedShareIsNeverHigherThanItIs() {
    assertEquals("97%", new Share(970, 1_000).percent());
    assertEquals("96.99%", new Share(9_699, 10_000).percent());
    assertEquals("96.99%", new Share(96_999, 100_000).percent());
    assertEquals("99.99%", new Share(999_999, 1_000_000).percent());
    assertEquals("100%", new Share(887, 887).percent());
    assertEquals("0.05%", new Share(1, 2_000).percent());
    assertEquals("33.3%", new Share(333, 1_000).percent());
    assertEquals("0%", new Share(0, 3).percent());
    assertEquals("125%", new Share(5, 4).percent());
  }

  @Test
  void thereIsNoShareOfNothing() {
    assertFalse(new Share(0, 0).isDefined());
    assertThrows(ArithmeticException.class, () -> new Share(0, 0).percent());
    assertThrows(IllegalArgumentException.class, () -> new Share(-1, 1));
  }
}

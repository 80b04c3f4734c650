package org.yongjun.pass.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShortCodeTextTest {
  /** The 7 counts twice, as 14 and so as 1 + 4: 5 more make ten. */
  private static final String BY_HAND = "70000000000000000005";

  @Test
  void theCheckDigitIsTheOneThatIsComputedByHand() {
    assertTrue(ShortCodeText.isSound(BY_HAND));
    for (char last = '0'; last <= '9'; last++) {
      String code = BY_HAND.substring(0, 19) + last;
      assertEquals(last == '5', ShortCodeText.isSound(code), code);
    }
  }

  @Test
  void drawnCodesAreSoundAndDiffer() {
    SecureRandom random = new SecureRandom();
    Set<String> drawn = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      String code = ShortCodeText.draw(random);
      assertTrue(ShortCodeText.isSound(code));
      assertTrue(drawn.add(code));
    }
  }

  @Test
  void everyWrongDigitAndEveryExchangeOfDifferentNeighboursButNineAndZeroIsSeen() {
    String code = ShortCodeText.draw(new SecureRandom());
    for (int i = 2; i < code.length(); i++) {
      char other = code.charAt(i) == '9' ? '0' : (char) (code.charAt(i) + 1);
      assertFalse(ShortCodeText.isSound(code.substring(0, i) + other + code.substring(i + 1)));
    }
    for (int i = 2; i + 1 < code.length(); i++) {
      char one = code.charAt(i);
      char two = code.charAt(i + 1);
      boolean isSeen = one != two && one % 9 != two % 9;
      String exchanged = code.substring(0, i) + two + one + code.substring(i + 2);
      assertTrue(!isSeen || !ShortCodeText.isSound(exchanged));
    }
  }

  @Test
  void otherTextsAreNoShortCodes() {
    assertFalse(ShortCodeText.isDigits(""));
    assertFalse(ShortCodeText.isDigits("YJ1:00"));
    assertFalse(ShortCodeText.isDigits("７0"));
    assertFalse(ShortCodeText.isSound(BY_HAND + "0"));
    assertFalse(ShortCodeText.isSound("71" + BY_HAND.substring(2)));
  }
}

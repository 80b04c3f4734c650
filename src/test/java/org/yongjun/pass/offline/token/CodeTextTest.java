package org.yongjun.pass.offline.token;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yongjun.pass.offline.token.TokenSamples.Fields;

class CodeTextTest {
  @Test
  void aDynamicCodeWithoutExtensionHas203BytesAnd309Characters() {
    byte[] code = Fields.deviceBound(Algorithm.SM2, Algorithm.P256).code(TokenSamples.ISSUED_AT, 1);
    String text = CodeText.encode(code);
    assertEquals(203, code.length);
    assertEquals(309, text.length());
    assertArrayEquals(code, CodeText.decode(text).orElseThrow());
  }

  @Test
  void aStaticCardWithoutExtensionHas97Bytes() {
    assertEquals(97, Fields.staticCard(Algorithm.SM2).sign().bytes().length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "YJ1", "yj1:BB8", "YJ2:BB8", " YJ1:BB8", "YJ1:BB8 ", "YJ1:BB8\n"})
  void anyOtherPrefixOrStrayCharacterIsRefused(String text) {
    assertTrue(CodeText.decode(text).isEmpty());
  }

  @Test
  void theLongestCodeReadsAndOneByteMoreDoesNot() {
    byte[] longest = new byte[203 + 32];
    assertEquals(CodeText.LENGTH_MAX, CodeText.encode(longest).length());
    assertArrayEquals(longest, CodeText.decode(CodeText.encode(longest)).orElseThrow());
    assertTrue(CodeText.decode(CodeText.encode(longest) + "00").isEmpty());
    assertThrows(IllegalArgumentException.class, () -> CodeText.encode(new byte[203 + 33]));
  }
}

package org.yongjun.pass.offline.token;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base45Test {
  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

  @ParameterizedTest
  @CsvSource({"AB, BB8", "Hello!!, %69 VD92EX0", "base-45, UJCLQE7W581", "ietf!, QED8WEX0"})
  void theExamplesOfRfc9285ReadBothWays(String plain, String encoded) {
    byte[] bytes = plain.getBytes(StandardCharsets.US_ASCII);
    assertEquals(encoded, Base45.encode(bytes));
    assertArrayEquals(bytes, Base45.decode(encoded, 0).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"GGW", ":::", "BB8GGW", "V5", "::", "BB8V5", "A", "BB8A"})
  void valuesTooLargeAndSingleCharactersAreRefused(String text) {
    assertTrue(Base45.decode(text, 0).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bb8", "BB_", "BB\n", "ＢB8", "BB\u0130", "B\u0000"})
  void charactersOutsideTheAlphabetAreRefused(String text) {
    assertTrue(Base45.decode(text, 0).isEmpty());
  }

  @Test
  void theLargestValuesRead() {
    assertArrayEquals(new byte[] {-1, -1}, Base45.decode("FGW", 0).orElseThrow());
    assertArrayEquals(new byte[] {-1}, Base45.decode("U5", 0).orElseThrow());
    assertArrayEquals(new byte[0], Base45.decode("", 0).orElseThrow());
  }

  @Test
  void noTwoTextsOfTwoOrThreeCharactersReadAlike() {
    int readable = 0;
    for (int i = 0; i < 45 * 45 * 46; i++) {
      String text = "" + ALPHABET.charAt(i % 45) + ALPHABET.charAt(i / 45 % 45);
      text += i < 45 * 45 * 45 ? ALPHABET.charAt(i / 45 / 45) : "";
      Optional<byte[]> bytes = Base45.decode(text, 0);
      if (bytes.isPresent()) {
        readable++;
        assertEquals(text, Base45.encode(bytes.get()));
      }
    }
    assertEquals(65_536 + 256, readable);
  }
}

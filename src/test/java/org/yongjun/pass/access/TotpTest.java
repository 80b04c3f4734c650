package org.yongjun.pass.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The vectors of RFC 6238, appendix B, and of RFC 4648, section 10. */
class TotpTest {
  private static final long[] TIMES = {
    59, 1_111_111_109, 1_111_111_111, 1_234_567_890, 2_000_000_000, 20_000_000_000L
  };
  private static final String DIGITS = "1234567890";

  @Test
  void codesAreThoseOfTheStandard() {
    check("HmacSHA1", 20, "94287082", "07081804", "14050471", "89005924", "69279037", "65353130");
    check("HmacSHA256", 32, "46119246", "68084774", "67062674", "91819424", "90698825", "77737706");
    check("HmacSHA512", 64, "90693936", "25091201", "99943326", "93441116", "38618901", "47863826");
  }

  private static void check(String algorithm, int secretBytes, String... codes) {
    byte[] secret = DIGITS.repeat(7).substring(0, secretBytes).getBytes(StandardCharsets.US_ASCII);
    Totp totp = new Totp(algorithm, 8);
    for (int i = 0; i < TIMES.length; i++) {
      long step = Totp.stepAt(Instant.ofEpochSecond(TIMES[i]));
      assertEquals(codes[i], totp.code(secret, step), algorithm + " at " + TIMES[i]);
    }
  }

  @Test
  void sixDigitsAreTheLastSixOfEight() {
    byte[] secret = DIGITS.repeat(2).getBytes(StandardCharsets.US_ASCII);
    assertEquals("287082", Totp.standard().code(secret, 1));
  }

  @Test
  void oneStepOfDriftIsAllowedAndNoMore() {
    byte[] secret = new byte[Totp.SECRET_BYTES];
    Instant now = Instant.ofEpochSecond(1_000_000_000L);
    long step = Totp.stepAt(now);
    for (long drift = -1; drift <= 1; drift++) {
      String code = Totp.standard().code(secret, step + drift);
      assertEquals(OptionalLong.of(step + drift), Totp.standard().findStep(secret, code, now));
    }
    for (long drift : new long[] {-2, 2}) {
      String code = Totp.standard().code(secret, step + drift);
      assertTrue(Totp.standard().findStep(secret, code, now).isEmpty());
    }
  }

  @Test
  void base32IsThatOfTheStandard() {
    String[] texts = {"", "f", "fo", "foo", "foob", "fooba", "foobar"};
    String[] expected = {"", "MY", "MZXQ", "MZXW6", "MZXW6YQ", "MZXW6YTB", "MZXW6YTBOI"};
    for (int i = 0; i < texts.length; i++) {
      assertEquals(expected[i], Totp.base32(texts[i].getBytes(StandardCharsets.US_ASCII)));
    }
  }
}

package org.yongjun.pass.offline.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.yongjun.pass.offline.verify.TestReader.NOW;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.offline.token.Algorithm;
import org.yongjun.pass.offline.token.CodeText;
import org.yongjun.pass.offline.token.KeyPurpose;
import org.yongjun.pass.offline.token.TokenSamples;
import org.yongjun.pass.offline.token.TokenSamples.Fields;

/**
 * Every single bit of a valid code flipped, every length but the right one. The reason expected is
 * told from the layout tables of the specification alone.
 */
class TamperedCodeTest {
  @ParameterizedTest
  @CsvSource({"SM2, P256", "P256, ED25519", "ED25519, SM2"})
  void everyFlippedBitOfADynamicCodeHasItsReason(Algorithm issuer, Algorithm device) {
    TestReader reader = TestReader.listing(issuer, KeyPurpose.DYNAMIC);
    byte[] code = Fields.deviceBound(issuer, device).code(NOW, 1);
    assertEquals("ACCEPTED", reader.outcome(code, NOW));
    for (int bit = 0; bit < code.length * 8; bit++) {
      byte[] flipped = flipped(code, bit);
      int offset = bit / 8;
      ReasonCode expected =
          offset < 130 ? reasonInBlock(flipped, offset, 65) : reasonInDynamicPart(flipped, offset);
      assertEquals(expected.name(), reader.outcome(flipped, NOW), "bit " + bit);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyFlippedBitOfACardHasItsReason(Algorithm issuer) {
    TestReader reader = TestReader.listing(issuer, KeyPurpose.STATIC);
    byte[] card = Fields.staticCard(issuer).sign().bytes();
    assertEquals("ACCEPTED", reader.outcome(card, NOW));
    for (int bit = 0; bit < card.length * 8; bit++) {
      byte[] flipped = flipped(card, bit);
      ReasonCode expected = reasonInBlock(flipped, bit / 8, 32);
      assertEquals(expected.name(), reader.outcome(flipped, NOW), "bit " + bit);
    }
  }

  @Test
  void everyTruncatedOrExtendedCodeIsMalformed() {
    TestReader reader = TestReader.listing(Algorithm.SM2, KeyPurpose.DYNAMIC);
    byte[] code = Fields.deviceBound(Algorithm.SM2, Algorithm.P256).code(NOW, 1);
    for (int length = 0; length <= code.length + 32; length++) {
      String expected = length == code.length ? "ACCEPTED" : "MALFORMED";
      assertEquals(expected, reader.outcome(Arrays.copyOf(code, length), NOW));
    }
  }

  @Test
  void everyTruncatedOrExtendedTextIsMalformed() {
    TestReader reader = TestReader.listing(Algorithm.SM2, KeyPurpose.DYNAMIC);
    String text = CodeText.encode(Fields.deviceBound(Algorithm.SM2, Algorithm.P256).code(NOW, 1));
    for (int length = 0; length < text.length(); length++) {
      assertMalformed(reader, text.substring(0, length));
      assertMalformed(reader, text.substring(length + 1));
    }
    for (String tail : new String[] {"0", "00", "000", " ", "\n", text}) {
      assertMalformed(reader, text + tail);
    }
    assertMalformed(reader, text.toLowerCase(Locale.ROOT));
    assertMalformed(reader, "0".repeat(5_000_000));
  }

  /** With an issuer's key listed for all classes and regions; the key's times are tight enough. */
  private static ReasonCode reasonInBlock(byte[] code, int offset, int extensionOffset) {
    if (isMalformedBlock(code, extensionOffset)) {
      return ReasonCode.MALFORMED;
    }
    long issuedAt = uint32(code, 16);
    boolean isOutsideSigningTimes =
        issuedAt < TokenSamples.ISSUED_AT - TestReader.DAY
            || issuedAt > TokenSamples.ISSUED_AT + 90 * TestReader.DAY;
    boolean isKeyId = offset >= 2 && offset <= 5;
    return isKeyId || isOutsideSigningTimes
        ? ReasonCode.UNKNOWN_KEY
        : ReasonCode.BAD_ISSUER_SIGNATURE;
  }

  private static boolean isMalformedBlock(byte[] code, int extensionOffset) {
    boolean isDeviceBound = extensionOffset == 65;
    int region = (code[13] & 0xFF) << 16 | (code[14] & 0xFF) << 8 | code[15] & 0xFF;
    int issuerNibble = (code[1] & 0xFF) >> 4;
    int deviceNibble = code[1] & 0x0F;
    return code[0] != (isDeviceBound ? 0x11 : 0x12)
        || issuerNibble < 1
        || issuerNibble > 3
        || (code[10] & 0xC0) != 0
        || (code[12] & 0xC0) != 0
        || (code[12] & 0x0F) > 10
        || region > 999_999
        || (code[20] | code[21]) == 0
        || (code[22] == 0) == isDeviceBound
        || (code[23] & 0xF8) != 0
        || (code[23] & 0x03) == 3
        || code[extensionOffset] != 0
        || (isDeviceBound ? !isDeviceKey(deviceNibble, code[32]) : deviceNibble != 0);
  }

  private static boolean isDeviceKey(int nibble, byte prefix) {
    return nibble == 1 ? prefix == 0 : (nibble == 2 || nibble == 3) && (prefix | 1) == 3;
  }

  private static ReasonCode reasonInDynamicPart(byte[] code, int offset) {
    if (offset == 130) {
      return ReasonCode.MALFORMED;
    }
    long time = uint32(code, 131);
    if (time > NOW + 15) {
      return ReasonCode.CLOCK_AHEAD;
    }
    return NOW > time + 60 ? ReasonCode.STALE_CODE : ReasonCode.BAD_DEVICE_SIGNATURE;
  }

  private static long uint32(byte[] code, int offset) {
    return ByteBuffer.wrap(code).getInt(offset) & 0xFFFF_FFFFL;
  }

  private static byte[] flipped(byte[] code, int bit) {
    byte[] flipped = code.clone();
    flipped[bit / 8] ^= (byte) (1 << bit % 8);
    return flipped;
  }

  private static void assertMalformed(TestReader reader, String text) {
    assertEquals("MALFORMED", TestReader.outcome(reader.verify(text, NOW)));
  }
}

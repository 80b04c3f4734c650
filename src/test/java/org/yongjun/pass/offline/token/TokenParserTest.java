package org.yongjun.pass.offline.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.HolderTag;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.token.TokenSamples.Fields;

class TokenParserTest {
  private static final byte[] DYNAMIC =
      Fields.deviceBound(Algorithm.SM2, Algorithm.P256).code(TokenSamples.ISSUED_AT, 1);
  private static final byte[] CARD = Fields.staticCard(Algorithm.SM2).sign().bytes();

  @Test
  void everyFieldOfADynamicCodeReadsBackAtItsLargest() {
    Fields fields = Fields.deviceBound(Algorithm.P256, Algorithm.ED25519);
    fields.keyId = new KeyId(0xFFFF, 0xFFFE);
    fields.bindingIndex = 0xFFFF_FFFFL;
    fields.classes = new HolderClasses(0x3FFF);
    fields.disabilityGrade = 10;
    fields.meritClass = 3;
    fields.homeRegion = new RegionCode(999_999);
    fields.issuedAtSeconds = 0xFFFF_FFFFL;
    fields.lifetimeHours = 65_535;
    fields.windowSeconds = 255;
    fields.photoCheckRequired = true;
    fields.holderTag = new HolderTag(-2);
    fields.extension = new Extension(new byte[32]);
    byte[] bytes = fields.code(0xFFFF_FFFFL, 0xFFFF_FFFEL);
    UnverifiedCode code = assertInstanceOf(UnverifiedCode.class, TokenParser.parse(bytes));
    assertEquals(203 + 32, bytes.length);
    assertEquals(fields.build(), code.unverifiedBlock().unverifiedFields());
    DynamicPart part = code.unverifiedDynamicPart().orElseThrow();
    assertEquals(0xFFFF_FFFFL, part.timeSeconds());
    assertEquals(0xFFFF_FFFEL, part.counter());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 31, 32})
  void aCardReadsBackWithAnyExtension(int length) {
    Fields fields = Fields.staticCard(Algorithm.ED25519);
    fields.extension = new Extension(new byte[length]);
    byte[] bytes = fields.sign().bytes();
    UnverifiedCode code = assertInstanceOf(UnverifiedCode.class, TokenParser.parse(bytes));
    assertEquals(97 + length, bytes.length);
    assertEquals(fields.build(), code.unverifiedBlock().unverifiedFields());
    assertTrue(code.unverifiedDynamicPart().isEmpty());
  }

  @Test
  void aBareBlockReadsAsABlockAndADeviceBoundOneIsNoCode() {
    CertificateBlock block = Fields.deviceBound(Algorithm.SM2, Algorithm.SM2).sign();
    assertEquals(block, TokenParser.parseBlock(block.bytes()).orElseThrow());
    assertTrue(TokenParser.parseBlock(CARD).isPresent());
    assertMalformed(block.bytes());
    assertTrue(TokenParser.parseBlock(DYNAMIC).isEmpty());
    assertTrue(TokenParser.parseBlock(new byte[0]).isEmpty());
  }

  /** Each line: what is wrong, the offset, the byte put there (hex). */
  @ParameterizedTest
  @CsvSource({
    "unknown type, 0, 13",
    "type zero, 0, 00",
    "issuer algorithm 0, 1, 02",
    "issuer algorithm 4, 1, 42",
    "device algorithm 0 on a device-bound block, 1, 30",
    "device algorithm 4, 1, 34",
    "class bit 14, 10, 40",
    "class bit 15, 10, 80",
    "attribute bit 6, 12, 40",
    "attribute bit 7, 12, 80",
    "disability grade 11, 12, 0b",
    "disability grade 15, 12, 0f",
    "region over 999999, 13, 10",
    "window zero, 22, 00",
    "key custody 3, 23, 03",
    "flag bit 3, 23, 08",
    "flag bit 7, 23, 80",
    "key prefix 00 for P-256, 32, 00",
    "key prefix 04 for P-256, 32, 04",
    "key prefix 02 for Ed25519, 1, 31",
    "extension length 1 without its byte, 65, 01",
    "extension length 33, 65, 21",
    "extension length 255, 65, ff",
    "code flags, 130, 01"
  })
  void aWrongByteOfADynamicCodeIsMalformed(String what, int offset, String hex) {
    assertMalformed(with(DYNAMIC, offset, Integer.parseInt(hex, 16)));
  }

  @ParameterizedTest
  @CsvSource({
    "device algorithm on a card, 1, 32",
    "issuer algorithm 5, 1, 50",
    "window on a card, 22, 3c",
    "key custody 3, 23, 03",
    "extension length 1 without its byte, 32, 01",
    "extension length 33, 32, 21",
    "type of the other block, 0, 11"
  })
  void aWrongByteOfACardIsMalformed(String what, int offset, String hex) {
    assertMalformed(with(CARD, offset, Integer.parseInt(hex, 16)));
  }

  @Test
  void theRegionBoundaryIsExact() {
    assertMalformed(with(with(with(DYNAMIC, 13, 0x0F), 14, 0x42), 15, 0x40));
    assertInstanceOf(
        UnverifiedCode.class,
        TokenParser.parse(with(with(with(DYNAMIC, 13, 0x0F), 14, 0x42), 15, 0x3F)));
  }

  @Test
  void lifetimeZeroIsMalformed() {
    assertMalformed(with(with(DYNAMIC, 20, 0), 21, 0));
    assertMalformed(with(with(CARD, 20, 0), 21, 0));
  }

  @Test
  void everyOtherLengthIsMalformed() {
    for (int length = 0; length < 400; length++) {
      if (length != DYNAMIC.length) {
        assertMalformed(Arrays.copyOf(DYNAMIC, length));
      }
      if (length != CARD.length) {
        assertMalformed(Arrays.copyOf(CARD, length));
      }
    }
  }

  @Test
  void fieldsThatTheFormatCannotCarryCannotBeBuilt() {
    Fields cardWithWindow = Fields.staticCard(Algorithm.SM2);
    cardWithWindow.windowSeconds = 60;
    assertThrows(IllegalArgumentException.class, cardWithWindow::build);
    Fields noDeviceKey = Fields.deviceBound(Algorithm.SM2, Algorithm.P256);
    noDeviceKey.deviceKey = null;
    assertThrows(IllegalArgumentException.class, noDeviceKey::build);
    Fields grade = Fields.deviceBound(Algorithm.SM2, Algorithm.P256);
    grade.disabilityGrade = 11;
    assertThrows(IllegalArgumentException.class, grade::build);
    Fields lifetime = Fields.deviceBound(Algorithm.SM2, Algorithm.P256);
    lifetime.lifetimeHours = 0;
    assertThrows(IllegalArgumentException.class, lifetime::build);
  }

  @Test
  void aSignerOfAnotherAlgorithmIsABug() {
    CertificateFields fields = Fields.deviceBound(Algorithm.SM2, Algorithm.P256).build();
    Signer p256 = TokenSamples.issuer(Algorithm.P256).signer();
    assertThrows(IllegalArgumentException.class, () -> CertificateBlock.sign(fields, p256));
    CertificateBlock block = Fields.deviceBound(Algorithm.SM2, Algorithm.P256).sign();
    Signer sm2 = TokenSamples.device(Algorithm.SM2).signer();
    assertThrows(IllegalArgumentException.class, () -> DynamicCode.sign(block, 1, 1, sm2));
    CertificateBlock card = Fields.staticCard(Algorithm.SM2).sign();
    assertThrows(IllegalArgumentException.class, () -> DynamicCode.sign(card, 1, 1, sm2));
  }

  @Test
  void nothingOfTheHolderIsPrinted() {
    UnverifiedCode code = (UnverifiedCode) TokenParser.parse(DYNAMIC);
    CertificateFields fields = code.unverifiedBlock().unverifiedFields();
    String printed =
        code
            + " "
            + code.unverifiedBlock()
            + code.unverifiedDynamicPart().orElseThrow()
            + fields
            + fields.deviceKey();
    assertFalse(printed.contains(fields.holderTag().hex()));
    assertFalse(printed.contains(Long.toString(fields.holderTag().bits())));
    assertFalse(printed.contains(Long.toString(fields.bindingIndex())));
    assertFalse(printed.contains("330100"));
  }

  @Test
  void keyIdsReadAndWriteEightLowerCaseHexDigits() {
    assertEquals("0ce50007", TokenSamples.KEY_ID.hex());
    assertEquals(new KeyId(0xFFFF, 0x00A0), KeyId.ofHex("ffff00a0"));
    assertThrows(IllegalArgumentException.class, () -> KeyId.ofHex("FFFF00A0"));
    assertThrows(IllegalArgumentException.class, () -> KeyId.ofHex("+fff00a0"));
    assertThrows(IllegalArgumentException.class, () -> KeyId.ofHex("ffff00a"));
  }

  private static void assertMalformed(byte[] bytes) {
    assertInstanceOf(Malformed.class, TokenParser.parse(bytes));
  }

  private static byte[] with(byte[] bytes, int offset, int value) {
    byte[] copy = bytes.clone();
    copy[offset] = (byte) value;
    return copy;
  }
}

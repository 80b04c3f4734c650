package org.yongjun.pass.offline.token;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yongjun.pass.offline.token.TokenSamples.TestKey;

class SignaturesTest {
  private static final Signatures SIGNATURES = TokenSamples.SIGNATURES;
  private static final byte[] MESSAGE = "優待 message".getBytes(StandardCharsets.UTF_8);

  /** The examples of RFC 8032 §7.1 test 1, RFC 6979 A.2.5 “sample” and GB/T 32918.5 annex A.2. */
  @ParameterizedTest
  @CsvSource({
    "ED25519, '',"
        + "00d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,"
        + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555"
        + "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    "P256, sample,"
        + "0360fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6,"
        + "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
        + "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8",
    "SM2, message digest,"
        + "0309f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020,"
        + "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
        + "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa"
  })
  void theStandardsOwnExamplesVerify(
      Algorithm algorithm, String message, String key, String signature) {
    RawPublicKey raw = new RawPublicKey(algorithm, HexFormat.of().parseHex(key));
    byte[] bytes = message.getBytes(StandardCharsets.US_ASCII);
    assertTrue(SIGNATURES.verify(raw, bytes, HexFormat.of().parseHex(signature)));
  }

  @ParameterizedTest
  @EnumSource
  void aSignatureHoldsForItsKeyAndMessageOnly(Algorithm algorithm) {
    TestKey key = TestKey.generate(algorithm);
    byte[] signature = key.signer().sign(MESSAGE);
    assertEquals(64, signature.length);
    assertTrue(SIGNATURES.verify(key.raw(), MESSAGE, signature));
    assertFalse(SIGNATURES.verify(key.raw(), new byte[0], signature));
    assertFalse(SIGNATURES.verify(TokenSamples.issuer(algorithm).raw(), MESSAGE, signature));
    assertFalse(SIGNATURES.verify(key.raw(), MESSAGE, new byte[63]));
    assertFalse(SIGNATURES.verify(key.raw(), MESSAGE, new byte[65]));
  }

  @ParameterizedTest
  @EnumSource
  void aPrivateKeySurvivesItsPkcs8Form(Algorithm algorithm) {
    TestKey key = TestKey.generate(algorithm);
    byte[] pkcs8 = SIGNATURES.keys().pkcs8(key.pair());
    KeyPair read = SIGNATURES.keys().keyPairOfPkcs8(algorithm, pkcs8);
    assertEquals(key.raw(), SIGNATURES.keys().rawOf(algorithm, read.getPublic()));
    byte[] signature = SIGNATURES.signer(algorithm, read.getPrivate()).sign(MESSAGE);
    assertTrue(SIGNATURES.verify(key.raw(), MESSAGE, signature));
  }

  @ParameterizedTest
  @EnumSource
  void aPrivateKeyOfAnotherAlgorithmIsRefused(Algorithm algorithm) {
    byte[] pkcs8 = SIGNATURES.keys().pkcs8(TestKey.generate(algorithm).pair());
    for (Algorithm other : Algorithm.values()) {
      if (other != algorithm) {
        assertThrows(
            IllegalArgumentException.class, () -> SIGNATURES.keys().keyPairOfPkcs8(other, pkcs8));
      }
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> SIGNATURES.keys().keyPairOfPkcs8(algorithm, new byte[] {0x30, 0x00}));
  }

  @ParameterizedTest
  @CsvSource({
    "P256, ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
    "SM2, fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123"
  })
  void rAndSOutsideOneToNMinusOneAreRefused(Algorithm algorithm, String order) {
    TestKey key = TokenSamples.device(algorithm);
    byte[] signature = key.signer().sign(MESSAGE);
    BigInteger n = new BigInteger(order, 16);
    BigInteger max = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
    for (BigInteger wrong : List.of(BigInteger.ZERO, n, n.add(BigInteger.ONE), max)) {
      assertFalse(SIGNATURES.verify(key.raw(), MESSAGE, replaced(signature, 0, wrong)));
      assertFalse(SIGNATURES.verify(key.raw(), MESSAGE, replaced(signature, 32, wrong)));
    }
    // r + n is the same number to whoever forgets the range, where it fits 32 bytes at all.
    BigInteger sPlusN = new BigInteger(1, signature, 32, 32).add(n);
    if (sPlusN.compareTo(max) <= 0) {
      assertFalse(SIGNATURES.verify(key.raw(), MESSAGE, replaced(signature, 32, sPlusN)));
    }
  }

  @Test
  void anEd25519ScalarOfAtLeastTheGroupOrderIsRefused() {
    TestKey key = TokenSamples.device(Algorithm.ED25519);
    byte[] signature = key.signer().sign(MESSAGE);
    BigInteger order =
        BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));
    BigInteger scalar = new BigInteger(1, reversed(signature, 32)).add(order);
    byte[] malleated = replaced(signature, 32, scalar);
    System.arraycopy(reversed(malleated, 32), 0, malleated, 32, 32);
    assertFalse(SIGNATURES.verify(key.raw(), MESSAGE, malleated));
  }

  /** Half of all x have no point; some of the next few therefore must not. */
  @ParameterizedTest
  @EnumSource
  void aKeyOffTheCurveVerifiesNothing(Algorithm algorithm) {
    byte[] signature = TokenSamples.device(algorithm).signer().sign(MESSAGE);
    List<RawPublicKey> offCurve =
        IntStream.range(0, 64)
            .mapToObj(i -> keyWithNumber(algorithm, BigInteger.valueOf(i + 2)))
            .filter(key -> SIGNATURES.keys().findPublicKey(key).isEmpty())
            .toList();
    assertTrue(offCurve.size() > 8);
    for (RawPublicKey each : offCurve) {
      assertFalse(SIGNATURES.verify(each, MESSAGE, signature));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCoordinateOfTheFieldPrimeOrMoreIsNoKey(Algorithm algorithm) {
    BigInteger all = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
    assertTrue(SIGNATURES.keys().findPublicKey(keyWithNumber(algorithm, all)).isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void oneInstanceServesManyThreads(Algorithm algorithm) {
    TestKey key = TokenSamples.device(algorithm);
    Signer signer = key.signer();
    assertTrue(
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(i -> new byte[] {(byte) i})
            .allMatch(each -> SIGNATURES.verify(key.raw(), each, signer.sign(each))));
  }

  @ParameterizedTest
  @EnumSource
  void aRawKeyIsAValueThatNobodyCanChange(Algorithm algorithm) {
    RawPublicKey key = TokenSamples.device(algorithm).raw();
    byte[] bytes = key.bytes();
    RawPublicKey copy = new RawPublicKey(algorithm, bytes);
    bytes[5] ^= 1;
    copy.bytes()[6] ^= 1;
    assertEquals(key, copy);
    assertEquals(key.hashCode(), copy.hashCode());
    assertEquals(key, RawPublicKey.ofBase64Url(algorithm, key.base64Url()));
    assertEquals(44, key.base64Url().length());
    assertArrayEquals(key.bytes(), copy.bytes());
  }

  private static RawPublicKey keyWithNumber(Algorithm algorithm, BigInteger number) {
    byte[] raw = replaced(new byte[33], 1, number);
    raw[0] = (byte) (algorithm == Algorithm.ED25519 ? 0 : 2);
    return new RawPublicKey(algorithm, raw);
  }

  /** A copy with the 32 bytes from {@code offset} on replaced by a big-endian number. */
  private static byte[] replaced(byte[] bytes, int offset, BigInteger number) {
    byte[] copy = bytes.clone();
    for (int i = 0; i < 32; i++) {
      copy[offset + 31 - i] = number.shiftRight(8 * i).byteValue();
    }
    return copy;
  }

  private static byte[] reversed(byte[] bytes, int offset) {
    byte[] reversed = new byte[32];
    for (int i = 0; i < 32; i++) {
      reversed[i] = bytes[offset + 31 - i];
    }
    return reversed;
  }
}

package org.yongjun.pass.outside;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yongjun.pass.offline.token.Algorithm;
import org.yongjun.pass.offline.token.RawPublicKey;
import org.yongjun.pass.offline.token.Signatures;
import org.yongjun.pass.offline.token.TokenSamples.TestKey;

/** The three algorithms against another implementation, keys and signatures both ways. */
class OpensslTest {
  private static final int ROUNDS = 5;

  private final Signatures signatures = new Signatures();

  @ParameterizedTest
  @EnumSource
  void opensslVerifiesWhatWeSign(Algorithm algorithm) {
    for (int round = 0; round < ROUNDS; round++) {
      TestKey key = TestKey.generate(algorithm);
      byte[] message = message(round);
      byte[] signature = key.signer().sign(message);
      byte[] raw = key.raw().bytes();
      assertTrue(verify(algorithm, raw, message, signature));
      assertFalse(verify(algorithm, raw, message(round + 1), signature));
    }
  }

  @ParameterizedTest
  @EnumSource
  void weVerifyWhatOpensslSignsWithOurKey(Algorithm algorithm) {
    for (int round = 0; round < ROUNDS; round++) {
      TestKey key = TestKey.generate(algorithm);
      byte[] message = message(round);
      byte[] signature = sign(algorithm, signatures.keys().pkcs8(key.pair()), message);
      assertTrue(signatures.verify(key.raw(), message, signature));
      assertFalse(signatures.verify(key.raw(), message(round + 1), signature));
    }
  }

  @ParameterizedTest
  @EnumSource
  void weReadAPrivateKeyThatOpensslMade(Algorithm algorithm) {
    byte[] pkcs8 = generate(algorithm);
    KeyPair pair = signatures.keys().keyPairOfPkcs8(algorithm, pkcs8);
    RawPublicKey raw = signatures.keys().rawOf(algorithm, pair.getPublic());
    byte[] message = message(1);
    assertTrue(signatures.verify(raw, message, sign(algorithm, pkcs8, message)));
    byte[] ours = signatures.signer(algorithm, pair.getPrivate()).sign(message);
    assertTrue(verify(algorithm, raw.bytes(), message, ours));
  }

  private static byte[] generate(Algorithm algorithm) {
    String[] command =
        switch (algorithm) {
          case ED25519 -> new String[] {"openssl", "genpkey", "-algorithm", "ED25519"};
          case P256 -> genpkeyEc("P-256");
          case SM2 -> genpkeyEc("SM2");
        };
    byte[] pem = OutsideTools.run(command).bytes();
    return OutsideTools.run(pem, "openssl", "pkcs8", "-topk8", "-nocrypt", "-outform", "DER")
        .bytes();
  }

  private static String[] genpkeyEc(String curve) {
    String group = "ec_paramgen_curve:" + curve;
    return new String[] {"openssl", "genpkey", "-algorithm", "EC", "-pkeyopt", group};
  }

  private static boolean verify(Algorithm algorithm, byte[] raw, byte[] message, byte[] signature) {
    return switch (algorithm) {
      case ED25519 -> OutsideTools.verifyEd25519(raw, message, signature);
      case P256 -> OutsideTools.verifyP256(raw, message, signature);
      case SM2 -> OutsideTools.verifySm2(raw, message, signature);
    };
  }

  private static byte[] sign(Algorithm algorithm, byte[] pkcs8, byte[] message) {
    return switch (algorithm) {
      case ED25519 -> OutsideTools.signEd25519(pkcs8, message);
      case P256 -> OutsideTools.signP256(pkcs8, message);
      case SM2 -> OutsideTools.signSm2(pkcs8, message);
    };
  }

  private static byte[] message(int round) {
    return ("message " + round).getBytes(StandardCharsets.US_ASCII);
  }
}

package org.yongjun.pass.scenario;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Arrays;
import org.yongjun.pass.offline.token.Algorithm;
import org.yongjun.pass.offline.token.CertificateBlock;
import org.yongjun.pass.offline.token.CertificateFields;
import org.yongjun.pass.offline.token.CodeText;
import org.yongjun.pass.offline.token.DynamicCode;
import org.yongjun.pass.offline.token.KeyId;
import org.yongjun.pass.offline.token.Signatures;
import org.yongjun.pass.offline.token.Signer;
import org.yongjun.pass.offline.token.TokenParser;

/** Has seen a real code and makes others after it, with keys of its own. */
final class Forger {
  /** Of a device-bound block without extension. */
  private static final int BLOCK_BYTES = 130;

  private final Signatures signatures = new Signatures();
  private final byte[] seen;

  Forger(String code) {
    this.seen = CodeText.decode(code).orElseThrow();
  }

  /** A perfect code by an issuer that does not exist. */
  String byAnotherIssuer(long nowSeconds, KeyId keyId) {
    KeyPair issuer = generate(real().issuerAlgorithm());
    KeyPair device = generate(Algorithm.P256);
    CertificateBlock block =
        CertificateBlock.sign(fields(keyId, device), signer(real().issuerAlgorithm(), issuer));
    return CodeText.encode(DynamicCode.sign(block, nowSeconds, 1, signer(Algorithm.P256, device)));
  }

  /** The same in the name of the issuer whose certificate was seen. */
  String inTheNameOfTheIssuer(long nowSeconds) {
    return byAnotherIssuer(nowSeconds, real().keyId());
  }

  /** The code that was seen with one bit of the phone's signature turned. */
  String withAnotherDeviceSignature() {
    byte[] changed = seen.clone();
    changed[changed.length - 1] ^= 1;
    return CodeText.encode(changed);
  }

  /** The code that was seen with its counter moved on by one. */
  String withAnotherCounter() {
    byte[] changed = seen.clone();
    changed[BLOCK_BYTES + 8] ^= 1;
    return CodeText.encode(changed);
  }

  private CertificateFields real() {
    return TokenParser.parseBlock(Arrays.copyOf(seen, BLOCK_BYTES))
        .orElseThrow()
        .unverifiedFields();
  }

  private CertificateFields fields(KeyId keyId, KeyPair device) {
    CertificateFields real = real();
    return new CertificateFields(
        real.type(),
        real.issuerAlgorithm(),
        Algorithm.P256,
        keyId,
        real.bindingIndex(),
        real.classes(),
        real.disabilityGrade(),
        real.meritClass(),
        real.homeRegion(),
        real.issuedAtSeconds(),
        real.lifetimeHours(),
        real.windowSeconds(),
        real.custody(),
        real.photoCheckRequired(),
        real.holderTag(),
        signatures.keys().rawOf(Algorithm.P256, device.getPublic()),
        real.extension());
  }

  private KeyPair generate(Algorithm algorithm) {
    return signatures.keys().generate(algorithm, new SecureRandom());
  }

  private Signer signer(Algorithm algorithm, KeyPair pair) {
    return signatures.signer(algorithm, pair.getPrivate());
  }
}

package org.yongjun.pass.offline.token;

import java.security.Provider;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;

/**
 * The provider and the curves. The provider is handed to each JCA call and never registered with
 * the JVM; the curves are the provider's own arithmetic for each prime, several times faster than
 * its generic one.
 */
final class Curves {
  static final Provider PROVIDER = new BouncyCastleProvider();

  private static final ECNamedCurveParameterSpec P256 = named("secp256r1");
  private static final ECNamedCurveParameterSpec SM2 = named("sm2p256v1");

  private Curves() {}

  /** The curve of an elliptic-curve algorithm that is not Ed25519. */
  static ECNamedCurveParameterSpec of(Algorithm algorithm) {
    if (algorithm == Algorithm.ED25519) {
      throw new IllegalArgumentException("Ed25519 is no short Weierstrass curve");
    }
    return algorithm == Algorithm.P256 ? P256 : SM2;
  }

  private static ECNamedCurveParameterSpec named(String name) {
    X9ECParameters curve = CustomNamedCurves.getByName(name);
    return new ECNamedCurveParameterSpec(
        name, curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
  }
}

package org.yongjun.pass.offline.bundle;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import org.yongjun.pass.offline.token.Algorithm;
import org.yongjun.pass.offline.token.Keys;
import org.yongjun.pass.offline.token.RawPublicKey;

/** Public keys as JSON Web Keys (RFC 7517, RFC 8037), with SM2 as a curve of that name. */
final class Jwks {
  private static final int COORDINATE_BYTES = 32;
  private static final byte EVEN = 2;
  private static final byte ODD = 3;

  private Jwks() {}

  /** Whether the key is of a kind that the format has. */
  static boolean isKnown(JsonObject jwk) {
    String kind = jwk.text("kty") + "/" + jwk.text("crv");
    return kind.equals("EC/P-256") || kind.equals("EC/SM2") || kind.equals("OKP/Ed25519");
  }

  /** Throws {@link IllegalArgumentException} where the coordinates are no point of the curve. */
  static RawPublicKey read(JsonObject jwk, Keys keys) {
    byte[] raw = new byte[RawPublicKey.LENGTH];
    System.arraycopy(coordinate(jwk, "x"), 0, raw, 1, COORDINATE_BYTES);
    if (jwk.text("kty").equals("OKP")) {
      return new RawPublicKey(Algorithm.ED25519, raw);
    }
    BigInteger y = new BigInteger(1, coordinate(jwk, "y"));
    raw[0] = y.testBit(0) ? ODD : EVEN;
    RawPublicKey key =
        new RawPublicKey(jwk.text("crv").equals("SM2") ? Algorithm.SM2 : Algorithm.P256, raw);
    PublicKey point = keys.findPublicKey(key).orElse(null);
    if (point instanceof ECPublicKey curvePoint && curvePoint.getW().getAffineY().equals(y)) {
      return key;
    }
    throw new IllegalArgumentException("not a point of the curve");
  }

  private static byte[] coordinate(JsonObject jwk, String name) {
    byte[] bytes = Base64.getUrlDecoder().decode(jwk.text(name));
    if (bytes.length != COORDINATE_BYTES) {
      throw new IllegalArgumentException("a coordinate has 32 bytes");
    }
    return bytes;
  }
}

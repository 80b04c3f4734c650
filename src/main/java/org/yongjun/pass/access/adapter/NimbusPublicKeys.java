package org.yongjun.pass.access.adapter;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.util.Optional;
import org.yongjun.pass.access.PublicKeys;

/** P-256 keys by Nimbus, which refuses a point off the curve. */
public final class NimbusPublicKeys implements PublicKeys {
  private static final int COORDINATE_BYTES = 32;
  private static final byte UNCOMPRESSED = 4;

  @Override
  public Optional<byte[]> pointOf(String kty, String crv, String x, String y) {
    byte[] xBytes = new Base64URL(x).decode();
    byte[] yBytes = new Base64URL(y).decode();
    if (!"EC".equals(kty)
        || !Curve.P_256.getName().equals(crv)
        || xBytes.length != COORDINATE_BYTES
        || yBytes.length != COORDINATE_BYTES) {
      return Optional.empty();
    }
    try {
      new ECKey.Builder(Curve.P_256, new Base64URL(x), new Base64URL(y)).build();
    } catch (IllegalArgumentException | IllegalStateException offCurve) {
      return Optional.empty();
    }
    byte[] point = new byte[1 + 2 * COORDINATE_BYTES];
    point[0] = UNCOMPRESSED;
    System.arraycopy(xBytes, 0, point, 1, COORDINATE_BYTES);
    System.arraycopy(yBytes, 0, point, 1 + COORDINATE_BYTES, COORDINATE_BYTES);
    return Optional.of(point);
  }
}

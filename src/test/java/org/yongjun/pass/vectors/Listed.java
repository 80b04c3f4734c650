package org.yongjun.pass.vectors;

import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.yongjun.pass.offline.token.Algorithm;

/** An entry of a vector's key list. */
final class Listed {
  static final long DAY = 86_400;

  int issuer;
  int sequence;
  VectorKey key;
  String purpose;
  String region = "330100";
  int classes = RawToken.ALL_CLASSES;
  long notBefore = RawToken.ISSUED - 30 * DAY;
  long signUntil = RawToken.ISSUED + 90 * DAY;
  long expires;

  /** The key that signed the token, listed for all that the token may say. */
  Listed(RawToken token) {
    issuer = token.issuer;
    sequence = token.sequence;
    key = token.issuerSigner;
    purpose = token.isCard ? "STATIC" : "DYNAMIC";
    expires = signUntil + (token.isCard ? 365 : 60) * DAY;
  }

  Listed with(Consumer<Listed> change) {
    change.accept(this);
    return this;
  }

  Map<String, Object> jwk() {
    Map<String, Object> jwk = new LinkedHashMap<>();
    jwk.put("kid", "%04x%04x".formatted(issuer, sequence));
    byte[] raw = key.raw();
    boolean isEdwards = key.algorithm() == Algorithm.ED25519;
    jwk.put("kty", isEdwards ? "OKP" : "EC");
    jwk.put("crv", isEdwards ? "Ed25519" : key.algorithm() == Algorithm.SM2 ? "SM2" : "P-256");
    jwk.put("x", base64Url(Arrays.copyOfRange(raw, 1, raw.length)));
    if (!isEdwards) {
      jwk.put("y", base64Url(key.y()));
    }
    jwk.put("issuer", issuer);
    jwk.put("purpose", purpose);
    jwk.put("region", region);
    jwk.put("classes", RawToken.classNames(classes));
    jwk.put("nbf", notBefore);
    jwk.put("signUntil", signUntil);
    jwk.put("exp", expires);
    return jwk;
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

package org.yongjun.pass.offline.bundle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.yongjun.pass.offline.token.Keys;
import org.yongjun.pass.offline.token.RawPublicKey;

/**
 * The root key that a gate was given when it was set up; key lists are believed under it alone.
 *
 * @param kid its thumbprint (RFC 7638), by which key lists name it
 */
public record RootKey(String kid, RawPublicKey key) {
  private static final int BYTES_MAX = 10_000;

  /** Reads a public JWK of P-256; empty where the bytes are none. */
  public static Optional<RootKey> read(byte[] jwk) {
    if (jwk.length > BYTES_MAX) {
      return Optional.empty();
    }
    try {
      JsonObject object = JsonText.read(jwk);
      if (!object.text("crv").equals("P-256")) {
        return Optional.empty();
      }
      return Optional.of(
          new RootKey(
              thumbprint(object.text("x"), object.text("y")), Jwks.read(object, new Keys())));
    } catch (IllegalArgumentException notAKey) {
      // Whatever the bytes are instead, the caller gets its “no”.
      return Optional.empty();
    }
  }

  private static String thumbprint(String x, String y) {
    String canonical = "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + x + "\",\"y\":\"" + y + "\"}";
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

package org.yongjun.pass.offline.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.offline.token.Algorithm;
import org.yongjun.pass.offline.token.RawPublicKey;
import org.yongjun.pass.offline.token.Signatures;

/**
 * A compact JWS by ES256 (RFC 7515, section 7.1; RFC 7518, section 3.4). Nothing of it may be
 * believed before {@link #isBy} has held.
 *
 * @param kid names the key
 * @param type the header's {@code typ}, null without one
 */
record CompactJws(
    String kid, @Nullable String type, byte[] payload, byte[] signedMessage, byte[] signature) {
  /** Room for the status lists of 100 million bindings in which every second bit is set. */
  static final int BYTES_MAX = 64 << 20;

  private static final int HEADER_LENGTH_MAX = 4_000;
  private static final int PARTS = 3;
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  /** Throws {@link IllegalArgumentException} for everything else. */
  static CompactJws parse(String text) {
    String[] parts = text.split("\\.", PARTS + 1);
    boolean isBounded = text.length() <= BYTES_MAX && parts[0].length() <= HEADER_LENGTH_MAX;
    if (!isBounded || parts.length != PARTS) {
      throw new IllegalArgumentException("no compact JWS");
    }
    JsonObject header = JsonText.read(decode(parts[0]));
    if (!header.text("alg").equals("ES256") || header.has("crit") || header.has("b64")) {
      throw new IllegalArgumentException("no plain JWS by ES256");
    }
    String signed = parts[0] + "." + parts[1];
    return new CompactJws(
        header.text("kid"),
        header.findText("typ"),
        decode(parts[1]),
        signed.getBytes(StandardCharsets.US_ASCII),
        decode(parts[2]));
  }

  /** Whether the key, of P-256, signed this. */
  boolean isBy(RawPublicKey key, Signatures signatures) {
    return key.algorithm() == Algorithm.P256 && signatures.verify(key, signedMessage, signature);
  }

  /** Refuses what another encoder would have written in another way. */
  private static byte[] decode(String part) {
    byte[] bytes = DECODER.decode(part);
    if (!ENCODER.encodeToString(bytes).equals(part)) {
      throw new IllegalArgumentException("not the canonical base64url");
    }
    return bytes;
  }

  @Override
  public String toString() {
    return "CompactJws[" + kid + "]";
  }
}

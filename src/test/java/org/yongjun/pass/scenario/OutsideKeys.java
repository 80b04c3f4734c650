package org.yongjun.pass.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.yongjun.pass.outside.OutsideTools;

/** The published key list, read and verified by nothing but its specification and openssl. */
final class OutsideKeys {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode list;

  private OutsideKeys(JsonNode list) {
    this.list = list;
  }

  /**
   * Reads a list whose signature openssl verifies.
   *
   * @param rootKey the file of the root key, an EC JWK; only its public part is looked at
   */
  static OutsideKeys verified(String compactJws, Path rootKey) throws IOException {
    String[] parts = compactJws.split("\\.", -1);
    require(parts.length == 3, "a compact JWS has three parts");
    JsonNode header = JSON.readTree(decode(parts[0]));
    require(header.get("alg").textValue().equals("ES256"), "signed by ES256");
    JsonNode root = JSON.readTree(rootKey.toFile());
    String x = root.get("x").textValue();
    String y = root.get("y").textValue();
    require(header.get("kid").textValue().equals(thumbprint(x, y)), "names the root key");
    byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
    byte[] signature = decode(parts[2]);
    byte[] point = compressed(x, y);
    require(OutsideTools.verifyP256(point, signed, signature), "openssl: the root key signed it");
    signed[signed.length - 1] ^= 1;
    require(!OutsideTools.verifyP256(point, signed, signature), "openssl: and nothing else");
    return new OutsideKeys(JSON.readTree(decode(parts[1])));
  }

  JsonNode list() {
    return list;
  }

  JsonNode key(String kid) {
    for (JsonNode key : list.get("keys")) {
      if (key.get("kid").textValue().equals(kid)) {
        return key;
      }
    }
    throw new AssertionError("the list has no key " + kid);
  }

  /** SEC 1, 2.3.3: 02 or 03 by whether y is even or odd, then x; 33 bytes. */
  static byte[] compressed(String x, String y) {
    byte[] point = new byte[33];
    byte[] yBytes = decode(y);
    point[0] = (byte) (2 + (yBytes[yBytes.length - 1] & 1));
    System.arraycopy(decode(x), 0, point, 1, 32);
    return point;
  }

  /** RFC 7638. */
  private static String thumbprint(String x, String y) {
    String members = "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}".formatted(x, y);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(digest.digest(members.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static byte[] decode(String base64Url) {
    return Base64.getUrlDecoder().decode(base64Url);
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError("the key list: " + what);
    }
  }
}

package org.yongjun.pass.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.contract.CheckedHttp;
import org.yongjun.pass.outside.OutsideTools;

/** What the server publishes to everybody, its signatures verified by openssl. */
final class Published {
  static final String KEYS = "/.well-known/yongjun-pass/keys";
  static final String STATUS = "/.well-known/yongjun-pass/status/1";

  private static final ObjectMapper JSON = new ObjectMapper();

  private Published() {}

  static HttpResponse<byte[]> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(PassServer.url() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CheckedHttp.send(request.build());
  }

  static OutsideKeys keys() {
    try {
      return OutsideKeys.verified(
          text(get(KEYS)), Path.of(PassServer.property("pass.root-key-file")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The claims of a JWS that a listed STATUS key signed. */
  static JsonNode status(String path) {
    return claims(text(get(path)));
  }

  static JsonNode claims(String compactJws) {
    try {
      String[] parts = compactJws.split("\\.", -1);
      JsonNode header = JSON.readTree(decode(parts[0]));
      JsonNode key = keys().key(header.get("kid").textValue());
      byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
      byte[] point = OutsideKeys.compressed(key.get("x").textValue(), key.get("y").textValue());
      boolean holds =
          header.get("alg").textValue().equals("ES256")
              && key.get("purpose").textValue().equals("STATUS")
              && OutsideTools.verifyP256(point, signed, decode(parts[2]));
      if (!holds) {
        throw new AssertionError("no listed STATUS key signed this");
      }
      return JSON.readTree(decode(parts[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static byte[] decode(String base64Url) {
    return Base64.getUrlDecoder().decode(base64Url);
  }
}

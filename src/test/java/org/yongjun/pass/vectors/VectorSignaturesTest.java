package org.yongjun.pass.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.outside.OutsideTools;

/**
 * Every signature that a vector says holds, openssl verifies; every one that a vector says does not
 * hold, openssl refuses.
 */
class VectorSignaturesTest {
  private final List<String> requests = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();

  @Test
  void opensslAgreesWithEverySignature() {
    VectorFiles.paths().stream().map(VectorFiles::read).forEach(this::ask);
    String script = OutsideTools.resource("/outside/sign_verify.py");
    byte[] lines = (String.join("\n", requests) + "\n").getBytes(StandardCharsets.US_ASCII);
    List<String> answers = OutsideTools.run(lines, "python3", script).text().lines().toList();
    for (int i = 0; i < requests.size(); i++) {
      assertEquals(expected.get(i), answers.get(i), requests.get(i));
    }
    assertTrue(expected.stream().filter("yes"::equals).count() > 400, "signatures that hold");
    assertTrue(expected.stream().filter("no"::equals).count() > 70, "signatures that do not");
  }

  private void ask(JsonNode vector) {
    String id = vector.get("id").textValue();
    for (JsonNode event : vector.get("events")) {
      if (!event.has("expected")) {
        continue;
      }
      JsonNode checks = event.get("expected").get("checks");
      JsonNode code = code(vector, event.get("code").textValue());
      askIssuer(vector, code, checks.get("BAD_ISSUER_SIGNATURE").textValue());
      // openssl reads no key that is no point of its curve, so it has no say about those.
      if (!id.startsWith("device-key-off-curve") && !id.startsWith("device-key-coordinate")) {
        askDevice(code, checks.get("BAD_DEVICE_SIGNATURE").textValue());
      }
    }
  }

  private void askIssuer(JsonNode vector, JsonNode code, String check) {
    JsonNode fields = code.get("fields");
    for (JsonNode key : vector.get("keyList").get("keys")) {
      if (fields != null
          && key.get("kid").equals(fields.get("keyId"))
          && algorithm(key).equals(fields.get("issuerAlgorithm").textValue())) {
        ask(
            algorithm(key),
            raw(key),
            code.get("certificateMessageHex").textValue(),
            fields.get("issuerSignatureHex").textValue(),
            check);
      }
    }
  }

  private void askDevice(JsonNode code, String check) {
    JsonNode fields = code.get("fields");
    if (fields != null && fields.has("deviceKeyHex")) {
      ask(
          fields.get("deviceAlgorithm").textValue(),
          fields.get("deviceKeyHex").textValue(),
          code.get("codeMessageHex").textValue(),
          fields.get("deviceSignatureHex").textValue(),
          check);
    }
  }

  private void ask(String algorithm, String key, String message, String signature, String check) {
    if (check.equals("PASS") || check.equals("FAIL")) {
      requests.add(String.join(" ", "V", algorithm, key, message, signature));
      expected.add(check.equals("PASS") ? "yes" : "no");
    }
  }

  private static JsonNode code(JsonNode vector, String id) {
    return StreamSupport.stream(vector.get("codes").spliterator(), false)
        .filter(each -> each.get("id").textValue().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String algorithm(JsonNode jwk) {
    return switch (jwk.get("crv").textValue()) {
      case "Ed25519" -> "ED25519";
      case "P-256" -> "P256";
      default -> "SM2";
    };
  }

  private static String raw(JsonNode jwk) {
    String x = HexFormat.of().formatHex(decoded(jwk, "x"));
    if (!jwk.has("y")) {
      return "00" + x;
    }
    return (new BigInteger(1, decoded(jwk, "y")).testBit(0) ? "03" : "02") + x;
  }

  private static byte[] decoded(JsonNode jwk, String member) {
    return Base64.getUrlDecoder().decode(jwk.get(member).textValue());
  }
}

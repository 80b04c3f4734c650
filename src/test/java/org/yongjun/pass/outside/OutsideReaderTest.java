package org.yongjun.pass.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.offline.token.Algorithm;
import org.yongjun.pass.offline.token.CertificateFields;
import org.yongjun.pass.offline.token.CodeText;
import org.yongjun.pass.offline.token.Extension;
import org.yongjun.pass.offline.token.TokenSamples;
import org.yongjun.pass.offline.token.TokenSamples.Fields;

/** A reader in another language and another maker's cryptography agree with the project. */
class OutsideReaderTest {
  private static final long TIME = TokenSamples.ISSUED_AT + 77;

  @Test
  void aPhonesCodeReadsAndVerifiesOutside() throws Exception {
    Fields fields = Fields.deviceBound(Algorithm.SM2, Algorithm.P256);
    fields.disabilityGrade = 7;
    fields.meritClass = 2;
    fields.extension = new Extension(new byte[] {1, 2, (byte) 0xFE});
    JsonNode read = read(CodeText.encode(fields.code(TIME, 0x8000_0001L)));
    assertFieldsAgree(fields.build(), read);
    assertEquals("P256", read.get("deviceAlgorithm").textValue());
    assertEquals(TIME, read.get("timeSeconds").longValue());
    assertEquals(0x8000_0001L, read.get("counter").longValue());
    assertTrue(issuerSignatureHolds(read));
    byte[] deviceKey = hex(read, "deviceKey");
    assertEquals(fields.deviceKey.base64Url(), base64Url(deviceKey));
    byte[] message = hex(read, "codeMessage");
    byte[] signature = hex(read, "deviceSignature");
    assertTrue(OutsideTools.verifyP256(deviceKey, message, signature));
    message[message.length - 1] ^= 1;
    assertFalse(OutsideTools.verifyP256(deviceKey, message, signature));
  }

  @Test
  void aStaticCardReadsAndVerifiesOutside() throws Exception {
    Fields fields = Fields.staticCard(Algorithm.SM2);
    JsonNode read = read(CodeText.encode(fields.sign().bytes()));
    assertFieldsAgree(fields.build(), read);
    assertTrue(issuerSignatureHolds(read));
    assertFalse(read.has("deviceKey"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "YJ1:", "YJ2:BB8", "YJ1:GGW", "YJ1:BB8"})
  void whatIsNoCodeIsMalformedOutsideToo(String text) {
    OutsideTools.Result result = parse(text);
    assertEquals(1, result.exit());
    assertTrue(result.err().startsWith("MALFORMED"), result.err());
  }

  private static void assertFieldsAgree(CertificateFields fields, JsonNode read) {
    assertEquals(fields.type().name(), read.get("type").textValue());
    assertEquals(fields.issuerAlgorithm().name(), read.get("issuerAlgorithm").textValue());
    assertEquals(fields.keyId().hex(), read.get("keyId").textValue());
    assertEquals(fields.keyId().issuer(), read.get("issuer").intValue());
    assertEquals(fields.bindingIndex(), read.get("bindingIndex").longValue());
    assertEquals(
        fields.classes().list().stream().map(HolderClass::name).toList(),
        read.get("classes").valueStream().map(JsonNode::textValue).toList());
    assertEquals(fields.disabilityGrade(), read.get("disabilityGrade").intValue());
    assertEquals(fields.meritClass(), read.get("meritClass").intValue());
    assertEquals(fields.homeRegion().toString(), read.get("homeRegion").textValue());
    assertEquals(fields.issuedAtSeconds(), read.get("issuedAtSeconds").longValue());
    assertEquals(fields.lifetimeHours(), read.get("lifetimeHours").intValue());
    assertEquals(fields.windowSeconds(), read.get("windowSeconds").intValue());
    assertEquals(fields.custody().name(), read.get("keyCustody").textValue());
    assertEquals(fields.photoCheckRequired(), read.get("photoCheckRequired").booleanValue());
    assertEquals(fields.holderTag().hex(), read.get("holderTag").textValue());
    assertEquals(
        HexFormat.of().formatHex(fields.extension().bytes()), read.get("extension").textValue());
  }

  private static boolean issuerSignatureHolds(JsonNode read) {
    byte[] key = TokenSamples.issuer(Algorithm.SM2).raw().bytes();
    byte[] message = hex(read, "certificateMessage");
    return OutsideTools.verifySm2(key, message, hex(read, "issuerSignature"));
  }

  private static JsonNode read(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(parse(text).text());
  }

  private static OutsideTools.Result parse(String text) {
    String script = OutsideTools.resource("/outside/parse_code.py");
    return OutsideTools.run(text.getBytes(StandardCharsets.US_ASCII), "python3", script);
  }

  private static byte[] hex(JsonNode read, String field) {
    return HexFormat.of().parseHex(read.get(field).textValue());
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

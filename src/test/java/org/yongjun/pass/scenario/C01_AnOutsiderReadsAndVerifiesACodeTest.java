package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.access.AccessTokens;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.PlainExchange;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryOffice;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.outside.OutsideTools;

/**
 * Somebody with a camera, zbarimg, Python and openssl, and nothing of the project's, reads a code
 * off a phone and verifies it by what is published.
 */
class C01_AnOutsiderReadsAndVerifiesACodeTest {
  private static final int PIXELS_PER_MODULE = 5;

  /** Version 10 is 57 modules wide; four of white are on each side. */
  private static final int SIDE_MODULES = 57 + 8;

  private static final int CODE_CHARACTERS = 309;
  private static final int SECONDS_PER_HOUR = 3600;

  private final StoryHttp http = new StoryHttp(PassServer.url(), new PlainExchange());

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "1, VETERAN, 130400",
    // Where someone serves is said by province only.
    "2, SERVICEPERSON, 130000",
    "4, VETERAN MILITARY_DEPENDENT, 130400"
  })
  void aCodeOnAPhoneIsReadAndVerifiedByToolsThatAreNotOurs(
      int holder, String classes, String region) throws Exception {
    String token = token(importedHolder(holder), Role.HOLDER);
    StoryPhone phone = StoryPhone.bind(http, token, Clock.systemUTC());
    String code = phone.show();
    assertEquals(CODE_CHARACTERS, code.length());
    assertEquals(code, scannedPng(token, code));
    assertEquals(code, scannedSvg(token, code));

    JsonNode read = parsedInPython(code);
    Map<String, Object> certificate = certificateOf(token, read.get("bindingIndex").longValue());
    assertFieldsAreWhatTheApiSaysOfTheCertificate(certificate, read);
    assertEquals(List.of(classes.split(" ")), texts(read.get("classes")));
    assertEquals(region, read.get("homeRegion").textValue());
    assertEquals(0, read.get("meritClass").intValue(), "a code tells no more than it must");
    assertEquals(0, read.get("disabilityGrade").intValue());

    assertIssuerSignatureHoldsByThePublishedKey(read);
    assertDeviceSignatureHolds(read);
  }

  private String scannedPng(String token, String code) throws IOException {
    byte[] png = draw(token, code, "image/png");
    CodePicture picture = CodePicture.ofPng(png);
    assertEquals(SIDE_MODULES * PIXELS_PER_MODULE, picture.image().getWidth());
    assertEquals(SIDE_MODULES * PIXELS_PER_MODULE, picture.image().getHeight());
    assertLevelIsM(picture, PIXELS_PER_MODULE);
    return CodePicture.scan(png, folder);
  }

  private String scannedSvg(String token, String code) throws IOException {
    CodePicture picture = CodePicture.ofSvg(draw(token, code, "image/svg+xml"), PIXELS_PER_MODULE);
    assertEquals(SIDE_MODULES * PIXELS_PER_MODULE, picture.image().getWidth());
    assertLevelIsM(picture, PIXELS_PER_MODULE);
    return picture.scan(folder);
  }

  /** ISO/IEC 18004: the first two bits of the format, 00 for M, are masked by 10. */
  private static void assertLevelIsM(CodePicture picture, int pixelsPerModule) {
    assertTrue(picture.isDark(8, 0, pixelsPerModule));
    assertFalse(picture.isDark(8, 1, pixelsPerModule));
  }

  private byte[] draw(String token, String code, String type) {
    Map<String, ?> body = Map.of("code", code, "pixelsPerModule", PIXELS_PER_MODULE);
    return http.post("/v1/code-images", token, body, "Accept", type).expect(200).body();
  }

  private static JsonNode parsedInPython(String code) throws IOException {
    String script = OutsideTools.resource("/outside/parse_code.py");
    byte[] text = code.getBytes(StandardCharsets.US_ASCII);
    return new ObjectMapper().readTree(OutsideTools.run(text, "python3", script).text());
  }

  private static void assertFieldsAreWhatTheApiSaysOfTheCertificate(
      Map<String, Object> certificate, JsonNode read) {
    Instant issued = Instant.parse(certificate.get("issuedAt").toString());
    Instant expires = Instant.parse(certificate.get("expiresAt").toString());
    long lifetime = read.get("lifetimeHours").longValue() * SECONDS_PER_HOUR;
    assertEquals("DEVICE_BOUND", read.get("type").textValue());
    assertEquals("SM2", read.get("issuerAlgorithm").textValue());
    assertEquals(certificate.get("keyId"), read.get("keyId").textValue());
    assertEquals(certificate.get("issuer"), read.get("issuer").intValue());
    assertEquals(certificate.get("classes"), texts(read.get("classes")));
    assertEquals(certificate.get("homeRegion"), read.get("homeRegion").textValue());
    assertEquals(issued.getEpochSecond(), read.get("issuedAtSeconds").longValue());
    assertEquals(expires.getEpochSecond() - issued.getEpochSecond(), lifetime);
    assertEquals(certificate.get("windowSeconds"), read.get("windowSeconds").intValue());
    assertEquals(certificate.get("deviceAlgorithm"), read.get("deviceAlgorithm").textValue());
    assertEquals("SOFTWARE", read.get("keyCustody").textValue());
    assertEquals("", read.get("extension").textValue());
    long age = Instant.now().getEpochSecond() - read.get("timeSeconds").longValue();
    assertTrue(age >= 0 && age <= 60, "a code is of this minute, not " + age + " seconds old");
    assertEquals(1, read.get("counter").intValue(), "the first code of a new phone");
  }

  private void assertIssuerSignatureHoldsByThePublishedKey(JsonNode read) throws IOException {
    StoryHttp.Reply published = http.get("/.well-known/yongjun-pass/keys", null).expect(200);
    String compactJws = new String(published.body(), StandardCharsets.US_ASCII);
    // In production the root key's public part comes on paper; the demo has it in its data folder.
    Path rootKey = PassServer.data().resolve("root-key.json");
    OutsideKeys keys = OutsideKeys.verified(compactJws, rootKey);
    long now = Instant.now().getEpochSecond();
    assertTrue(keys.list().get("version").longValue() <= now);
    assertTrue(keys.list().get("exp").longValue() > now);

    JsonNode key = keys.key(read.get("keyId").textValue());
    long issued = read.get("issuedAtSeconds").longValue();
    assertEquals("EC SM2", key.get("kty").textValue() + " " + key.get("crv").textValue());
    assertEquals("DYNAMIC", key.get("purpose").textValue());
    assertEquals(read.get("issuer").intValue(), key.get("issuer").intValue());
    assertTrue(key.get("nbf").longValue() <= issued);
    assertTrue(key.get("signUntil").longValue() >= issued);
    assertTrue(key.get("exp").longValue() >= now);
    assertTrue(texts(key.get("classes")).containsAll(texts(read.get("classes"))));

    byte[] point = OutsideKeys.compressed(key.get("x").textValue(), key.get("y").textValue());
    byte[] message = hex(read, "certificateMessage");
    byte[] signature = hex(read, "issuerSignature");
    assertTrue(OutsideTools.verifySm2(point, message, signature));
    message[message.length - 1] ^= 1;
    assertFalse(OutsideTools.verifySm2(point, message, signature));
  }

  private static void assertDeviceSignatureHolds(JsonNode read) {
    byte[] key = hex(read, "deviceKey");
    byte[] message = hex(read, "codeMessage");
    byte[] signature = hex(read, "deviceSignature");
    assertTrue(OutsideTools.verifyP256(key, message, signature));
    message[message.length - 1] ^= 1;
    assertFalse(OutsideTools.verifyP256(key, message, signature));
  }

  private Map<String, Object> certificateOf(String token, long index) {
    return http.get("/v1/certificates", token).expect(200).list("certificates").stream()
        .filter(each -> ((Number) each.get("bindingIndex")).longValue() == index)
        .findFirst()
        .orElseThrow();
  }

  private String importedHolder(int line) throws IOException {
    try (var csv = getClass().getResourceAsStream("/demo/holders.csv")) {
      String office = token("c01-office", Role.ADMIN);
      return new StoryOffice(http, office, Clock.systemUTC())
          .importHolders(csv.readAllBytes())
          .get(line);
    }
  }

  private static String token(String id, Role role) {
    return PassServer.context()
        .getBean(AccessTokens.class)
        .mint(id, role, RegionCode.NATION, null, Duration.ofMinutes(10));
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::textValue).toList();
  }

  private static byte[] hex(JsonNode read, String field) {
    return HexFormat.of().parseHex(read.get(field).textValue());
  }
}

package org.yongjun.pass.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.offline.token.CertificateFields;
import org.yongjun.pass.offline.token.CodeText;
import org.yongjun.pass.offline.token.Malformed;
import org.yongjun.pass.offline.token.Parsed;
import org.yongjun.pass.offline.token.TokenParser;
import org.yongjun.pass.offline.token.UnverifiedCode;

/** Every vector, one test each: its intermediate forms and each answer of the shared verifier. */
class VectorsTest {
  private static final HexFormat HEX = HexFormat.of();

  static Stream<Arguments> files() {
    return VectorFiles.paths().stream()
        .map(each -> Arguments.of(VectorFiles.FOLDER.relativize(each), each));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void theVerifierAgrees(Path name, Path file) {
    run(VectorFiles.read(file), name.toString());
  }

  /** A run that agrees with everything would agree with this as well. */
  @Test
  void aChangedExpectationIsADisagreement() {
    Path file = VectorFiles.FOLDER.resolve("invalid/time-window-60-beyond.json");
    JsonNode vector = VectorFiles.read(file);
    run(vector, "as it is");
    ObjectNode expected = (ObjectNode) vector.get("events").get(0).get("expected");
    expected.put("number", 6);
    assertThrows(AssertionError.class, () -> run(vector, "changed"));
    expected.put("number", 7);
    ((ObjectNode) vector.get("codes").get(0).get("fields")).put("window", 61);
    assertThrows(AssertionError.class, () -> run(vector, "changed"));
  }

  private static void run(JsonNode vector, String name) {
    Map<String, String> texts = new HashMap<>();
    for (JsonNode code : vector.get("codes")) {
      texts.put(code.get("id").textValue(), code.get("text").textValue());
      compareForms(code);
    }
    VectorReader reader = new VectorReader(vector);
    for (JsonNode event : vector.get("events")) {
      long clock = event.get("clock").longValue();
      switch (event.get("kind").textValue()) {
        case "RESTART" -> reader.restart();
        case "SYNC" -> reader.sync(event);
        default -> {
          Object found = reader.show(texts.get(event.get("code").textValue()), clock);
          assertSame(event.get("expected"), found, name + " at " + clock);
        }
      }
    }
  }

  private static void compareForms(JsonNode code) {
    Optional<byte[]> bytes = CodeText.decode(code.get("text").textValue());
    Parsed parsed = bytes.map(TokenParser::parse).orElseGet(Malformed::new);
    if (!code.has("fields")) {
      assertInstanceOf(Malformed.class, parsed);
      return;
    }
    UnverifiedCode token = assertInstanceOf(UnverifiedCode.class, parsed);
    Map<String, Object> forms = Vector.Maps.of("id", code.get("id"), "fields", fields(token));
    forms.put("blockHex", HEX.formatHex(token.unverifiedBlock().bytes()));
    forms.put("certificateMessageHex", HEX.formatHex(token.unverifiedBlock().signedMessage()));
    token
        .unverifiedDynamicPart()
        .ifPresent(part -> forms.put("codeMessageHex", HEX.formatHex(part.signedMessage())));
    forms.put("codeHex", HEX.formatHex(bytes.orElseThrow()));
    forms.put("text", CodeText.encode(bytes.orElseThrow()));
    assertSame(code, forms, "code " + code.get("id"));
  }

  private static Map<String, Object> fields(UnverifiedCode token) {
    CertificateFields fields = token.unverifiedBlock().unverifiedFields();
    List<String> classes = fields.classes().list().stream().map(HolderClass::name).toList();
    Map<String, Object> map =
        Vector.Maps.of(
            "type",
            fields.type(),
            "issuerAlgorithm",
            fields.issuerAlgorithm(),
            "keyId",
            fields.keyId().hex(),
            "issuer",
            fields.keyId().issuer(),
            "bindingIndex",
            fields.bindingIndex(),
            "classes",
            classes,
            "disabilityGrade",
            fields.disabilityGrade(),
            "meritClass",
            fields.meritClass(),
            "homeRegion",
            fields.homeRegion().toString(),
            "issuedAt",
            fields.issuedAtSeconds(),
            "lifetimeHours",
            fields.lifetimeHours(),
            "window",
            fields.windowSeconds(),
            "keyCustody",
            fields.custody(),
            "photoCheck",
            fields.photoCheckRequired(),
            "holderTag",
            fields.holderTag().hex(),
            "extensionHex",
            HEX.formatHex(fields.extension().bytes()),
            "issuerSignatureHex",
            HEX.formatHex(token.unverifiedBlock().signature()));
    token
        .unverifiedDynamicPart()
        .ifPresent(
            part -> {
              map.put("deviceAlgorithm", fields.deviceAlgorithm());
              map.put("deviceKeyHex", HEX.formatHex(fields.deviceKey().bytes()));
              map.put("time", part.timeSeconds());
              map.put("counter", part.counter());
              map.put("deviceSignatureHex", HEX.formatHex(part.signature()));
            });
    return map;
  }

  /** As documents: the order of members and the width of numbers say nothing. */
  private static void assertSame(JsonNode expected, Object found, String where) {
    String words = VectorFiles.tree(found).toPrettyString();
    assertEquals(expected, VectorFiles.readText(words), where);
  }
}

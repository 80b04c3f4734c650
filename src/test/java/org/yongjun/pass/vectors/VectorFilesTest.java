package org.yongjun.pass.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.kernel.ReasonCode;

/** The committed vectors are those that the generator writes, follow their schema and are whole. */
class VectorFilesTest {
  private static final int LEAST = 150;

  @Test
  void theFilesAreWhatTheGeneratorWrites() throws IOException {
    Map<String, String> generated = VectorFiles.generate();
    if (Boolean.getBoolean("vectors.write")) {
      VectorFiles.write(generated);
    }
    Map<String, String> committed = VectorFiles.committed();
    assertEquals(generated.keySet(), committed.keySet());
    generated.forEach((name, text) -> assertEquals(text, committed.get(name), name));
    assertTrue(generated.size() >= LEAST, generated.size() + " vectors");
  }

  @Test
  void everyFileFollowsTheSchemaAndIsNamedAfterItsId() throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(Path.of("api-spec/schema/token-vector.schema.json")));
    for (Path each : VectorFiles.paths()) {
      JsonNode vector = VectorFiles.read(each);
      assertEquals(Set.of(), schema.validate(vector), each.toString());
      assertEquals(vector.get("id").textValue() + ".json", each.getFileName().toString());
    }
  }

  @Test
  void everyReasonOfATokenIsExpectedSomewhereAndNoOther() {
    Set<ReasonCode> expected = EnumSet.noneOf(ReasonCode.class);
    for (Path each : VectorFiles.paths()) {
      for (JsonNode reason : VectorFiles.read(each).findValues("reason")) {
        expected.add(ReasonCode.valueOf(reason.textValue()));
      }
    }
    List<ReasonCode> ofTokens =
        Arrays.stream(ReasonCode.values()).filter(each -> each.number() <= 13).toList();
    assertEquals(EnumSet.copyOf(ofTokens), expected);
  }

  /** Valid means that every reading is admitted, invalid that one is not. */
  @Test
  void theFolderSaysWhetherAnythingIsRefused() {
    for (Path each : VectorFiles.paths()) {
      boolean isRefused =
          VectorFiles.read(each).findValues("outcome").stream()
              .anyMatch(outcome -> outcome.textValue().equals("REFUSED"));
      assertEquals(isRefused ? "invalid" : "valid", each.getParent().getFileName().toString());
    }
  }
}

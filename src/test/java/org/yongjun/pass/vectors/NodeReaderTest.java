package org.yongjun.pass.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yongjun.pass.outside.OutsideTools;

/**
 * A reader in JavaScript that was written from the specification alone agrees with every vector.
 */
class NodeReaderTest {
  private static final String PROGRAM = "api-spec/token/check/run.mjs";

  @Test
  void theReaderInJavaScriptAgreesWithEveryVector() {
    String said = OutsideTools.run("node", PROGRAM).text();
    int files = VectorFiles.paths().size();
    assertTrue(said.contains("\n" + files + " vectors, "), said);
    assertTrue(said.endsWith(", 0 disagreements\n"), said);
  }

  /** A reader that agrees with everything would agree with these as well. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "invalid/time-window-60-beyond.json | \"number\" : 7 | \"number\" : 6",
        "invalid/revoked.json | \"REVOKED\" : \"FAIL\" | \"REVOKED\" : \"PASS\"",
        "valid/pair-sm2-p256.json | \"staffCheck\" : false | \"staffCheck\" : true",
        "valid/pair-sm2-sm2.json | \"clock\" : 1772326800 | \"clock\" : 1772326861",
        "valid/list-age-24h-beyond.json | [ \"AGED_LIST\" ] | [ ]",
        "valid/repeat-of-a-card.json | \"repeat\" : true | \"repeat\" : false",
        "valid/card-ed25519.json | \"lifetimeHours\" : 8760 | \"lifetimeHours\" : 8761"
      })
  void aChangedExpectationIsADisagreement(
      String file, String text, String changed, @TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("valid"));
    Files.createDirectories(folder.resolve("invalid"));
    Path copy = folder.resolve(file);
    String vector = Files.readString(VectorFiles.FOLDER.resolve(file));
    assertTrue(vector.contains(text), vector);
    Files.writeString(copy, vector);
    assertEquals(0, OutsideTools.run("node", PROGRAM, folder.toString()).exit());
    Files.writeString(copy, vector.replace(text, changed));
    OutsideTools.Result result = OutsideTools.run("node", PROGRAM, folder.toString());
    assertEquals(1, result.exit());
    assertTrue(new String(result.out(), StandardCharsets.UTF_8).contains(file));
  }
}

package org.yongjun.pass.offline.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The offline jar runs the token's test vectors by the parts that a gate is made of. */
class VectorsCommandTest {
  @TempDir Path folder;

  @Test
  void everyVectorAgreesAndAChangedOneDoesNot() throws IOException {
    Path vectors = Path.of("api-spec", "token", "vectors", "v1");
    try (GateProcess run = GateProcess.start(List.of("vectors", vectors.toString()))) {
      List<String> said = run.end();
      assertTrue(said.get(said.size() - 1).endsWith(" 0 vectors disagree"), said.toString());
      assertEquals(0, run.status());
    }
    Path file = vectors.resolve("invalid").resolve("time-window-60-beyond.json");
    for (String kind : List.of("valid", "invalid")) {
      Files.createDirectories(folder.resolve("changed").resolve(kind));
    }
    String changed = Files.readString(file).replace("\"number\" : 7", "\"number\" : 6");
    Files.writeString(folder.resolve("changed/invalid/changed.json"), changed);
    String where = folder.resolve("changed").toString();
    try (GateProcess run = GateProcess.start(List.of("vectors", where))) {
      assertEquals(2, run.end().size());
      assertEquals(1, run.status());
    }
  }
}

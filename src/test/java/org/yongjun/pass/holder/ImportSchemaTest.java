package org.yongjun.pass.holder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.kernel.HolderClass;

class ImportSchemaTest {
  private static final Path SCHEMA = Path.of("api-spec/schema/holder-import.schema.json");
  private static final Path TEXT = Path.of("api-spec/schema/holder-import.md");

  @Test
  void theSchemaListsTheColumnsThatTheImportTakes() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(SCHEMA.toFile());
    List<String> required = new ArrayList<>();
    schema.get("required").forEach(each -> required.add(each.asText()));
    List<String> keys = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : schema.get("properties").properties()) {
      ImportColumn column = ImportColumn.findByHeader(property.getKey()).orElseThrow();
      List<String> headers = new ArrayList<>();
      property.getValue().get("x-headers").forEach(each -> headers.add(each.asText()));
      assertEquals(column.aliases(), headers);
      assertEquals(column.isRequired(), required.contains(property.getKey()));
      keys.add(property.getKey());
    }
    assertEquals(List.of(ImportColumn.values()).stream().map(ImportColumn::key).toList(), keys);
  }

  @Test
  void theDescriptionNamesEveryHeaderClassAndFault() throws IOException {
    String text = Files.readString(TEXT);
    for (ImportColumn each : ImportColumn.values()) {
      String row = "| `" + each.key() + "` | " + String.join(", ", each.aliases()) + " |";
      assertTrue(text.contains(row), row);
    }
    for (ImportFault each : ImportFault.values()) {
      assertTrue(text.contains("| `" + each.name() + "` |"), each.name());
    }
    for (HolderClass each : HolderClass.values()) {
      String entry = "`" + each.name() + "` " + each.text().zh();
      assertEquals(each != HolderClass.VEHICLE, text.contains(entry), entry);
    }
  }
}

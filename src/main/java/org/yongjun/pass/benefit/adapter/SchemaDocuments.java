package org.yongjun.pass.benefit.adapter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yongjun.pass.benefit.CatalogueDocuments;
import org.yongjun.pass.benefit.CatalogueSheets;
import org.yongjun.pass.benefit.Faults;
import org.yongjun.pass.benefit.Lines;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.ProblemCode;

/** Reads JSON and YAML and holds both to the published schema. */
public final class SchemaDocuments implements CatalogueDocuments {
  private static final String SCHEMA = "/api-spec/schema/catalogue.schema.json";
  private static final int DEPTH_MAX = 30;
  private static final int NUMBER_LENGTH_MAX = 20;

  private final JsonMapper mapper =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH_MAX)
                          .maxNumberLength(NUMBER_LENGTH_MAX)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private final JsonSchema schema = loadSchema();

  private JsonSchema loadSchema() {
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .formatAssertionsEnabled(true)
            .build();
    try (InputStream in =
        Objects.requireNonNull(SchemaDocuments.class.getResourceAsStream(SCHEMA), SCHEMA)) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(mapper.readTree(in), config);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Outcome<Map<String, Object>> parse(byte[] document, Format format) {
    if (document.length > DOCUMENT_BYTES_MAX) {
      return Outcome.refused(ProblemCode.TOO_LARGE);
    }
    if (format == Format.XLSX) {
      return new SheetReader().read(document).then(CatalogueSheets::toDocument);
    }
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
      return toMapOrRefuse(
          format == Format.YAML ? mapper.valueToTree(YamlTrees.read(text)) : mapper.readTree(text));
    } catch (CharacterCodingException e) {
      return unreadable("文件不是 UTF-8 编码", "The document is not UTF-8");
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      return unreadable("YAML 第 " + line + " 行无法解析", "Line " + line + " is not readable YAML");
    } catch (YAMLException e) {
      return unreadable("YAML 无法解析或超出限制", "This is not readable YAML or beyond its bounds");
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      return unreadable("JSON 第 " + line + " 行无法解析", "Line " + line + " is not readable JSON");
    }
  }

  @Override
  public Lines lines(byte[] document, Format format) {
    return format == Format.XLSX
        ? Lines.NONE
        : new DocumentLines(new String(document, StandardCharsets.UTF_8), format);
  }

  @Override
  public Outcome<byte[]> write(Map<String, Object> document, Format format) {
    return switch (format) {
      case JSON ->
          Outcome.done(
              mapper.valueToTree(document).toPrettyString().getBytes(StandardCharsets.UTF_8));
      case YAML -> Outcome.done(YamlTrees.write(document).getBytes(StandardCharsets.UTF_8));
      case XLSX -> CatalogueSheets.toTables(document).map(SheetWriter::write);
    };
  }

  @Override
  public byte[] template() {
    return SheetWriter.write(CatalogueSheets.template());
  }

  @Override
  public Map<String, Object> readPublished(String canonicalJson) {
    try {
      return toMap(mapper.readTree(canonicalJson));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a published document is JSON", e);
    }
  }

  private Outcome<Map<String, Object>> toMapOrRefuse(JsonNode tree) {
    if (!tree.isObject()) {
      return unreadable("文件须是一个对象", "The type must be object");
    }
    return hasPlainNumbers(tree) ? Outcome.done(toMap(tree)) : strangeNumbers();
  }

  @Override
  public Outcome<Map<String, Object>> check(Map<String, Object> document, Lines lines) {
    JsonNode tree = mapper.valueToTree(document);
    if (!hasPlainNumbers(tree)) {
      return strangeNumbers();
    }
    Faults faults = new Faults(lines);
    List<ValidationMessage> messages =
        schema.validate(tree).stream()
            .sorted(
                Comparator.comparing((ValidationMessage each) -> SchemaFaults.pointer(each))
                    .thenComparing(ValidationMessage::getType))
            .toList();
    messages.forEach(each -> SchemaFaults.add(each, faults));
    return faults.count() == 0 ? Outcome.done(document) : Outcome.refused(faults.problem());
  }

  /** Whether every number is one that JSON can write, and no longer than what is read again. */
  private static boolean hasPlainNumbers(JsonNode tree) {
    Deque<JsonNode> open = new ArrayDeque<>(List.of(tree));
    while (!open.isEmpty()) {
      JsonNode node = open.removeLast();
      node.forEach(open::add);
      boolean isStrange =
          node.isNumber()
              && (!Double.isFinite(node.doubleValue())
                  || node.numberValue().toString().length() > NUMBER_LENGTH_MAX);
      if (isStrange) {
        return false;
      }
    }
    return true;
  }

  private static <T> Outcome<T> strangeNumbers() {
    Faults faults = new Faults(Lines.NONE);
    faults.add(
        "",
        "数字至多 " + NUMBER_LENGTH_MAX + " 位，且不得为无穷",
        "Numbers have at most " + NUMBER_LENGTH_MAX + " characters and are finite");
    return Outcome.refused(faults.problem());
  }

  private Map<String, Object> toMap(JsonNode tree) {
    return mapper.convertValue(tree, new TypeReference<Map<String, Object>>() {});
  }

  private static Outcome<Map<String, Object>> unreadable(String zh, String en) {
    Faults faults = new Faults(Lines.NONE);
    faults.add("", zh, en);
    return Outcome.refused(faults.problem());
  }
}

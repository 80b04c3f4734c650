package org.yongjun.pass.vectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of the vectors: as the generator writes them, and as they lie in the repository. */
final class VectorFiles {
  static final Path FOLDER = Path.of("api-spec/token/vectors/v1");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DefaultPrettyPrinter PRINTER = printer();

  private VectorFiles() {}

  /** Text by path below the folder; throws when two vectors have one id. */
  static Map<String, String> generate() {
    List<Vector> all = new ArrayList<>();
    all.addAll(FormVectors.list());
    all.addAll(KeyVectors.list());
    all.addAll(SignatureVectors.list());
    all.addAll(TimeVectors.list());
    all.addAll(UseVectors.list());
    all.addAll(PlaceVectors.list());
    Map<String, String> files = new TreeMap<>();
    for (Vector each : all) {
      String path = (each.isValid() ? "valid/" : "invalid/") + each.id() + ".json";
      if (files.put(path, print(each.json())) != null) {
        throw new IllegalStateException("two vectors are named " + path);
      }
    }
    return files;
  }

  /** Text by path below the folder. */
  static Map<String, String> committed() {
    Map<String, String> files = new TreeMap<>();
    for (Path each : paths()) {
      files.put(FOLDER.relativize(each).toString(), text(each));
    }
    return files;
  }

  static List<Path> paths() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(each -> each.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode read(Path file) {
    return readText(text(file));
  }

  static JsonNode readText(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Map<String, String> files) throws IOException {
    for (Path each : paths()) {
      Files.delete(each);
    }
    for (Map.Entry<String, String> each : files.entrySet()) {
      Path file = FOLDER.resolve(each.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, each.getValue());
    }
  }

  static JsonNode tree(Object value) {
    return JSON.valueToTree(value);
  }

  private static String print(Map<String, Object> value) {
    try {
      return JSON.writer(PRINTER).writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DefaultPrettyPrinter printer() {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    return printer;
  }
}

package org.yongjun.pass.benefit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The one way to write a document tree: keys sorted, no white space, control characters escaped. So
 * the same content has the same hash, however it was laid out, in YAML or JSON.
 */
final class CanonicalJson {
  private CanonicalJson() {}

  static String of(Map<String, Object> document) {
    StringBuilder out = new StringBuilder();
    write(document, out);
    return out.toString();
  }

  /** SHA-256 of the UTF-8 bytes. */
  static byte[] hash(String canonicalJson) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(canonicalJson.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void write(@Nullable Object value, StringBuilder out) {
    switch (value) {
      case Map<?, ?> map -> writeMap(map, out);
      case List<?> list -> writeList(list, out);
      case String text -> writeText(text, out);
      case Double number when !Double.isFinite(number) ->
          throw new IllegalArgumentException("no JSON number");
      case Number number -> out.append(number);
      case Boolean bool -> out.append(bool);
      case null -> out.append("null");
      default -> throw new IllegalArgumentException("no JSON value: " + value.getClass());
    }
  }

  private static void writeMap(Map<?, ?> map, StringBuilder out) {
    TreeMap<String, Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put((String) key, value));
    String separator = "{";
    for (Map.Entry<String, Object> entry : sorted.entrySet()) {
      out.append(separator);
      writeText(entry.getKey(), out);
      out.append(':');
      write(entry.getValue(), out);
      separator = ",";
    }
    out.append(sorted.isEmpty() ? "{}" : "}");
  }

  private static void writeList(List<?> list, StringBuilder out) {
    String separator = "[";
    for (Object each : list) {
      out.append(separator);
      write(each, out);
      separator = ",";
    }
    out.append(list.isEmpty() ? "[]" : "]");
  }

  private static void writeText(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}

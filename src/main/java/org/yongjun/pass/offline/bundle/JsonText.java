package org.yongjun.pass.offline.bundle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * JSON as trees of {@code Map}, {@code List}, {@code String}, {@code Long} and {@code Boolean}:
 * fractions and nulls are not part of the format, nor are names that stand twice. What is read is
 * bounded, and everything wrong with it is an {@link IllegalArgumentException}.
 */
public final class JsonText {
  /** Deeper than an item with nested conditions. */
  private static final int DEPTH_MAX = 32;

  private static final int NUMBER_LENGTH_MAX = 20;

  /** What an outline may hold at most, so that it costs no memory whatever the bytes are. */
  private static final int OUTLINE_VALUES_MAX = 100;

  private static final StreamReadConstraints BOUNDS =
      StreamReadConstraints.builder()
          .maxNestingDepth(DEPTH_MAX)
          .maxNumberLength(NUMBER_LENGTH_MAX)
          .maxStringLength(CompactJws.BYTES_MAX)
          .build();

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(BOUNDS)
          .build();

  /** Finding a name that stands twice takes memory for every name. */
  private static final JsonFactory OUTLINE_FACTORY =
      JsonFactory.builder().streamReadConstraints(BOUNDS).build();

  private JsonText() {}

  /** The whole of it, for what is signed or our own. */
  public static JsonObject read(byte[] utf8) {
    try (JsonParser parser = FACTORY.createParser(utf8)) {
      return new Reading(parser, Integer.MAX_VALUE).read(name -> true);
    } catch (IOException e) {
      throw new IllegalArgumentException("no JSON", e);
    }
  }

  /** Some members of an object, small ones, whatever else it has: for what nobody vouches for. */
  static JsonObject readOutline(byte[] utf8, Set<String> names) {
    try (JsonParser parser = OUTLINE_FACTORY.createParser(utf8)) {
      return new Reading(parser, OUTLINE_VALUES_MAX).read(names::contains);
    } catch (IOException e) {
      throw new IllegalArgumentException("no JSON", e);
    }
  }

  /** One pass, which keeps no more than so many values. */
  private static final class Reading {
    private final JsonParser parser;
    private int valuesLeft;

    Reading(JsonParser parser, int valuesMax) {
      this.parser = parser;
      this.valuesLeft = valuesMax;
    }

    JsonObject read(Predicate<String> isWanted) throws IOException {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("no JSON object");
      }
      Map<String, Object> tree = readObject(isWanted);
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("something follows the JSON object");
      }
      return new JsonObject(tree);
    }

    private Map<String, Object> readObject(Predicate<String> isWanted) throws IOException {
      Map<String, Object> members = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        if (isWanted.test(name)) {
          members.put(name, readValue());
        } else {
          parser.skipChildren();
        }
      }
      return members;
    }

    private List<Object> readArray() throws IOException {
      List<Object> elements = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        elements.add(readValue());
      }
      return elements;
    }

    private Object readValue() throws IOException {
      JsonToken token = parser.currentToken();
      if (token == null || valuesLeft-- == 0) {
        throw new IllegalArgumentException("the JSON ends early, or holds too much");
      }
      switch (token) {
        case START_OBJECT:
          return readObject(name -> true);
        case START_ARRAY:
          return readArray();
        case VALUE_STRING:
          return parser.getText();
        case VALUE_NUMBER_INT:
          return parser.getLongValue();
        case VALUE_TRUE:
        case VALUE_FALSE:
          return parser.getBooleanValue();
        default:
          throw new IllegalArgumentException("a value that the format does not have");
      }
    }
  }

  public static byte[] write(Object tree) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator generator = FACTORY.createGenerator(out)) {
      writeValue(generator, tree);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return out.toByteArray();
  }

  private static void writeValue(JsonGenerator generator, Object value) throws IOException {
    if (value instanceof Map<?, ?> members) {
      generator.writeStartObject();
      for (Map.Entry<?, ?> member : members.entrySet()) {
        generator.writeFieldName((String) member.getKey());
        writeValue(generator, member.getValue());
      }
      generator.writeEndObject();
    } else if (value instanceof List<?> elements) {
      generator.writeStartArray();
      for (Object element : elements) {
        writeValue(generator, element);
      }
      generator.writeEndArray();
    } else if (value instanceof String text) {
      generator.writeString(text);
    } else if (value instanceof Number number) {
      generator.writeNumber(number.longValue());
    } else if (value instanceof Boolean flag) {
      generator.writeBoolean(flag);
    } else {
      throw new IllegalStateException("no JSON: " + value.getClass());
    }
  }
}

package org.yongjun.pass.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Nullable;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Compares the schemas of the contract with the records that travel, in both directions. */
final class Shapes {
  private final boolean isRequest;
  private final List<String> faults = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private Shapes(boolean isRequest) {
    this.isRequest = isRequest;
  }

  /** What differs, one sentence each. */
  static List<String> compareRequest(String name, Schema<?> schema, Type type) {
    return compare(new Shapes(true), name, schema, type);
  }

  static List<String> compareAnswer(String name, Schema<?> schema, Type type) {
    return compare(new Shapes(false), name, schema, type);
  }

  private static List<String> compare(Shapes shapes, String name, Schema<?> schema, Type type) {
    shapes.compare(name, schema, type);
    return shapes.faults;
  }

  private void compare(String at, Schema<?> given, Type type) {
    Schema<?> schema = followed(given);
    if (type instanceof ParameterizedType parameterized) {
      compareParameterized(at, schema, parameterized);
      return;
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      if (seen.add(at.substring(at.lastIndexOf('.') + 1) + plain.getName())) {
        compareRecord(at, schema, plain);
      }
    } else if (plain.isEnum()) {
      Set<String> names = new TreeSet<>();
      Arrays.stream(plain.getEnumConstants()).forEach(each -> names.add(((Enum<?>) each).name()));
      expect(at + " has the values", names, valuesOf(schema));
    } else {
      expect(at + " is", wordsOf(plain), schema.getType() + " " + schema.getFormat());
    }
  }

  private void compareParameterized(String at, Schema<?> schema, ParameterizedType type) {
    Class<?> raw = (Class<?>) type.getRawType();
    if (Collection.class.isAssignableFrom(raw)) {
      expect(at + " is", "array", schema.getType());
      compare(at + "[]", schema.getItems(), type.getActualTypeArguments()[0]);
    } else if (Map.class.isAssignableFrom(raw)) {
      expect(at + " is", "object", schema.getType());
    } else {
      faults.add(at + " has a type that no schema can have: " + type);
    }
  }

  private void compareRecord(String at, Schema<?> schema, Class<?> type) {
    Set<String> names = new TreeSet<>();
    Set<String> required = new TreeSet<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String name = nameOf(component);
      names.add(name);
      if (isRequired(component)) {
        required.add(name);
      }
    }
    @SuppressWarnings("rawtypes") // So the model has it.
    Map<String, Schema> properties = Objects.requireNonNullElse(schema.getProperties(), Map.of());
    expect(at + " has the fields", names, new TreeSet<>(properties.keySet()));
    expect(
        at + " requires",
        required,
        new TreeSet<>(Objects.requireNonNullElse(schema.getRequired(), List.of())));
    expect(at + " takes further fields:", false, schema.getAdditionalProperties());
    for (RecordComponent component : type.getRecordComponents()) {
      Schema<?> property = properties.get(nameOf(component));
      if (property != null) {
        String inside = at + "." + nameOf(component);
        compare(inside, property, component.getGenericType());
        if (isRequest) {
          compareBounds(inside, followed(property), component.getAccessor());
        }
      }
    }
  }

  private void compareBounds(String at, Schema<?> schema, Method accessor) {
    Size size = accessor.getAnnotation(Size.class);
    if (size != null) {
      boolean isArray = "array".equals(schema.getType());
      expect(
          at + " is at most so long:",
          size.max(),
          isArray ? schema.getMaxItems() : schema.getMaxLength());
      if (size.min() > 0) {
        expect(
            at + " is at least so long:",
            size.min(),
            isArray ? schema.getMinItems() : schema.getMinLength());
      }
    }
    Min min = accessor.getAnnotation(Min.class);
    if (min != null) {
      expect(at + " is at least", min.value(), schema.getMinimum().longValueExact());
    }
    Max max = accessor.getAnnotation(Max.class);
    if (max != null) {
      expect(at + " is at most", max.value(), schema.getMaximum().longValueExact());
    }
    Pattern pattern = accessor.getAnnotation(Pattern.class);
    if (pattern != null) {
      expect(at + " looks like", "^" + pattern.regexp() + "$", schema.getPattern());
    }
  }

  private boolean isRequired(RecordComponent component) {
    Method accessor = component.getAccessor();
    boolean mayLack =
        accessor.isAnnotationPresent(Nullable.class)
            || component
                .getAnnotatedType()
                .isAnnotationPresent(org.jspecify.annotations.Nullable.class);
    if (!isRequest) {
      return !mayLack;
    }
    return component.getType().isPrimitive()
        || accessor.isAnnotationPresent(NotNull.class)
        || accessor.isAnnotationPresent(NotBlank.class);
  }

  private static String nameOf(RecordComponent component) {
    JsonProperty stated = component.getAccessor().getAnnotation(JsonProperty.class);
    return stated == null ? component.getName() : stated.value();
  }

  private static Set<String> valuesOf(Schema<?> schema) {
    Set<String> values = new TreeSet<>();
    Objects.requireNonNullElse(schema.getEnum(), List.of()).stream()
        .filter(Objects::nonNull)
        .forEach(value -> values.add(value.toString()));
    return values;
  }

  private static String wordsOf(Class<?> type) {
    if (type == int.class || type == Integer.class) {
      return "integer int32";
    }
    if (type == long.class || type == Long.class) {
      return "integer int64";
    }
    if (type == double.class || type == Double.class) {
      return "number double";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "boolean null";
    }
    if (type == Instant.class) {
      return "string date-time";
    }
    return type == LocalDate.class ? "string date" : "string null";
  }

  static Schema<?> followed(Schema<?> schema) {
    return schema.get$ref() == null
        ? schema
        : Contract.MODEL.getComponents().getSchemas().get(Contract.lastPart(schema.get$ref()));
  }

  private void expect(String what, Object code, Object contract) {
    if (!Objects.equals(code, contract)) {
      faults.add(what + " " + code + " in the code, " + contract + " in the contract");
    }
  }
}

package org.yongjun.pass.offline.bundle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An object that was read, asked member by member. What is missing, of another type or left over at
 * the {@link #end()} is an {@link IllegalArgumentException}: a gate that does not know a member
 * does not know the rule.
 */
public final class JsonObject {
  private final Map<String, Object> members;
  private final Set<String> asked = new HashSet<>();

  JsonObject(Map<String, Object> members) {
    this.members = members;
  }

  public boolean has(String name) {
    return members.containsKey(name);
  }

  /** What was read, as it is. */
  public Map<String, Object> members() {
    return Map.copyOf(members);
  }

  Set<String> names() {
    return members.keySet();
  }

  public String text(String name) {
    return required(findText(name), name);
  }

  public @Nullable String findText(String name) {
    return find(name, String.class);
  }

  public long number(String name) {
    return required(findNumber(name), name);
  }

  public @Nullable Long findNumber(String name) {
    return find(name, Long.class);
  }

  int integer(String name) {
    return Math.toIntExact(number(name));
  }

  /** False where it is absent. */
  public boolean flag(String name) {
    Boolean value = find(name, Boolean.class);
    return value != null && value;
  }

  public JsonObject object(String name) {
    return required(findObject(name), name);
  }

  public @Nullable JsonObject findObject(String name) {
    Object value = ask(name);
    return value == null ? null : objectOf(value);
  }

  /** What each object of a list says; empty where the list is absent. */
  public <T> List<T> objects(String name, int max, Function<JsonObject, T> read) {
    return list(name, max, value -> read.apply(objectOf(value)));
  }

  public List<String> texts(String name, int max) {
    return list(
        name,
        max,
        value -> {
          if (value instanceof String text) {
            return text;
          }
          throw new IllegalArgumentException("a list of texts");
        });
  }

  public List<Long> numbers(String name, int max) {
    return list(
        name,
        max,
        value -> {
          if (value instanceof Long number) {
            return number;
          }
          throw new IllegalArgumentException("a list of numbers");
        });
  }

  /** Says that everything has been read. */
  void end() {
    if (!asked.containsAll(members.keySet())) {
      throw new IllegalArgumentException("a member that the format does not have");
    }
  }

  /** Reads an object to its end. */
  static <T> T whole(JsonObject object, Function<JsonObject, T> read) {
    T value = read.apply(object);
    object.end();
    return value;
  }

  private <T> List<T> list(String name, int max, Function<Object, T> read) {
    Object value = ask(name);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> elements) || elements.size() > max) {
      throw new IllegalArgumentException("a list that is none or too long: " + name);
    }
    List<T> all = new ArrayList<>(elements.size());
    for (Object element : elements) {
      all.add(read.apply(element));
    }
    return all;
  }

  private <T> @Nullable T find(String name, Class<T> type) {
    Object value = ask(name);
    if (value == null || type.isInstance(value)) {
      return type.cast(value);
    }
    throw new IllegalArgumentException("of another type: " + name);
  }

  private @Nullable Object ask(String name) {
    asked.add(name);
    return members.get(name);
  }

  private static <T> T required(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException("missing: " + name);
    }
    return value;
  }

  @SuppressWarnings("unchecked") // JsonText makes maps of texts only.
  private static JsonObject objectOf(Object value) {
    if (value instanceof Map<?, ?> members) {
      return new JsonObject((Map<String, Object>) members);
    }
    throw new IllegalArgumentException("no object");
  }
}

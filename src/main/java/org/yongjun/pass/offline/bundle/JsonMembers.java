package org.yongjun.pass.offline.bundle;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.Text;

/** An object to be written. Members keep their order, so that equal content has equal bytes. */
final class JsonMembers {
  private final Map<String, Object> members = new LinkedHashMap<>();

  JsonMembers put(String name, Object value) {
    members.put(name, value);
    return this;
  }

  /** Nothing where the value is null. */
  JsonMembers putIfAny(String name, @Nullable Object value) {
    if (value != null) {
      members.put(name, value);
    }
    return this;
  }

  /** Nothing where it is false. */
  JsonMembers putIfTrue(String name, boolean value) {
    return putIfAny(name, value ? Boolean.TRUE : null);
  }

  JsonMembers putText(String name, Text text) {
    return put(name, textTree(text));
  }

  /** Nothing where there are none. */
  <T> JsonMembers putAll(String name, Collection<T> values, Function<T, Object> tree) {
    return values.isEmpty() ? this : put(name, list(values, tree));
  }

  /** Sorted, nothing where there are none. */
  JsonMembers putSorted(String name, Collection<? extends Object> texts) {
    List<Object> sorted =
        texts.stream().map(Object::toString).sorted().collect(Collectors.toUnmodifiableList());
    return sorted.isEmpty() ? this : put(name, sorted);
  }

  Map<String, Object> tree() {
    return members;
  }

  static <T> List<Object> list(Collection<T> values, Function<T, Object> tree) {
    return values.stream().map(tree).collect(Collectors.toUnmodifiableList());
  }

  static Map<String, Object> textTree(Text text) {
    return new JsonMembers().put("zh", text.zh()).put("en", text.en()).tree();
  }

  static Text readText(JsonObject object) {
    return JsonObject.whole(object, each -> new Text(each.text("zh"), each.text("en")));
  }
}

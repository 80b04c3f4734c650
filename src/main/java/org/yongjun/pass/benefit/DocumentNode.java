package org.yongjun.pass.benefit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yongjun.pass.kernel.Text;

/**
 * A place in a document whose shape the schema has checked, with its JSON pointer for faults that
 * only show when places are compared.
 */
record DocumentNode(String pointer, Object value) {
  static DocumentNode root(Map<String, Object> document) {
    return new DocumentNode("", document);
  }

  Optional<DocumentNode> find(String key) {
    Object child = ((Map<?, ?>) value).get(key);
    return Optional.ofNullable(child).map(each -> new DocumentNode(pointer + "/" + key, each));
  }

  DocumentNode get(String key) {
    return find(key).orElseThrow(() -> new IllegalStateException("the schema asks for " + key));
  }

  /** The members of an array or the values of an object; none where the key is absent. */
  List<DocumentNode> list(String key) {
    List<DocumentNode> nodes = new ArrayList<>();
    find(key)
        .ifPresent(
            array -> {
              int index = 0;
              for (Object each : (List<?>) array.value) {
                nodes.add(new DocumentNode(array.pointer + "/" + index++, each));
              }
            });
    return nodes;
  }

  /** The values of an object by their keys; none where the key is absent. */
  Set<String> keys(String key) {
    Set<String> keys = new TreeSet<>();
    find(key)
        .ifPresent(
            object -> ((Map<?, ?>) object.value).keySet().forEach(k -> keys.add((String) k)));
    return keys;
  }

  /** The fields of an object. */
  @SuppressWarnings("unchecked") // Documents are of maps with text keys.
  Map<String, Object> object() {
    return (Map<String, Object>) value;
  }

  String text() {
    return (String) value;
  }

  String text(String key) {
    return get(key).text();
  }

  long integer() {
    return ((Number) value).longValue();
  }

  int smallInteger() {
    return Math.toIntExact(integer());
  }

  boolean isTrue(String key) {
    return find(key).map(each -> Objects.equals(each.value, Boolean.TRUE)).orElse(false);
  }

  /** A sentence in both languages. */
  Text bilingual(String key) {
    DocumentNode node = get(key);
    return new Text(node.text("zh"), node.text("en"));
  }

  Set<String> texts(String key) {
    Set<String> texts = new TreeSet<>();
    list(key).forEach(each -> texts.add(each.text()));
    return texts;
  }
}

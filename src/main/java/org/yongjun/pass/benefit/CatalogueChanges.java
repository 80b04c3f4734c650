package org.yongjun.pass.benefit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a document changes, by item number.
 *
 * @param baseVersion the version that it is compared with, null where none is in force
 */
public record CatalogueChanges(
    @Nullable Integer baseVersion, List<String> added, List<String> removed, List<String> changed) {
  public CatalogueChanges {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    changed = List.copyOf(changed);
  }

  public static CatalogueChanges between(
      Optional<PublishedCatalogue> before, Map<String, Object> after) {
    Map<String, String> old =
        before.map(each -> itemsOf(each.document())).orElseGet(LinkedHashMap::new);
    Map<String, String> next = itemsOf(after);
    return new CatalogueChanges(
        before.map(each -> each.catalogue().version()).orElse(null),
        next.keySet().stream().filter(number -> !old.containsKey(number)).toList(),
        old.keySet().stream().filter(number -> !next.containsKey(number)).toList(),
        next.entrySet().stream()
            .filter(item -> old.containsKey(item.getKey()))
            .filter(item -> !item.getValue().equals(old.get(item.getKey())))
            .map(Map.Entry::getKey)
            .toList());
  }

  /** Canonical text by number, in the document's order. */
  private static Map<String, String> itemsOf(Map<String, Object> document) {
    Map<String, String> items = new LinkedHashMap<>();
    for (DocumentNode item : DocumentNode.root(document).list("items")) {
      items.put(item.text("number"), CanonicalJson.of(item.object()));
    }
    return items;
  }
}

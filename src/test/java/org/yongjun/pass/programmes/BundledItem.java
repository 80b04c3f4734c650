package org.yongjun.pass.programmes;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yongjun.pass.benefit.BundledCatalogues;

/**
 * An item as the bundled catalogues write it.
 *
 * @param id the catalogue's code, a slash and the item's number
 * @param who as written
 * @param references keys of {@link CoreRow}
 */
public record BundledItem(
    String fileName, String id, Map<String, Object> who, List<String> references) {
  private static final List<BundledItem> ALL = read();

  static List<BundledItem> listAll() {
    return ALL;
  }

  static List<BundledItem> listOf(String row) {
    return ALL.stream().filter(item -> item.references.contains(row)).toList();
  }

  /** The item of that id. */
  public static BundledItem find(String id) {
    return ALL.stream()
        .filter(item -> item.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no item " + id));
  }

  /** Who it is for, as the document writes it. */
  public String whoAsJson() {
    return new ObjectMapper().valueToTree(who).toString();
  }

  @SuppressWarnings("unchecked")
  List<String> classes() {
    return (List<String>) who.getOrDefault("classes", List.of());
  }

  /** Every condition without members inside the item's condition, as written. */
  List<Map<String, Object>> conditions() {
    List<Map<String, Object>> found = new ArrayList<>();
    collect(who.get("condition"), found);
    return found;
  }

  @SuppressWarnings("unchecked")
  private static void collect(Object condition, List<Map<String, Object>> found) {
    if (condition instanceof Map<?, ?> map) {
      if (map.get("members") instanceof List<?> members) {
        members.forEach(member -> collect(member, found));
      } else if (map.get("member") != null) {
        collect(map.get("member"), found);
      } else {
        found.add((Map<String, Object>) map);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static List<BundledItem> read() {
    List<BundledItem> items = new ArrayList<>();
    for (BundledCatalogues.BundledCatalogue file : BundledCatalogues.listAll()) {
      Map<String, Object> tree = yaml(file.yaml());
      for (Map<String, Object> item : (List<Map<String, Object>>) tree.get("items")) {
        items.add(
            new BundledItem(
                file.fileName(),
                tree.get("code") + "/" + item.get("number"),
                (Map<String, Object>) item.get("who"),
                (List<String>) item.getOrDefault("references", List.of())));
      }
    }
    return List.copyOf(items);
  }

  static Map<String, Object> yaml(byte[] text) {
    return new Yaml(new SafeConstructor(new LoaderOptions()))
        .load(new String(text, StandardCharsets.UTF_8));
  }
}

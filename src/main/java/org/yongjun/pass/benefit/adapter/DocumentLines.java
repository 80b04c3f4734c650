package org.yongjun.pass.benefit.adapter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yongjun.pass.benefit.CatalogueDocuments.Format;
import org.yongjun.pass.benefit.Lines;

/**
 * Lines of a text that was read before. The text is gone through when the first line is asked for,
 * which is only where there is a fault. Fields stand on the line of their name.
 */
final class DocumentLines implements Lines {
  private final String text;
  private final Format format;
  private @Nullable Map<String, Integer> lines;

  DocumentLines(String text, Format format) {
    this.text = text;
    this.format = format;
  }

  @Override
  public OptionalInt lineOf(String pointer) {
    Map<String, Integer> known = known();
    String place = pointer;
    while (!known.containsKey(place) && !place.isEmpty()) {
      place = place.substring(0, place.lastIndexOf('/'));
    }
    Integer line = known.get(place);
    return line == null ? OptionalInt.empty() : OptionalInt.of(line);
  }

  private Map<String, Integer> known() {
    Map<String, Integer> known = lines;
    if (known == null) {
      known = new HashMap<>();
      if (format == Format.YAML) {
        Node root = YamlTrees.compose(text);
        if (root != null) {
          add(known, "", root, root);
        }
      } else {
        addJson(known);
      }
      lines = known;
    }
    return known;
  }

  private static void add(Map<String, Integer> known, String pointer, Node named, Node value) {
    known.put(pointer, named.getStartMark().getLine() + 1);
    if (value instanceof MappingNode map) {
      for (NodeTuple field : map.getValue()) {
        if (field.getKeyNode() instanceof ScalarNode name) {
          String place = pointer + "/" + SchemaFaults.escape(name.getValue());
          add(known, place, name, field.getValueNode());
        }
      }
    } else if (value instanceof SequenceNode array) {
      List<Node> members = array.getValue();
      for (int i = 0; i < members.size(); i++) {
        add(known, pointer + "/" + i, members.get(i), members.get(i));
      }
    }
  }

  private void addJson(Map<String, Integer> known) {
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      JsonToken token = parser.nextToken();
      while (token != null) {
        if (token != JsonToken.END_OBJECT && token != JsonToken.END_ARRAY) {
          known.putIfAbsent(
              parser.getParsingContext().pathAsPointer().toString(),
              parser.currentTokenLocation().getLineNr());
        }
        token = parser.nextToken();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text that was read is JSON", e);
    }
  }
}

package org.yongjun.pass.benefit.adapter;

import java.io.StringReader;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import org.yongjun.pass.benefit.CatalogueDocuments;

/**
 * Reads YAML as the data that JSON could say: plain values only, no objects, no aliases of lists or
 * maps, and dates and words such as “no” stay text.
 */
final class YamlTrees {
  /** An alias lets a small file unfold into a large or even an endless tree. */
  private static final int ALIASES_MAX = 0;

  private static final int DEPTH_MAX = 30;

  private YamlTrees() {}

  /** Throws {@link org.yaml.snakeyaml.error.YAMLException} where the text is not such YAML. */
  static Object read(String text) {
    return loader().load(text);
  }

  /** The same as nodes, which know their lines. */
  static @Nullable Node compose(String text) {
    return loader().compose(new StringReader(text));
  }

  private static Yaml loader() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(CatalogueDocuments.DOCUMENT_BYTES_MAX);
    options.setMaxAliasesForCollections(ALIASES_MAX);
    options.setNestingDepthLimit(DEPTH_MAX);
    options.setAllowDuplicateKeys(false);
    options.setAllowRecursiveKeys(false);
    DumperOptions unused = new DumperOptions();
    return new Yaml(
        new SafeConstructor(options), new Representer(unused), unused, options, new JsonValues());
  }

  /** Quotes whatever any reader of YAML might take for a number, a date or a word of its own. */
  static String write(Object tree) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setAllowUnicode(true);
    options.setSplitLines(false);
    return new Yaml(options).dump(tree);
  }

  /** Recognises what JSON has: integers, decimal numbers, true, false and null. */
  private static final class JsonValues extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
      addImplicitResolver(Tag.INT, Pattern.compile("-?(0|[1-9][0-9]{0,17})"), "-0123456789");
      addImplicitResolver(Tag.FLOAT, Pattern.compile("-?(0|[1-9][0-9]*)\\.[0-9]+"), "-0123456789");
      addImplicitResolver(Tag.NULL, Pattern.compile("null|~"), "n~");
      addImplicitResolver(Tag.NULL, Pattern.compile("^$"), null);
    }
  }
}

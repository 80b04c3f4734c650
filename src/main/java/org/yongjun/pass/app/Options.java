package org.yongjun.pass.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arguments of a command, as pairs of {@code --name value}. */
final class Options {
  private static final String PREFIX = "--";

  private final Map<String, String> values;

  private Options(Map<String, String> values) {
    this.values = values;
  }

  /** Empty when the arguments are no such pairs. */
  static Optional<Options> parse(List<String> arguments) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      if (!arguments.get(i).startsWith(PREFIX) || i + 1 == arguments.size()) {
        return Optional.empty();
      }
      values.put(arguments.get(i).substring(PREFIX.length()), arguments.get(i + 1));
    }
    return Optional.of(new Options(values));
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  String get(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }
}

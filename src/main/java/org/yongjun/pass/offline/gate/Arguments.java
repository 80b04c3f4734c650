package org.yongjun.pass.offline.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A command line: {@code --name value} pairs, names that stand alone, and the rest in their order.
 *
 * @param options by name, without the dashes
 * @param rest what has no name
 */
record Arguments(Map<String, String> options, List<String> rest) {
  /** What is wrong with a command line, for whoever typed it. */
  static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Fault(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * @param flags names that take no value
   */
  static Arguments parse(List<String> arguments, Set<String> names, Set<String> flags) {
    Map<String, String> options = new HashMap<>();
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String each = arguments.get(i);
      if (!each.startsWith("--")) {
        rest.add(each);
        continue;
      }
      String name = each.substring(2);
      if (flags.contains(name)) {
        options.put(name, "");
      } else if (names.contains(name) && i + 1 < arguments.size()) {
        options.put(name, arguments.get(++i));
      } else {
        throw new Fault("unknown or without a value: " + each);
      }
    }
    return new Arguments(Map.copyOf(options), List.copyOf(rest));
  }

  boolean has(String name) {
    return options.containsKey(name);
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(options.get(name));
  }

  String get(String name) {
    return find(name).orElseThrow(() -> new Fault("missing: --" + name));
  }

  long number(String name, long otherwise, long min, long max) {
    try {
      long value = find(name).map(Long::parseLong).orElse(otherwise);
      if (value < min || value > max) {
        throw new Fault("--" + name + " is a number from " + min + " to " + max);
      }
      return value;
    } catch (NumberFormatException e) {
      throw new Fault("--" + name + " is a number from " + min + " to " + max);
    }
  }
}

package org.yongjun.pass.reporting;

import java.util.Map;
import java.util.Optional;

/**
 * How many persons (人) one group has. Persons of several groups must not be added: one person may
 * be in each of them.
 *
 * @param key the group's value in each dimension that was asked for, as stored
 * @param period in the words of {@link Period}; empty where none was asked for
 */
public record PersonsRow(Map<Dimension, String> key, Optional<String> period, long persons) {
  public PersonsRow {
    key = Map.copyOf(key);
  }
}

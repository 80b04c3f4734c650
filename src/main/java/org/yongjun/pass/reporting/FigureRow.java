package org.yongjun.pass.reporting;

import java.util.Map;
import java.util.Optional;

/**
 * One group of a figure.
 *
 * @param key the group's value in each dimension that was asked for, as stored
 * @param period in the words of {@link Period}; empty where none was asked for
 */
public record FigureRow(Map<Dimension, String> key, Optional<String> period, Sums sums) {
  public FigureRow {
    key = Map.copyOf(key);
  }
}

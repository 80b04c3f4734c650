package org.yongjun.pass.reporting;

import java.util.Map;

/**
 * One group of a figure.
 *
 * @param key the group's value in each dimension that was asked for, as stored
 */
public record FigureRow(Map<Dimension, String> key, Sums sums) {
  public FigureRow {
    key = Map.copyOf(key);
  }
}

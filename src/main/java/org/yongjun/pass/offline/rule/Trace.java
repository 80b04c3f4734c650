package org.yongjun.pass.offline.rule;

import java.util.List;

/**
 * Why an evaluation came out as it did.
 *
 * @param lines for a refusal the nearest fix first; for a grant the items that were used first
 */
public record Trace(List<TraceLine> lines) {
  public Trace {
    lines = List.copyOf(lines);
  }
}

package org.yongjun.pass.offline.rule;

import java.util.List;

/**
 * Why an evaluation came out as it did.
 *
 * @param lines for a refusal the nearest fix first; for a grant the items that were used first
 */
public record Trace(List<TraceLine> lines) {
  /** Nobody reads more, and every entry of the ledger keeps them: the farthest are left out. */
  public static final int LINES_MAX = 100;

  public Trace {
    lines = List.copyOf(lines.subList(0, Math.min(lines.size(), LINES_MAX)));
  }
}

package org.yongjun.pass.offline.rule;

import org.yongjun.pass.kernel.Text;

/**
 * What one clause of one item answered.
 *
 * @param itemId empty, with version 0, where the line is about the venue itself
 * @param held whether the clause was met
 */
public record TraceLine(String itemId, int version, Clause clause, boolean held, Text sentence) {
  /** False where the line is about the venue itself. */
  public boolean isOfItem() {
    return !itemId.isEmpty();
  }
}

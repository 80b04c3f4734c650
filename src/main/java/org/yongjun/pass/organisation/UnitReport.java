package org.yongjun.pass.organisation;

import java.util.List;

/**
 * What became of a file of units.
 *
 * @param faults at most one per line, in the order of lines
 */
public record UnitReport(
    String importId, int created, int unchanged, int rejected, List<Fault> faults) {
  /**
   * A line that was not taken.
   *
   * @param row 1 is the first line after the header
   */
  public record Fault(int row, UnitFault fault) {}
}

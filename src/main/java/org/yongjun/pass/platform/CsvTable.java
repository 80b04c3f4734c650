package org.yongjun.pass.platform;

import java.util.List;

/** A CSV file as cells. */
public record CsvTable(List<String> header, List<Line> lines) {
  /**
   * One line.
   *
   * @param row 1 is the first line after the header; blank lines count but are left out
   */
  public record Line(int row, List<String> cells) {
    @Override
    public String toString() {
      return "Line[" + row + ", masked]";
    }
  }

  @Override
  public String toString() {
    return "CsvTable[masked]";
  }
}

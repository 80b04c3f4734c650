package org.yongjun.pass.platform.adapter;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.yongjun.pass.platform.CsvReader;
import org.yongjun.pass.platform.CsvTable;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;

/** Reads RFC 4180 text with commons-csv; line ends may be CRLF or LF. */
public final class CommonsCsvReader implements CsvReader {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

  @Override
  public Outcome<CsvTable> read(String text, int rowsMax) {
    List<String> header = List.of();
    List<CsvTable.Line> lines = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
      for (CSVRecord record : parser) {
        int row = (int) record.getRecordNumber() - 1;
        List<String> cells = record.toList();
        if (row == 0) {
          header = cells;
        } else if (row > rowsMax) {
          return Outcome.refused(
              Problem.of(
                  ProblemCode.TOO_LARGE,
                  "文件超过" + rowsMax + "行，请拆分后导入",
                  "The file has over " + rowsMax + " lines; split it into several"));
        } else if (!cells.stream().allMatch(String::isBlank)) {
          lines.add(new CsvTable.Line(row, cells));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // The library's message quotes the text, which is personal data; the place is enough.
      return Outcome.refused(
          Problem.invalid(
              "/rows/" + (lines.isEmpty() ? 1 : lines.getLast().row() + 1),
              "此行不是有效的CSV，请检查引号",
              "This line is not valid CSV; check its quotes"));
    }
    return Outcome.done(new CsvTable(header, List.copyOf(lines)));
  }
}

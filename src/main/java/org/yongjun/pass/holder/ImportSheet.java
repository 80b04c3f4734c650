package org.yongjun.pass.holder;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.platform.CsvTable;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.Problem.FieldError;
import org.yongjun.pass.platform.ProblemCode;

/** A file whose header is understood. */
final class ImportSheet {
  private final List<ImportColumn> columns;
  private final List<CsvTable.Line> lines;

  private ImportSheet(List<ImportColumn> columns, List<CsvTable.Line> lines) {
    this.columns = columns;
    this.lines = lines;
  }

  /**
   * Refuses a header with a name that is not known or stands twice, or without a required column.
   * The header is not quoted back, since a file without one has a person in that place.
   */
  static Outcome<ImportSheet> of(CsvTable table) {
    List<ImportColumn> columns = new ArrayList<>();
    List<FieldError> errors = new ArrayList<>();
    Set<ImportColumn> missing = EnumSet.allOf(ImportColumn.class);
    for (int i = 0; i < table.header().size(); i++) {
      Optional<ImportColumn> column = ImportColumn.findByHeader(table.header().get(i).strip());
      if (column.isPresent() && missing.remove(column.get())) {
        columns.add(column.get());
      } else if (errors.size() < ImportColumn.values().length) {

        errors.add(
            new FieldError(
                "/header/" + (i + 1),
                new Text("此列名不认识或重复", "This column name is not known or stands twice")));
      }
    }
    for (ImportColumn each : missing) {
      if (each.isRequired()) {
        errors.add(
            new FieldError(
                "/header/" + each.key(),
                new Text("缺少列：" + each.aliases().getFirst(), "Missing column: " + each.key())));
      }
    }
    return errors.isEmpty()
        ? Outcome.done(new ImportSheet(List.copyOf(columns), table.lines()))
        : Outcome.refused(
            new Problem(
                ProblemCode.INVALID_REQUEST,
                new Text("表头不符合导入模板", "The header does not fit the import template"),
                errors));
  }

  List<CsvTable.Line> lines() {
    return lines;
  }

  boolean hasTooManyCells(CsvTable.Line line) {
    return line.cells().size() > columns.size();
  }

  /** The cells by column; cells that the line lacks are absent. */
  Map<ImportColumn, String> cells(CsvTable.Line line) {
    Map<ImportColumn, String> cells = new EnumMap<>(ImportColumn.class);
    for (int i = 0; i < Math.min(columns.size(), line.cells().size()); i++) {
      cells.put(columns.get(i), line.cells().get(i));
    }
    return cells;
  }
}

package org.yongjun.pass.holder;

import java.nio.charset.Charset;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.platform.CsvReader;
import org.yongjun.pass.platform.CsvTable;
import org.yongjun.pass.platform.FileText;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Regions;
import org.yongjun.pass.platform.Transactions;

/**
 * Imports a file of holders. Each line stands for itself: a faulty one is rejected and reported,
 * the others are written. Importing the same file again changes nothing, so an import that broke
 * off is finished by sending it once more.
 */
public final class HolderImporter {
  public static final int FILE_BYTES_MAX = 5 * 1024 * 1024;
  public static final int ROWS_MAX = 10_000;

  /** Lines per transaction: short enough that no one waits long for the rows it locks. */
  static final int BATCH_ROWS = 200;

  private final CsvReader reader;
  private final HolderRegistrar registrar;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;
  private final RowParser parser;

  public HolderImporter(
      CsvReader reader,
      HolderRegistrar registrar,
      Regions regions,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.reader = reader;
    this.registrar = registrar;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
    this.parser = new RowParser(regions);
  }

  /** See {@link Holders#importCsv}. */
  Outcome<ImportReport> importCsv(Caller caller, byte[] file, Optional<Charset> charset) {
    if (file.length > FILE_BYTES_MAX) {
      return Outcome.refused(
          Problem.of(
              ProblemCode.TOO_LARGE,
              "文件超过5MB，请拆分后导入",
              "The file is over 5 MB; split it into several"));
    }
    return FileText.decode(file, charset)
        .then(text -> reader.read(text, ROWS_MAX))
        .then(ImportSheet::of)
        .map(sheet -> importSheet(sheet, new ImportRun(ids.next(), caller, clock.instant())));
  }

  private ImportReport importSheet(ImportSheet sheet, ImportRun run) {
    List<RowOutcome> outcomes = new ArrayList<>();
    List<ParsedRow.Sound> sound = new ArrayList<>();
    Map<String, Integer> rowsByIdNumber = new HashMap<>();
    for (ParsedRow parsed : parse(sheet, run)) {
      switch (parsed) {
        case ParsedRow.Faulty(int row, List<RowError> errors) ->
            outcomes.add(RowOutcome.rejected(row, errors));
        case ParsedRow.Sound each -> {
          Integer earlier =
              rowsByIdNumber.putIfAbsent(each.draft().person().idNumber(), each.row());
          if (earlier == null) {
            sound.add(each);
          } else {
            RowError error = RowError.duplicate(each.row(), earlier);
            outcomes.add(RowOutcome.rejected(each.row(), List.of(error)));
          }
        }
      }
    }
    for (int start = 0; start < sound.size(); start += BATCH_ROWS) {
      List<ParsedRow.Sound> batch =
          sound.subList(start, Math.min(start + BATCH_ROWS, sound.size()));
      outcomes.addAll(transactions.write(() -> registrar.register(batch, run)));
    }
    outcomes.sort(Comparator.comparingInt(RowOutcome::row));
    ImportReport report = new ImportReport(run.importId(), outcomes);
    transactions.writeOnly(() -> registrar.recordImport(report, run));
    return report;
  }

  private List<ParsedRow> parse(ImportSheet sheet, ImportRun run) {
    LocalDate today = BusinessTime.dayOf(run.at());
    List<ParsedRow> parsed = new ArrayList<>();
    for (CsvTable.Line line : sheet.lines()) {
      parsed.add(
          sheet.hasTooManyCells(line)
              ? new ParsedRow.Faulty(
                  line.row(), List.of(RowError.at(line.row(), ImportFault.TOO_MANY_CELLS)))
              : parser.parse(line.row(), sheet.cells(line), run.caller(), today));
    }
    return parsed;
  }
}

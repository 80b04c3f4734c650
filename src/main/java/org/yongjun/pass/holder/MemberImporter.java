package org.yongjun.pass.holder;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.platform.CsvReader;
import org.yongjun.pass.platform.CsvTable;
import org.yongjun.pass.platform.FileText;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;

/**
 * Puts the persons of a file on a member list, by ID number: also those at home elsewhere, whose
 * papers the office has seen. Each line stands for itself, and the same file again changes nothing.
 */
public final class MemberImporter {
  /** Header names are those of the register's own import file. */
  private static final Set<ImportColumn> COLUMNS =
      EnumSet.of(ImportColumn.ID_NUMBER, ImportColumn.VALID_FROM, ImportColumn.VALID_UNTIL);

  private final CsvReader reader;
  private final MemberLists lists;
  private final HolderStore holders;
  private final PersonDigester digester;
  private final Transactions transactions;
  private final Ids ids;

  public MemberImporter(
      CsvReader reader,
      MemberLists lists,
      HolderStore holders,
      PersonDigester digester,
      Transactions transactions,
      Ids ids) {
    this.reader = reader;
    this.lists = lists;
    this.holders = holders;
    this.digester = digester;
    this.transactions = transactions;
    this.ids = ids;
  }

  /** A line that is sound by itself. */
  private record Sound(int row, String digest, Period period) {
    @Override
    public String toString() {
      return "Sound[" + row + "]";
    }
  }

  /**
   * @param file at most {@link HolderImporter#FILE_BYTES_MAX} bytes and {@link
   *     HolderImporter#ROWS_MAX} lines
   * @return refused with NOT_FOUND for a list of another region, TOO_LARGE, or INVALID_REQUEST for
   *     bytes, text or a header that cannot be read
   */
  public Outcome<ImportReport> importCsv(
      Caller officer, String listCode, byte[] file, Optional<Charset> charset) {
    if (file.length > HolderImporter.FILE_BYTES_MAX) {
      return Outcome.refused(ProblemCode.TOO_LARGE);
    }
    return lists
        .find(officer, listCode)
        .then(
            list ->
                FileText.decode(file, charset)
                    .then(text -> reader.read(text, HolderImporter.ROWS_MAX))
                    .then(table -> columns(table).map(c -> write(officer, list, table, c))));
  }

  private static Outcome<List<ImportColumn>> columns(CsvTable table) {
    List<ImportColumn> columns = new ArrayList<>();
    for (String cell : table.header()) {
      ImportColumn.findByHeader(cell.strip()).filter(COLUMNS::contains).ifPresent(columns::add);
    }
    return columns.size() == table.header().size()
            && columns.size() == COLUMNS.size()
            && columns.containsAll(COLUMNS)
        ? Outcome.done(columns)
        : Outcome.refused(
            Problem.invalid(
                "/header",
                "表头应为：身份证号、生效日期、截止日期",
                "The header is id_number, valid_from, valid_until"));
  }

  private ImportReport write(
      Caller officer, MemberList list, CsvTable table, List<ImportColumn> columns) {
    List<RowOutcome> outcomes = new ArrayList<>();
    List<Sound> sound = new ArrayList<>();
    for (CsvTable.Line line : table.lines()) {
      RowCells cells = new RowCells(line.row(), cells(line, columns));
      String idNumber = RowParser.idNumber(cells, lists.today());
      LocalDate from = RowParser.date(cells, ImportColumn.VALID_FROM, RowParser.DATE_MIN);
      LocalDate until = RowParser.date(cells, ImportColumn.VALID_UNTIL, RowParser.DATE_MAX);
      if (until.isBefore(from)) {
        cells.faulty(ImportColumn.VALID_UNTIL, ImportFault.DATES_REVERSED);
      }
      if (cells.errors().isEmpty()) {
        sound.add(new Sound(line.row(), digester.ofIdNumber(idNumber), new Period(from, until)));
      } else {
        outcomes.add(RowOutcome.rejected(line.row(), cells.errors()));
      }
    }
    for (int start = 0; start < sound.size(); start += HolderImporter.BATCH_ROWS) {
      int end = Math.min(start + HolderImporter.BATCH_ROWS, sound.size());
      List<Sound> batch = sound.subList(start, end);
      outcomes.addAll(transactions.write(() -> writeBatch(officer, list, batch)));
    }
    outcomes.sort(Comparator.comparingInt(RowOutcome::row));
    ImportReport report = new ImportReport(ids.next(), outcomes);
    transactions.writeOnly(() -> record(officer, list, report));
    return report;
  }

  private static Map<ImportColumn, String> cells(CsvTable.Line line, List<ImportColumn> columns) {
    Map<ImportColumn, String> cells = new EnumMap<>(ImportColumn.class);
    for (int i = 0; i < Math.min(columns.size(), line.cells().size()); i++) {
      cells.put(columns.get(i), line.cells().get(i));
    }
    return cells;
  }

  private List<RowOutcome> writeBatch(Caller officer, MemberList list, List<Sound> batch) {
    Map<String, String> known =
        new HashMap<>(
            holders.findIdsByIdNumbers(batch.stream().map(Sound::digest).distinct().toList()));
    return batch.stream().map(each -> writeLine(officer, list, each, known)).toList();
  }

  private RowOutcome writeLine(
      Caller officer, MemberList list, Sound line, Map<String, String> known) {
    String holderId = known.get(line.digest());
    if (holderId == null) {
      return rejected(line, ImportColumn.ID_NUMBER, ImportFault.NOT_REGISTERED);
    }
    Optional<Membership> before = lists.findLine(list, holderId, line.period());
    return switch (lists.insert(officer, list, holderId, line.period())) {
      case Outcome.Done<Membership> done ->
          RowOutcome.accepted(
              line.row(),
              before.isEmpty() ? RowOutcome.Kind.CREATED : RowOutcome.Kind.UNCHANGED,
              holderId);
      case Outcome.Refused<Membership> refused ->
          rejected(line, ImportColumn.VALID_FROM, ImportFault.ALREADY_LISTED);
    };
  }

  private static RowOutcome rejected(Sound line, ImportColumn column, ImportFault fault) {
    return RowOutcome.rejected(line.row(), List.of(RowError.at(line.row(), column, fault)));
  }

  private void record(Caller officer, MemberList list, ImportReport report) {
    Map<String, String> content = new TreeMap<>();
    content.put("importId", report.importId());
    for (RowOutcome.Kind kind : RowOutcome.Kind.values()) {
      content.put(kind.name().toLowerCase(Locale.ROOT), "" + report.count(kind));
    }
    lists.append(officer, list, JournalKind.LIST_MEMBERS_IMPORTED, list.code(), content);
  }
}

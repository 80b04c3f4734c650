package org.yongjun.pass.organisation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.CsvReader;
import org.yongjun.pass.platform.CsvTable;
import org.yongjun.pass.platform.FileText;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;

/**
 * Puts the units of a file into the tree: a parent stands in an earlier line or is there already.
 * Each line stands for itself, and the same file again changes nothing.
 */
public final class UnitImporter {
  public static final int FILE_BYTES_MAX = 5 * 1024 * 1024;
  public static final int ROWS_MAX = 10_000;

  /** Lines of one transaction. */
  private static final int BATCH_ROWS = 500;

  /** The columns of a file; a header has all of them, in any order and either language. */
  private enum Column {
    UNIT_CODE("编号"),
    KIND("类型"),
    LEVEL("层级"),
    PARENT_CODE("上级编号"),
    REGION("区划代码"),
    NAME("名称"),
    OPENED_ON("设立日期"),
    DUTIES("职责"),
    FULL_TIME("专职人数"),
    PART_TIME("兼职人数"),
    ON_MAPS_SINCE("上图日期");

    private final String zh;

    Column(String zh) {
      this.zh = zh;
    }

    static Optional<Column> find(String header) {
      for (Column each : values()) {
        if (each.zh.equals(header) || each.name().toLowerCase(Locale.ROOT).equals(header)) {
          return Optional.of(each);
        }
      }
      return Optional.empty();
    }
  }

  private final Organisation organisation;
  private final CsvReader reader;
  private final Transactions transactions;
  private final Ids ids;

  public UnitImporter(
      Organisation organisation, CsvReader reader, Transactions transactions, Ids ids) {
    this.organisation = organisation;
    this.reader = reader;
    this.transactions = transactions;
    this.ids = ids;
  }

  /**
   * @param region where all units of the file lie
   * @param file at most {@link #FILE_BYTES_MAX} bytes and {@link #ROWS_MAX} lines, UTF-8 or GB18030
   * @return refused with OUT_OF_REGION, TOO_LARGE, or INVALID_REQUEST for what cannot be read
   */
  public Outcome<UnitReport> importCsv(Caller officer, RegionCode region, byte[] file) {
    if (!officer.answersFor(region)) {
      return Outcome.refused(ProblemCode.OUT_OF_REGION);
    }
    if (file.length > FILE_BYTES_MAX) {
      return Outcome.refused(ProblemCode.TOO_LARGE);
    }
    return FileText.decode(file, Optional.empty())
        .then(text -> reader.read(text, ROWS_MAX))
        .then(table -> columns(table).map(columns -> write(officer, region, table, columns)));
  }

  private static Outcome<List<Column>> columns(CsvTable table) {
    List<Column> columns = new ArrayList<>();
    table.header().forEach(cell -> Column.find(cell.strip()).ifPresent(columns::add));
    boolean isWhole =
        columns.size() == table.header().size()
            && columns.size() == Column.values().length
            && columns.containsAll(List.of(Column.values()));
    return isWhole
        ? Outcome.done(columns)
        : Outcome.refused(
            Problem.invalid(
                "/header",
                "表头应为：编号、类型、层级、上级编号、区划代码、名称、设立日期、职责、专职人数、兼职人数、上图日期",
                "The header is unit_code, kind, level, parent_code, region, name, opened_on,"
                    + " duties, full_time, part_time, on_maps_since"));
  }

  /** A batch has its own, so that a transaction that is begun again counts nothing twice. */
  private static final class Tally {
    private int created;
    private int unchanged;
    private final List<UnitReport.Fault> faults = new ArrayList<>();

    private void add(Tally batch) {
      created += batch.created;
      unchanged += batch.unchanged;
      faults.addAll(batch.faults);
    }
  }

  private UnitReport write(
      Caller officer, RegionCode region, CsvTable table, List<Column> columns) {
    Tally tally = new Tally();
    List<CsvTable.Line> lines = table.lines();
    for (int start = 0; start < lines.size(); start += BATCH_ROWS) {
      List<CsvTable.Line> batch = lines.subList(start, Math.min(start + BATCH_ROWS, lines.size()));
      tally.add(transactions.write(() -> writeBatch(officer, region, batch, columns)));
    }
    UnitReport report =
        new UnitReport(
            ids.next(), tally.created, tally.unchanged, tally.faults.size(), tally.faults);
    transactions.writeOnly(
        () ->
            organisation
                .writer()
                .append(
                    officer,
                    JournalKind.ORGANISATION_UNITS_IMPORTED,
                    report.importId(),
                    region,
                    Map.of(
                        "created",
                        Integer.toString(report.created()),
                        "unchanged",
                        Integer.toString(report.unchanged()),
                        "rejected",
                        Integer.toString(report.rejected()))));
    return report;
  }

  private Tally writeBatch(
      Caller officer, RegionCode region, List<CsvTable.Line> batch, List<Column> columns) {
    Tally tally = new Tally();
    batch.forEach(line -> writeLine(officer, region, line, columns, tally));
    return tally;
  }

  private void writeLine(
      Caller officer, RegionCode region, CsvTable.Line line, List<Column> columns, Tally tally) {
    Map<Column, String> cells = new EnumMap<>(Column.class);
    for (int i = 0; i < Math.min(columns.size(), line.cells().size()); i++) {
      cells.put(columns.get(i), line.cells().get(i).strip());
    }
    Optional<UnitFault> fault =
        switch (read(cells)) {
          case Read.Faulty faulty -> Optional.of(faulty.fault());
          case Read.Sound sound when !region.contains(sound.draft().region()) ->
              Optional.of(UnitFault.REGION_NOT_YOURS);
          case Read.Sound sound -> write(officer, sound.draft(), tally);
        };
    fault.ifPresent(each -> tally.faults.add(new UnitReport.Fault(line.row(), each)));
  }

  private Optional<UnitFault> write(Caller officer, UnitDraft draft, Tally tally) {
    return switch (organisation.writer().write(officer, draft)) {
      case UnitWriter.Written.Created created -> {
        tally.created++;
        yield Optional.empty();
      }
      case UnitWriter.Written.Unchanged same -> {
        tally.unchanged++;
        yield Optional.empty();
      }
      case UnitWriter.Written.Faulty faulty -> Optional.of(faulty.fault());
    };
  }

  private sealed interface Read {
    record Sound(UnitDraft draft) implements Read {}

    record Faulty(UnitFault fault) implements Read {}
  }

  private static Read read(Map<Column, String> cells) {
    for (Column each :
        List.of(Column.UNIT_CODE, Column.KIND, Column.REGION, Column.NAME, Column.OPENED_ON)) {
      if (cells.getOrDefault(each, "").isEmpty()) {
        return new Read.Faulty(UnitFault.MISSING);
      }
    }
    try {
      return draft(cells)
          .<Read>map(Read.Sound::new)
          .orElseGet(() -> new Read.Faulty(UnitFault.INVALID));
    } catch (IllegalArgumentException | DateTimeParseException notOne) {
      return new Read.Faulty(UnitFault.INVALID); // Which cell is left to the eye; there are eleven.
    }
  }

  private static Optional<UnitDraft> draft(Map<Column, String> cells) {
    String maps = optional(cells, Column.ON_MAPS_SINCE);
    String duties = cells.getOrDefault(Column.DUTIES, "");
    UnitDraft draft =
        new UnitDraft(
            cells.getOrDefault(Column.UNIT_CODE, ""),
            Unit.Kind.valueOf(cells.getOrDefault(Column.KIND, "")),
            optional(cells, Column.LEVEL),
            optional(cells, Column.PARENT_CODE),
            RegionCode.of(cells.getOrDefault(Column.REGION, "")),
            cells.getOrDefault(Column.NAME, ""),
            LocalDate.parse(cells.getOrDefault(Column.OPENED_ON, "")),
            maps == null ? null : LocalDate.parse(maps),
            duties.isEmpty() ? List.of() : List.of(duties.split(Unit.DUTY_SEPARATOR)),
            people(cells, Column.FULL_TIME),
            people(cells, Column.PART_TIME));
    boolean isSound =
        draft.code().matches(Unit.CODE_PATTERN)
            // A title in place of a code could not even be compared with the codes that are kept.
            && (draft.level() == null || draft.level().matches(Level.CODE_PATTERN))
            && (draft.parentCode() == null || draft.parentCode().matches(Unit.CODE_PATTERN))
            && draft.name().length() <= Unit.NAME_LENGTH_MAX
            && Days.isSound(draft.openedOn())
            && (draft.onMapsSince() == null || Days.isSound(draft.onMapsSince()))
            && draft.duties().size() <= Unit.DUTIES_MAX
            && draft.duties().stream().allMatch(each -> each.matches(Unit.DUTY_PATTERN));
    return isSound ? Optional.of(draft) : Optional.empty();
  }

  private static @Nullable String optional(Map<Column, String> cells, Column column) {
    String cell = cells.getOrDefault(column, "");
    return cell.isEmpty() ? null : cell;
  }

  private static int people(Map<Column, String> cells, Column column) {
    String cell = cells.getOrDefault(column, "");
    if (!cell.matches("[0-9]{0,5}")) {
      throw new IllegalArgumentException("no number of people");
    }
    return cell.isEmpty() ? 0 : Integer.parseInt(cell);
  }
}

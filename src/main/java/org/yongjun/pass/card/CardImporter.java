package org.yongjun.pass.card;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.holder.HolderRecord;
import org.yongjun.pass.holder.HolderStore;
import org.yongjun.pass.holder.Holders;
import org.yongjun.pass.holder.PersonDigester;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.platform.CsvReader;
import org.yongjun.pass.platform.CsvTable;
import org.yongjun.pass.platform.FileText;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;

/**
 * Enters the cards that a partner has issued to persons we know, by ID number. Each line stands for
 * itself, and the same file again changes nothing.
 */
public final class CardImporter {
  public static final int FILE_BYTES_MAX = 5 * 1024 * 1024;
  public static final int ROWS_MAX = 10_000;

  /** No card of these programmes is older. */
  static final int YEAR_MIN = 2000;

  private static final int BATCH_ROWS = 500;
  private static final int COLUMNS = 3;
  private static final List<List<String>> HEADERS =
      List.of(List.of("身份证号", "发放日期", "激活日期"), List.of("id_number", "issued_on", "activated_on"));

  private final CardTypes types;
  private final CardIssues issues;
  private final Holders holders;
  private final HolderStore register;
  private final PersonDigester digester;
  private final CsvReader reader;
  private final Transactions transactions;
  private final Ids ids;

  public CardImporter(
      CardTypes types,
      CardIssues issues,
      Holders holders,
      HolderStore register,
      PersonDigester digester,
      CsvReader reader,
      Transactions transactions,
      Ids ids) {
    this.types = types;
    this.issues = issues;
    this.holders = holders;
    this.register = register;
    this.digester = digester;
    this.reader = reader;
    this.transactions = transactions;
    this.ids = ids;
  }

  /** Why a line was not taken. Codes are stable. */
  public enum Fault {
    INVALID("内容格式不正确", "A value is not well-formed"),
    NOT_REGISTERED("本辖区没有登记此人", "This region has no such holder"),
    NOT_ENTITLED("此人不属于该卡种的发放对象", "The card is not for this person's class"),
    ALREADY_APPLIED("此人已有该卡种的申请或卡", "This person has an application for, or a card of, that type");

    private final Text text;

    Fault(String zh, String en) {
      this.text = new Text(zh, en);
    }

    public Text text() {
      return text;
    }
  }

  /** A line that was not taken; row 1 is the first after the header. */
  public record RowFault(int row, Fault fault) {}

  /** What became of a file. */
  public record Report(String importId, int created, int unchanged, List<RowFault> faults) {}

  /**
   * @param region where the holders of the file are at home
   * @return refused with OUT_OF_REGION, NOT_FOUND for a type that is not offered there or is ours,
   *     TOO_LARGE, or INVALID_REQUEST for what cannot be read
   */
  public Outcome<Report> importCsv(Caller officer, String type, RegionCode region, byte[] file) {
    if (!officer.answersFor(region)) {
      return Outcome.refused(ProblemCode.OUT_OF_REGION);
    }
    Optional<CardType> offered = types.find(type, region).filter(each -> each.partner() != null);
    if (offered.isEmpty()) {
      return Outcome.refused(ProblemCode.NOT_FOUND);
    }
    if (file.length > FILE_BYTES_MAX) {
      return Outcome.refused(ProblemCode.TOO_LARGE);
    }
    return FileText.decode(file, Optional.empty())
        .then(text -> reader.read(text, ROWS_MAX))
        .then(CardImporter::withHeader)
        .map(table -> write(officer, offered.get(), region, table));
  }

  private static Outcome<CsvTable> withHeader(CsvTable table) {
    return HEADERS.contains(table.header().stream().map(String::strip).toList())
        ? Outcome.done(table)
        : Outcome.refused(
            Problem.invalid(
                "/header",
                "表头应为：身份证号、发放日期、激活日期",
                "The header is id_number, issued_on, activated_on"));
  }

  private Report write(Caller officer, CardType type, RegionCode region, CsvTable table) {
    int created = 0;
    int unchanged = 0;
    List<RowFault> faults = new ArrayList<>();
    List<CsvTable.Line> lines = table.lines();
    for (int start = 0; start < lines.size(); start += BATCH_ROWS) {
      List<CsvTable.Line> batch = lines.subList(start, Math.min(start + BATCH_ROWS, lines.size()));
      Report part = transactions.write(() -> writeBatch(officer, type, region, batch));
      created += part.created();
      unchanged += part.unchanged();
      faults.addAll(part.faults());
    }
    Report report = new Report(ids.next(), created, unchanged, faults);
    transactions.writeOnly(() -> issues.imported(officer, type, region, report));
    return report;
  }

  private Report writeBatch(
      Caller officer, CardType type, RegionCode region, List<CsvTable.Line> batch) {
    Map<String, String> digests = new HashMap<>();
    batch.forEach(line -> digests.put(idNumber(line), digester.ofIdNumber(idNumber(line))));
    Map<String, String> known = register.findIdsByIdNumbers(List.copyOf(digests.values()));
    int created = 0;
    int unchanged = 0;
    List<RowFault> faults = new ArrayList<>();
    for (CsvTable.Line line : batch) {
      Optional<CardIssues.Issue> issue = read(line);
      Optional<HolderRecord> holder =
          Optional.ofNullable(known.get(digests.get(idNumber(line))))
              .flatMap(holders::findById)
              .filter(each -> region.contains(each.homeRegion()));
      Optional<Fault> fault = faultOf(type, issue, holder);
      if (fault.isPresent()) {
        faults.add(new RowFault(line.row(), fault.get()));
        continue;
      }
      switch (issues.enter(officer, type, holder.orElseThrow(), issue.orElseThrow())) {
        case CREATED -> created++;
        case UNCHANGED -> unchanged++;
        case TAKEN -> faults.add(new RowFault(line.row(), Fault.ALREADY_APPLIED));
      }
    }
    return new Report("", created, unchanged, faults);
  }

  private static Optional<Fault> faultOf(
      CardType type, Optional<CardIssues.Issue> issue, Optional<HolderRecord> holder) {
    if (issue.isEmpty()) {
      return Optional.of(Fault.INVALID);
    }
    if (holder.isEmpty()) {
      return Optional.of(Fault.NOT_REGISTERED);
    }
    return holder.get().classes().and(type.classes()).isEmpty()
        ? Optional.of(Fault.NOT_ENTITLED)
        : Optional.empty();
  }

  private static String idNumber(CsvTable.Line line) {
    return PersonDigester.normal(line.cells().getFirst());
  }

  private Optional<CardIssues.Issue> read(CsvTable.Line line) {
    if (line.cells().size() != COLUMNS) {
      return Optional.empty();
    }
    try {
      LocalDate issued = LocalDate.parse(line.cells().get(1).strip());
      String cell = line.cells().get(2).strip();
      Optional<LocalDate> activated =
          cell.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(cell));
      boolean isSound =
          issued.getYear() >= YEAR_MIN
              && !activated.orElse(issued).isBefore(issued)
              && !activated.orElse(issued).isAfter(types.today());
      return isSound ? Optional.of(new CardIssues.Issue(issued, activated)) : Optional.empty();
    } catch (DateTimeParseException noDate) {
      return Optional.empty(); // Reported by the line's number.
    }
  }
}

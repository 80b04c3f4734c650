package org.yongjun.pass.holder;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Regions;

/** Checks each field of a line by itself. */
final class RowParser {
  static final int NAME_CHARS_MAX = 50;
  static final LocalDate DATE_MIN = LocalDate.of(1949, 1, 1);
  static final LocalDate DATE_MAX = LocalDate.of(2199, 12, 31);

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}·•・．.' -]+");
  private static final Pattern PHONE = Pattern.compile("(?:\\+?86)?(1[3-9]\\d{9})");
  private static final Pattern PHONE_FILLER = Pattern.compile("[ -]");
  private static final Pattern NATIONAL_CARD = Pattern.compile("[0-9A-Z]{6,32}");
  private static final Pattern CLASS_SEPARATOR = Pattern.compile("[;；/／、]");
  private static final Pattern SMALL_NUMBER = Pattern.compile("\\d{1,2}");
  private static final Pattern REGION = Pattern.compile("\\d{6}");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("[uuuu-MM-dd][uuuu/M/d][uuuuMMdd]")
          .withResolverStyle(ResolverStyle.STRICT);

  private final Regions regions;

  RowParser(Regions regions) {
    this.regions = regions;
  }

  /**
   * Reads one line.
   *
   * @param caller whose region must cover the home region
   * @param today in China's time zone
   */
  ParsedRow parse(int row, Map<ImportColumn, String> line, Caller caller, LocalDate today) {
    RowCells cells = new RowCells(row, line);
    Person person = new Person(name(cells), idNumber(cells, today), phone(cells), card(cells));
    RegionCode homeRegion = homeRegion(cells, caller);
    HolderClasses classes = classes(cells);
    int merit = grade(cells, ImportColumn.MERIT, HolderRecord.MERIT_CLASS_MAX);
    int disability = grade(cells, ImportColumn.DISABILITY, HolderRecord.DISABILITY_GRADE_MAX);
    LocalDate from = date(cells, ImportColumn.VALID_FROM, DATE_MIN);
    LocalDate until = date(cells, ImportColumn.VALID_UNTIL, DATE_MAX);
    if (until.isBefore(from)) {
      cells.faulty(ImportColumn.VALID_UNTIL, ImportFault.DATES_REVERSED);
    }
    return cells.errors().isEmpty()
        ? new ParsedRow.Sound(
            row, new HolderDraft(person, homeRegion, classes, merit, disability, from, until))
        : new ParsedRow.Faulty(row, cells.errors());
  }

  private static String name(RowCells cells) {
    String name = cells.text(ImportColumn.NAME);
    if (name.length() > NAME_CHARS_MAX) {
      return cells.faulty(ImportColumn.NAME, ImportFault.TOO_LONG);
    }
    return name.isEmpty() || NAME.matcher(name).matches()
        ? name
        : cells.faulty(ImportColumn.NAME, ImportFault.NAME_MALFORMED);
  }

  static String idNumber(RowCells cells, LocalDate today) {
    String number = cells.code(ImportColumn.ID_NUMBER);
    if (number.isEmpty()) {
      return number;
    }
    Optional<ImportFault> fault = IdNumber.findFault(number, today);
    return fault.map(f -> cells.faulty(ImportColumn.ID_NUMBER, f)).orElse(number);
  }

  private static String phone(RowCells cells) {
    String given = PHONE_FILLER.matcher(cells.code(ImportColumn.PHONE)).replaceAll("");
    var matcher = PHONE.matcher(given);
    if (given.isEmpty() || matcher.matches()) {
      return given.isEmpty() ? given : matcher.group(1);
    }
    return cells.faulty(ImportColumn.PHONE, ImportFault.PHONE_MALFORMED);
  }

  private static @Nullable String card(RowCells cells) {
    String card = cells.code(ImportColumn.NATIONAL_CARD);
    if (!card.isEmpty() && !NATIONAL_CARD.matcher(card).matches()) {
      cells.faulty(ImportColumn.NATIONAL_CARD, ImportFault.CARD_MALFORMED);
    }
    return card.isEmpty() ? null : card;
  }

  private RegionCode homeRegion(RowCells cells, Caller caller) {
    String code = cells.code(ImportColumn.HOME_REGION);
    if (code.isEmpty()) {
      return RegionCode.NATION;
    }
    RegionCode region = REGION.matcher(code).matches() ? RegionCode.of(code) : RegionCode.NATION;
    if (region.equals(RegionCode.NATION) || !regions.exists(region)) {
      cells.faulty(ImportColumn.HOME_REGION, ImportFault.REGION_NOT_KNOWN);
    } else if (!caller.answersFor(region)) {
      cells.faulty(ImportColumn.HOME_REGION, ImportFault.REGION_NOT_YOURS);
    }
    return region;
  }

  private static HolderClasses classes(RowCells cells) {
    String list = cells.text(ImportColumn.CLASSES);
    List<HolderClass> classes = new ArrayList<>();
    boolean allKnown = true;
    for (String part : CLASS_SEPARATOR.split(list)) {
      Optional<HolderClass> found = findClass(part.strip());
      found.ifPresent(classes::add);
      allKnown &= found.isPresent();
    }
    if (!list.isEmpty() && (!allKnown || classes.isEmpty())) {
      cells.faulty(ImportColumn.CLASSES, ImportFault.CLASS_NOT_KNOWN);
    }
    return HolderClasses.of(classes);
  }

  private static Optional<HolderClass> findClass(String nameOrCode) {
    for (HolderClass each : HolderClass.values()) {
      // A vehicle has a code of its own, but neither name nor ID number: it is not imported here.
      boolean isPerson = each != HolderClass.VEHICLE;
      if (isPerson
          && (each.name().equalsIgnoreCase(nameOrCode) || each.text().zh().equals(nameOrCode))) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private static int grade(RowCells cells, ImportColumn column, int max) {
    String given = cells.code(column);
    if (given.isEmpty()) {
      return 0;
    }
    int grade = SMALL_NUMBER.matcher(given).matches() ? Integer.parseInt(given) : max + 1;
    if (grade > max) {
      cells.faulty(column, ImportFault.OUT_OF_RANGE);
      return 0;
    }
    return grade;
  }

  /** {@code ifFaulty} keeps the order of the two dates from being reported on top of a fault. */
  static LocalDate date(RowCells cells, ImportColumn column, LocalDate ifFaulty) {
    String given = cells.code(column);
    if (given.isEmpty()) {
      return ifFaulty;
    }
    try {
      LocalDate date = LocalDate.parse(given, DATE);
      if (date.isBefore(DATE_MIN) || date.isAfter(DATE_MAX)) {
        cells.faulty(column, ImportFault.DATE_OUT_OF_RANGE);
        return ifFaulty;
      }
      return date;
    } catch (DateTimeException e) {
      // Reported as a fault of the cell; the exception's text would quote the cell.
      cells.faulty(column, ImportFault.DATE_MALFORMED);
      return ifFaulty;
    }
  }
}

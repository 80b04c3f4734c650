package org.yongjun.pass.holder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.HolderTag;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.FileText;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;

class HolderImportTest {
  private static final Caller HANDAN = HolderFixture.clerk("130400");
  private static final Caller NATION = HolderFixture.clerk("000000");
  private static final String ID = IdNumbers.of("130402", "19000101", 1);
  private static final String WANG =
      "王测试," + ID + ",19900000001,退役军人,130400,DEMO0001,2,6,2026-01-01,2029-12-31\n";

  private final HolderFixture fixture = new HolderFixture();

  @Test
  void aNewPersonIsCreatedAndFoundWithoutPersonalData() {
    ImportReport report = fixture.importRows(HANDAN, WANG);
    String id = report.outcomes().getFirst().holderId().orElseThrow();
    HolderRecord holder = fixture.holders.findById(id).orElseThrow();
    assertEquals(RegionCode.of("130400"), holder.homeRegion());
    assertEquals(HolderClasses.of(HolderClass.VETERAN), holder.classes());
    assertEquals(2, holder.meritClass());
    assertEquals(6, holder.disabilityGrade());
    assertEquals(HolderStatus.ACTIVE, holder.status());
    assertEquals(Optional.of(holder), fixture.holders.findByTag(holder.tag()));
    assertEquals(Optional.of("王某"), fixture.holders.findMaskedName(id));
  }

  @Test
  void theSameFileAgainChangesNothing() {
    fixture.importRows(HANDAN, WANG);
    List<StoredHolder> before = fixture.store.listIn(RegionCode.NATION, Optional.empty(), 10);
    ImportReport again = fixture.importRows(HANDAN, WANG);
    assertEquals(RowOutcome.Kind.UNCHANGED, again.outcomes().getFirst().kind());
    assertEquals(before, fixture.store.listIn(RegionCode.NATION, Optional.empty(), 10));
    assertEquals(
        List.of(
            JournalKind.HOLDER_CREATED, JournalKind.HOLDERS_IMPORTED, JournalKind.HOLDERS_IMPORTED),
        fixture.journal.stream().map(JournalEntry::kind).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "王测试,王改名,person",
    "19900000001,19900000002,person",
    "DEMO0001,,person",
    "退役军人,退役军人；残疾军人,classes",
    "2029-12-31,2030-12-31,validUntil",
    "'2,6','1,6',meritClass",
    "'130400','130402',homeRegion"
  })
  void aChangedFieldUpdatesTheSameHolderAndIsNamedInTheJournal(
      String from, String to, String field) {
    ImportReport first = fixture.importRows(HANDAN, WANG);
    ImportReport second =
        fixture.importRows(HANDAN, WANG.replace(from, Objects.requireNonNullElse(to, "")));
    RowOutcome outcome = second.outcomes().getFirst();
    assertEquals(RowOutcome.Kind.UPDATED, outcome.kind());
    assertEquals(first.outcomes().getFirst().holderId(), outcome.holderId());
    JournalEntry entry = fixture.journal.get(2);
    assertEquals(JournalKind.HOLDER_CHANGED, entry.kind());
    assertEquals(field, entry.content().get("changed"));
  }

  @Test
  void theJournalHoldsNoPersonalData() {
    fixture.importRows(HANDAN, WANG);
    String journal = fixture.journal.toString();
    for (String secret : List.of("测试", ID, "19900000001", "DEMO0001")) {
      assertFalse(journal.contains(secret));
    }
    assertEquals(
        Map.of("created", "1", "updated", "0", "unchanged", "0", "rejected", "0"),
        fixture.journal.get(1).content());
  }

  @Test
  void aSecondLineOfTheSamePersonIsReportedWithTheFirst() {
    ImportReport report =
        fixture.importRows(HANDAN, WANG + WANG.replace(ID, " '" + ID.toLowerCase(Locale.ROOT)));
    RowOutcome second = report.outcomes().get(1);
    assertEquals(RowOutcome.Kind.REJECTED, second.kind());
    assertEquals(ImportFault.DUPLICATE_IN_FILE, second.errors().getFirst().fault());
    assertEquals("/rows/2/id_number", second.errors().getFirst().pointer());
    assertTrue(second.errors().getFirst().detail().en().contains("Row 1"));
  }

  @ParameterizedTest
  @CsvSource({
    "王测试,,NAME,REQUIRED",
    "王测试,王<b>,NAME,NAME_MALFORMED",
    "19900000001,12900000001,PHONE,PHONE_MALFORMED",
    "19900000001,1.99E+10,PHONE,PHONE_MALFORMED",
    "退役军人,退役军人；军车,CLASSES,CLASS_NOT_KNOWN",
    "退役军人,退役军人；,,",
    "'退役军人','；',CLASSES,CLASS_NOT_KNOWN",
    "'130400','130499',HOME_REGION,REGION_NOT_KNOWN",
    "'130400','000000',HOME_REGION,REGION_NOT_KNOWN",
    "'130400','1304',HOME_REGION,REGION_NOT_KNOWN",
    "'130400','130600',HOME_REGION,REGION_NOT_YOURS",
    "DEMO0001,DEMO-0001,NATIONAL_CARD,CARD_MALFORMED",
    "'2,6','4,6',MERIT,OUT_OF_RANGE",
    "'2,6','-1,6',MERIT,OUT_OF_RANGE",
    "'2,6','2,11',DISABILITY,OUT_OF_RANGE",
    "2026-01-01,2026-02-30,VALID_FROM,DATE_MALFORMED",
    "2026-01-01,1948-12-31,VALID_FROM,DATE_OUT_OF_RANGE",
    "2029-12-31,2025-12-31,VALID_UNTIL,DATES_REVERSED",
    "2029-12-31,长期,VALID_UNTIL,DATE_MALFORMED"
  })
  void aFaultyCellRejectsItsLineAndIsNotQuoted(
      String from, String to, ImportColumn column, ImportFault fault) {
    String cell = Objects.requireNonNullElse(to, "");
    ImportReport report = fixture.importRows(HANDAN, WANG.replace(from, cell));
    if (column == null) {
      assertEquals(1, report.count(RowOutcome.Kind.CREATED));
      return;
    }
    assertEquals(List.of(RowError.at(1, column, fault)), report.outcomes().getFirst().errors());
    assertEquals(List.of(JournalKind.HOLDERS_IMPORTED), kinds());
  }

  @Test
  void allFaultsOfALineAreReportedTogether() {
    ImportReport report = fixture.importRows(HANDAN, ",,,,,,,,,\n,1,1,x,1,?,9,99,x,x\n");
    assertEquals(1, report.rows());
    RowOutcome outcome = report.outcomes().getFirst();
    assertEquals(2, outcome.row());
    assertEquals(ImportColumn.values().length, outcome.errors().size());
  }

  @Test
  void aLineWithMoreCellsThanTheHeaderIsRejected() {
    ImportReport report = fixture.importRows(HANDAN, WANG.replace("\n", ",1\n"));
    assertEquals(
        ImportFault.TOO_MANY_CELLS, report.outcomes().getFirst().errors().getFirst().fault());
  }

  @Test
  void numbersAreTakenInTheFormsThatSpreadsheetsWrite() {
    String row =
        WANG.replace("19900000001", "+86 199-0000-0001")
            .replace(ID, "'" + ID)
            .replace("2026-01-01", "2026/1/1")
            .replace("2029-12-31", "20291231")
            .replace("130400", "１３０４００")
            .replace("退役军人", "veteran / 残疾军人");
    fixture.importRows(HANDAN, WANG.replace("退役军人", "VETERAN;DISABLED_SERVICEPERSON"));
    assertEquals(1, fixture.importRows(HANDAN, row).count(RowOutcome.Kind.UNCHANGED));
  }

  @Test
  void anOfficeCannotTakeAPersonFromAnotherRegion() {
    fixture.importRows(HANDAN, WANG);
    ImportReport report =
        fixture.importRows(HolderFixture.clerk("130600"), WANG.replace("130400", "130600"));
    assertEquals(
        ImportFault.REGISTERED_ELSEWHERE, report.outcomes().getFirst().errors().getFirst().fault());
    assertEquals(
        1,
        fixture
            .importRows(NATION, WANG.replace("130400", "130600"))
            .count(RowOutcome.Kind.UPDATED));
  }

  @Test
  void losingARaceForTheSamePersonIsReported() {
    fixture.importRows(HANDAN, WANG);
    HolderStore blind = new BlindStore(fixture.store);
    ImportReport report =
        HolderFixture.report(
            fixture
                .holders(blind)
                .importCsv(
                    HANDAN,
                    (HolderFixture.HEADER + WANG).getBytes(StandardCharsets.UTF_8),
                    Optional.empty()));
    assertEquals(
        ImportFault.CHANGED_MEANWHILE, report.outcomes().getFirst().errors().getFirst().fault());
  }

  @Test
  void aLongFileIsWrittenInBatches() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i <= HolderImporter.BATCH_ROWS; i++) {
      rows.append(WANG.replace(ID, IdNumbers.of("130402", "19000101", i)));
    }
    ImportReport report = fixture.importRows(HANDAN, rows.toString());
    assertEquals(HolderImporter.BATCH_ROWS + 1, report.count(RowOutcome.Kind.CREATED));
    assertEquals(3, fixture.transactions.get(), "two batches and the entry of the import");
    for (int i = 0; i < report.rows(); i++) {
      assertEquals(i + 1, report.outcomes().get(i).row());
    }
  }

  @Test
  void aFileOverTheBoundsIsRefused() {
    byte[] tooLong = new byte[HolderImporter.FILE_BYTES_MAX + 1];
    assertEquals(ProblemCode.TOO_LARGE, refusal(tooLong).code());
    byte[] tooMany =
        (HolderFixture.HEADER + "\n".repeat(HolderImporter.ROWS_MAX + 1))
            .getBytes(StandardCharsets.UTF_8);
    assertEquals(ProblemCode.TOO_LARGE, refusal(tooMany).code());
  }

  @Test
  void aFileWithoutOurHeaderIsRefusedWithoutQuotingIt() {
    Problem problem = refusal(WANG.getBytes(StandardCharsets.UTF_8));
    assertEquals(ProblemCode.INVALID_REQUEST, problem.code());
    assertFalse(problem.toString().contains("王测试"));
    assertFalse(problem.toString().contains(ID));
    assertEquals(ProblemCode.INVALID_REQUEST, refusal(new byte[0]).code());
  }

  @Test
  void aMissingRequiredColumnIsNamed() {
    Problem problem = refusal("name,id_number,phone\n".getBytes(StandardCharsets.UTF_8));
    assertEquals(
        List.of(
            "/header/classes", "/header/home_region", "/header/valid_from", "/header/valid_until"),
        problem.errors().stream().map(Problem.FieldError::pointer).toList());
  }

  @Test
  void anOpenQuoteIsRefusedWithoutQuotingIt() {
    Problem problem =
        refusal((HolderFixture.HEADER + WANG + "\"王测试" + ID).getBytes(StandardCharsets.UTF_8));
    assertEquals("/rows/2", problem.errors().getFirst().pointer());
    assertFalse(problem.toString().contains(ID));
  }

  @Test
  void theDemoHoldersAreAllAccepted() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(HolderImportTest.class.getResourceAsStream("/demo/holders.csv"))) {
      byte[] file = in.readAllBytes();
      ImportReport report =
          HolderFixture.report(fixture.holders.importCsv(NATION, file, Optional.empty()));
      assertEquals(17, report.count(RowOutcome.Kind.CREATED));
      String text = new String(file, StandardCharsets.UTF_8);
      ImportReport again =
          HolderFixture.report(
              fixture.holders.importCsv(NATION, text.getBytes(FileText.GB18030), Optional.empty()));
      assertEquals(17, again.count(RowOutcome.Kind.UNCHANGED));
    }
  }

  private Problem refusal(byte[] file) {
    return HolderFixture.problem(fixture.holders.importCsv(HANDAN, file, Optional.empty()));
  }

  private List<JournalKind> kinds() {
    return fixture.journal.stream().map(JournalEntry::kind).toList();
  }

  /** A store that another import fills between the look-up and the insert. */
  private record BlindStore(InMemoryHolderStore store) implements HolderStore {
    @Override
    public Map<String, StoredHolder> lockByIdNumbers(Collection<String> idNumberDigests) {
      return new HashMap<>();
    }

    @Override
    public Map<String, String> findIdsByIdNumbers(Collection<String> idNumberDigests) {
      return store.findIdsByIdNumbers(idNumberDigests);
    }

    @Override
    public boolean insert(StoredHolder holder) {
      return store.insert(holder);
    }

    @Override
    public void update(StoredHolder holder) {
      store.update(holder);
    }

    @Override
    public boolean holdActive(String id) {
      return store.holdActive(id);
    }

    @Override
    public boolean changeStatus(String id, HolderStatus from, HolderStatus to, Instant now) {
      return store.changeStatus(id, from, to, now);
    }

    @Override
    public Optional<StoredHolder> lock(String id) {
      return store.lock(id);
    }

    @Override
    public void changeFacts(String id, HolderClasses classes, RegionCode homeRegion, Instant now) {
      store.changeFacts(id, classes, homeRegion, now);
    }

    @Override
    public Optional<StoredHolder> findById(String id) {
      return store.findById(id);
    }

    @Override
    public Optional<StoredHolder> findByTag(HolderTag tag) {
      return store.findByTag(tag);
    }

    @Override
    public List<StoredHolder> listByPhone(String phoneDigest, int limit) {
      return store.listByPhone(phoneDigest, limit);
    }

    @Override
    public List<StoredHolder> listIn(RegionCode scope, Optional<HolderCursor> after, int limit) {
      return store.listIn(scope, after, limit);
    }
  }
}

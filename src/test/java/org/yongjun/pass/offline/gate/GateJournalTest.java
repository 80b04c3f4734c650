package org.yongjun.pass.offline.gate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.TestFolders;
import org.yongjun.pass.kernel.HolderTag;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.offline.verify.ReplayKey;

/** The journal under what power cuts and bad disks do to it. */
class GateJournalTest {
  private static final long SEED = 20_261_122L;
  private static final String NEWEST = "0000000000000000001.journal";

  private Path folder;

  @BeforeEach
  void makeFolder() {
    folder = TestFolders.create("gate-journal");
  }

  @AfterEach
  void deleteFolder() {
    TestFolders.delete(folder);
  }

  @Test
  void everyKindOfEntryReadsBackAsItWasWritten() throws IOException {
    List<GateEntry> written = entries();
    write(folder.resolve("a"), written);
    assertEquals(written, List.copyOf(readAll(folder.resolve("a")).values()));
  }

  @Test
  void aJournalCutAtAnyByteKeepsEveryWholeEntryAndSaysWhatItCut() throws IOException {
    List<GateEntry> written = entries();
    byte[] whole = write(folder.resolve("whole"), written);
    List<Integer> ends = ends(written);
    for (int length = 0; length < whole.length; length++) {
      Path cut = folder.resolve("cut" + length);
      Files.createDirectories(cut);
      Files.write(cut.resolve(NEWEST), Arrays.copyOf(whole, length));
      int kept = keptWhole(ends, length);
      boolean isClean = length == 0 || (kept > 0 && ends.get(kept - 1) == length);
      try (GateJournal journal = GateJournal.open(cut, Flush.GROUP)) {
        assertEquals(isClean, journal.damage().isEmpty(), "cut at " + length);
        List<GateEntry> read = List.copyOf(readAll(journal).values());
        assertEquals(written.subList(0, kept), read.subList(0, kept), "cut at " + length);
        assertEquals(kept + journal.damage().size(), read.size(), "cut at " + length);
        if (!isClean) {
          assertEquals(JournalDamage.Kind.TORN_TAIL, journal.damage().get(0).kind());
        }
        long next = journal.append(written.get(0));
        assertTrue(isClean ? next == kept + 1 : next > kept + JournalFiles.NUMBERS_LEFT_OUT);
      }
      assertReportedOnce(cut, length);
      TestFolders.delete(cut);
    }
  }

  @Test
  void aFlippedBitIsNeverReadAsAnEntryNorPassedOverInSilence() throws IOException {
    List<GateEntry> written = entries();
    byte[] whole = write(folder.resolve("whole"), written);
    Random random = new Random(SEED);
    for (int offset = 0; offset < whole.length; offset++) {
      byte[] flipped = whole.clone();
      flipped[offset] ^= (byte) (1 << random.nextInt(8));
      Path bad = folder.resolve("bad" + offset);
      Files.createDirectories(bad);
      Files.write(bad.resolve(NEWEST), flipped);
      try (GateJournal journal = GateJournal.open(bad, Flush.GROUP)) {
        TreeMap<Long, GateEntry> read = readAll(journal);
        assertEquals(1, journal.damage().size(), "flipped at " + offset);
        JournalDamage damage = journal.damage().get(0);
        assertEquals(1, lost(written, read, damage), "flipped at " + offset);
        boolean isLast = damage.fromNumber() == written.size();
        assertEquals(
            isLast ? JournalDamage.Kind.TORN_TAIL : JournalDamage.Kind.CORRUPT, damage.kind());
      }
      assertArrayEquals(flipped, quarantined(bad), "flipped at " + offset);
      assertReportedOnce(bad, offset);
      TestFolders.delete(bad);
    }
  }

  @Test
  void damageInAnOlderFileAndAFileThatIsGoneAreReported() throws IOException {
    Path many = folder.resolve("many");
    List<GateEntry> written = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      written.add(refused(i));
    }
    try (GateJournal journal = GateJournal.open(many, Flush.EACH, 100)) {
      for (GateEntry entry : written) {
        journal.append(entry);
      }
    }
    List<Path> files = files(many);
    assertTrue(files.size() > 3, "a small file is followed by another");
    byte[] second = Files.readAllBytes(files.get(1));
    Files.write(files.get(1), Arrays.copyOf(second, second.length - 1));
    Files.delete(files.get(2));
    try (GateJournal journal = GateJournal.open(many, Flush.EACH, 100)) {
      assertEquals(
          List.of(JournalDamage.Kind.CORRUPT),
          journal.damage().stream().map(JournalDamage::kind).toList());
      JournalDamage damage = journal.damage().get(0);
      assertEquals(
          damage.toNumber() - damage.fromNumber() + 1, lost(written, readAll(journal), damage));
    }
    try (GateJournal again = GateJournal.open(many, Flush.EACH, 100)) {
      assertEquals(List.of(), again.damage());
    }
    Files.delete(files(many).get(0));
    try (GateJournal journal = GateJournal.open(many, Flush.EACH, 100)) {
      assertEquals(JournalDamage.Kind.MISSING, journal.damage().get(0).kind());
      assertEquals(1, journal.damage().get(0).fromNumber());
    }
  }

  @Test
  void oldFilesAreRemovedWithAWordAndNothingElseIs() throws IOException {
    Path many = folder.resolve("many");
    try (GateJournal journal = GateJournal.open(many, Flush.EACH, 100)) {
      for (int i = 0; i < 20; i++) {
        journal.append(refused(i));
      }
      int before = files(many).size();
      journal.removeThrough(10, 1000);
      assertTrue(files(many).size() < before);
      assertTrue(readAll(journal).firstKey() <= 11, "only whole files go");
      assertTrue(readAll(journal).firstKey() > 1);
    }
    try (GateJournal again = GateJournal.open(many, Flush.EACH, 100)) {
      assertEquals(List.of(), again.damage());
      again.removeThrough(again.lastNumber(), 1001);
      assertFalse(files(many).isEmpty(), "the newest file stays");
      again.append(refused(21));
    }
    try (GateJournal last = GateJournal.open(many, Flush.EACH, 100)) {
      assertEquals(List.of(), last.damage());
    }
  }

  @Test
  void aPowerCutRightAfterANewFileWasMadeLosesNothing() throws IOException {
    write(folder.resolve("a"), entries());
    Files.createFile(folder.resolve("a").resolve("0000000000000000099.journal"));
    try (GateJournal journal = GateJournal.open(folder.resolve("a"), Flush.EACH)) {
      assertEquals(entries().size(), readAll(journal).size() - journal.damage().size());
      journal.append(refused(1));
    }
  }

  @Test
  void anEntryOfALaterReleaseStopsTheGateInsteadOfBeingSkipped() throws IOException {
    try (JournalFiles files = JournalFiles.open(folder.resolve("later"), 1000)) {
      files.append(new byte[] {99, 0, 0, 0, 0, 0, 0, 0, 0});
    }
    assertThrows(
        IllegalStateException.class, () -> GateJournal.open(folder.resolve("later"), Flush.EACH));
  }

  @Test
  void aClosedJournalTakesNothing() throws IOException {
    GateJournal journal = GateJournal.open(folder.resolve("a"), Flush.EACH);
    journal.close();
    assertThrows(IOException.class, () -> journal.append(refused(1)));
  }

  @Test
  void aGroupIsForcedWithinFiftyMillisecondsAndNoLater() {
    assertEquals(Duration.ofMillis(50), Flush.GROUP.delay());
    assertThrows(IllegalArgumentException.class, () -> new Flush(Duration.ofMillis(51)));
  }

  /** At some places only: each opening waits for the disk. */
  private static void assertReportedOnce(Path journalFolder, int place) throws IOException {
    if (place % 32 == 0) {
      try (GateJournal again = GateJournal.open(journalFolder, Flush.GROUP)) {
        assertEquals(List.of(), again.damage(), "reported once, place " + place);
      }
    }
  }

  /** Returns how many entries are gone; whatever is there is as it was written. */
  private static long lost(
      List<GateEntry> written, TreeMap<Long, GateEntry> read, JournalDamage damage) {
    long lost = 0;
    for (int i = 0; i < written.size(); i++) {
      long number = i + 1;
      if (read.get(number) == null) {
        assertTrue(damage.fromNumber() <= number && number <= damage.toNumber());
        lost++;
      } else {
        assertEquals(written.get(i), read.get(number));
      }
    }
    return lost;
  }

  private static int keptWhole(List<Integer> ends, int length) {
    return (int) ends.stream().filter(end -> end <= length).count();
  }

  private static List<Integer> ends(List<GateEntry> written) {
    List<Integer> ends = new ArrayList<>();
    int end = 0;
    for (GateEntry entry : written) {
      end += Frame.HEAD_LENGTH + GateEntryCodec.encode(entry).length;
      ends.add(end);
    }
    return ends;
  }

  private static byte[] write(Path journalFolder, List<GateEntry> entries) throws IOException {
    try (GateJournal journal = GateJournal.open(journalFolder, Flush.EACH)) {
      for (GateEntry entry : entries) {
        journal.append(entry);
      }
    }
    return Files.readAllBytes(journalFolder.resolve(NEWEST));
  }

  private static TreeMap<Long, GateEntry> readAll(Path journalFolder) throws IOException {
    try (GateJournal journal = GateJournal.open(journalFolder, Flush.EACH)) {
      return readAll(journal);
    }
  }

  private static TreeMap<Long, GateEntry> readAll(GateJournal journal) throws IOException {
    TreeMap<Long, GateEntry> entries = new TreeMap<>();
    journal.read(entries::put);
    return entries;
  }

  private static List<Path> files(Path journalFolder) {
    try (Stream<Path> found = Files.list(journalFolder)) {
      return found.filter(file -> file.toString().endsWith(".journal")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] quarantined(Path journalFolder) throws IOException {
    try (Stream<Path> found = Files.list(journalFolder.resolve("quarantine"))) {
      List<Path> kept = found.toList();
      assertEquals(1, kept.size());
      return Files.readAllBytes(kept.get(0));
    }
  }

  private static GateEntry refused(int i) {
    return new GateEntry.Refused(1000L + i, "A", Direction.IN, ReasonCode.STALE_CODE);
  }

  private static List<GateEntry> entries() {
    GateEntry.Person person = new GateEntry.Person(3301, new HolderTag(-5));
    return List.of(
        new GateEntry.BundleTaken(999, 900, 0),
        new GateEntry.Passed(
            1000,
            Direction.IN,
            "client-1",
            "北一口",
            "YJ1:ABC",
            person,
            4_000_000_001L,
            new ReplayKey(3301, 4_000_000_001L, 4_294_967_295L),
            1060,
            new GateEntry.Grant("hd/1", 3, "FARE", 1000, 200, 800),
            Set.of(GateFlag.AGED_LIST, GateFlag.FELL_BACK),
            900,
            null),
        new GateEntry.Refused(1001, "A", Direction.IN, ReasonCode.REPLAYED),
        new GateEntry.Passed(
            1002,
            Direction.OUT,
            "client-2",
            "B",
            "YJ1:D",
            person,
            7,
            null,
            0,
            null,
            Set.of(),
            900,
            "client-1"),
        new GateEntry.Annulled(1003, "client-3", "client-1"),
        new GateEntry.Acknowledged(1004, 4, new UploadCounts(1, 2, 3, 4, 5)),
        new GateEntry.Damaged(1005, new JournalDamage(JournalDamage.Kind.CORRUPT, 50, 52, 77)),
        new GateEntry.Refused(1006, "A", Direction.OUT, ReasonCode.NOT_PRICED));
  }
}

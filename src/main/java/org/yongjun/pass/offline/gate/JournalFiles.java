package org.yongjun.pass.offline.gate;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a journal: records are appended to the newest, and a file that has grown to its
 * limit is followed by a new one, named by its first record's number. Opening cuts a torn tail and
 * takes damaged bytes out; what is taken out is kept in the quarantine folder and reported.
 * Thread-safe.
 */
final class JournalFiles implements Closeable {
  /** Behind a torn tail so many numbers are left out: a lost record may have been sent already. */
  static final long NUMBERS_LEFT_OUT = 64;

  private static final int QUARANTINED_MAX = 100;
  private static final String SUFFIX = ".journal";

  private final Path folder;
  private final Path quarantine;
  private final int fileBytesMax;

  /** First record's number → file. */
  private final TreeMap<Long, Path> files = new TreeMap<>();

  private final List<JournalDamage> damage = new ArrayList<>();
  private long lastNumber;
  private @Nullable FileChannel current;
  private boolean isBroken;

  private JournalFiles(Path folder, int fileBytesMax) {
    this.folder = folder;
    this.quarantine = folder.resolve("quarantine");
    this.fileBytesMax = fileBytesMax;
  }

  /**
   * @param fileBytesMax at which size a new file is begun
   * @throws IOException when the folder cannot be read or written
   */
  static JournalFiles open(Path folder, int fileBytesMax) throws IOException {
    Files.createDirectories(folder);
    JournalFiles journal = new JournalFiles(folder, fileBytesMax);
    journal.list();
    journal.heal();
    return journal;
  }

  /** What opening found; empty for a sound journal. */
  List<JournalDamage> damage() {
    return List.copyOf(damage);
  }

  /** The number of the newest record, 0 where there is none. */
  synchronized long lastNumber() {
    return lastNumber;
  }

  /** Every record from a number on, in the order of numbers. */
  synchronized void forEach(long fromNumber, Consumer<Frame> reader) throws IOException {
    Long first = files.floorKey(fromNumber);
    for (Path file : (first == null ? files : files.tailMap(first, true)).values()) {
      FrameScan.of(read(file)).frames().stream()
          .filter(frame -> frame.number() >= fromNumber)
          .forEach(reader);
    }
  }

  /** Hands a record to the operating system; {@link #force} puts it on the disk. */
  synchronized long append(byte[] payload) throws IOException {
    if (isBroken) {
      throw new IOException("the journal failed before; open it again");
    }
    Frame frame = new Frame(lastNumber + 1, payload);
    // A failure may leave half a record, behind which nothing may be written.
    isBroken = true;
    FileChannel channel = channelFor(frame);
    Durable.writeAll(channel, frame.encode());
    isBroken = false;
    lastNumber = frame.number();
    return lastNumber;
  }

  /** Returns when everything that was appended is on the disk. */
  synchronized void force() throws IOException {
    if (isBroken) {
      throw new IOException("the journal failed before; open it again");
    }
    if (current != null) {
      // After a failed force nobody knows what the disk has.
      isBroken = true;
      current.force(false);
      isBroken = false;
    }
  }

  /**
   * Removes the files that hold only records up to a number; never the newest file.
   *
   * @return the highest number that was removed, 0 where nothing was
   */
  synchronized long removeThrough(long number) throws IOException {
    long removed = 0;
    while (files.size() > 1 && files.higherKey(files.firstKey()) - 1 <= number) {
      removed = files.higherKey(files.firstKey()) - 1;
      Files.delete(files.pollFirstEntry().getValue());
    }
    return removed;
  }

  /** The first record that is still there; 1 for an empty journal. */
  synchronized long firstNumber() {
    return files.isEmpty() ? 1 : files.firstKey();
  }

  @Override
  public synchronized void close() throws IOException {
    if (current != null) {
      current.force(true);
      current.close();
      current = null;
    }
    isBroken = true;
  }

  private FileChannel channelFor(Frame frame) throws IOException {
    if (current != null && current.position() + frame.length() <= fileBytesMax) {
      return current;
    }
    if (current != null) {
      current.force(true);
      current.close();
      current = null;
    }
    Path file = folder.resolve(String.format(Locale.ROOT, "%019d", frame.number()) + SUFFIX);
    current = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    files.put(frame.number(), file);
    Durable.forceFolder(folder);
    return current;
  }

  private void list() throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      for (Path file : found.filter(each -> each.toString().endsWith(SUFFIX)).toList()) {
        String name = file.getFileName().toString();
        files.put(Long.parseLong(name.substring(0, name.length() - SUFFIX.length())), file);
      }
    }
  }

  private void heal() throws IOException {
    for (long first : List.copyOf(files.keySet())) {
      Path file = files.get(first);
      lastNumber = Math.max(lastNumber, first - 1);
      ByteBuffer bytes = read(file);
      FrameScan scan = FrameScan.of(bytes);
      boolean isNewest = files.lastKey() == first;
      if (!scan.isSound(bytes.limit())) {
        report(scan, bytes.limit(), isNewest);
        keepInQuarantine(file);
        rewrite(first, file, scan);
      } else if (scan.frames().isEmpty()) {
        // Made just before the power went, and nothing was written to it.
        Files.delete(file);
        files.remove(first);
      }
      for (Frame frame : scan.frames()) {
        lastNumber = frame.number();
      }
      if (isNewest && scan.soundLength() < bytes.limit()) {
        lastNumber += NUMBERS_LEFT_OUT;
      }
    }
    openNewest();
  }

  private void openNewest() throws IOException {
    if (!files.isEmpty()) {
      current = FileChannel.open(files.lastEntry().getValue(), StandardOpenOption.WRITE);
      current.position(current.size());
    }
  }

  /** One report for each damaged place, with the numbers of the records that were there. */
  private void report(FrameScan scan, int length, boolean isNewest) {
    long before = lastNumber;
    int offset = 0;
    int damaged = 0;
    for (Frame frame : scan.frames()) {
      boolean isBehindDamage =
          damaged < scan.damaged().size() && scan.damaged().get(damaged).from() == offset;
      if (isBehindDamage) {
        FrameScan.Span span = scan.damaged().get(damaged++);
        offset = span.to();
        damage.add(
            new JournalDamage(
                JournalDamage.Kind.CORRUPT,
                before + 1,
                frame.number() - 1,
                span.to() - span.from()));
      }
      offset += frame.length();
      before = frame.number();
    }
    long tail = length - scan.soundLength();
    if (tail > 0 && isNewest) {
      damage.add(
          new JournalDamage(
              JournalDamage.Kind.TORN_TAIL, before + 1, before + NUMBERS_LEFT_OUT, tail));
    } else if (tail > 0) {
      Long next = files.higherKey(before);
      long last = next == null ? before : next - 1;
      damage.add(new JournalDamage(JournalDamage.Kind.CORRUPT, before + 1, last, tail));
    }
  }

  private void rewrite(long first, Path file, FrameScan scan) throws IOException {
    if (scan.frames().isEmpty()) {
      Files.delete(file);
      files.remove(first);
      return;
    }
    ByteArrayOutputStream sound = new ByteArrayOutputStream();
    for (Frame frame : scan.frames()) {
      sound.write(frame.encode().array());
    }
    Durable.replace(file, sound.toByteArray());
  }

  private void keepInQuarantine(Path file) throws IOException {
    Files.createDirectories(quarantine);
    List<Path> kept = new ArrayList<>();
    try (Stream<Path> found = Files.list(quarantine)) {
      found.sorted().forEach(kept::add);
    }
    long next =
        Optional.of(kept)
            .filter(list -> !list.isEmpty())
            .map(list -> list.get(list.size() - 1).getFileName().toString())
            .map(name -> Long.parseLong(name.substring(0, name.indexOf('-'))) + 1)
            .orElse(1L);
    for (int i = 0; i <= kept.size() - QUARANTINED_MAX; i++) {
      Files.delete(kept.get(i));
    }
    String name = String.format(Locale.ROOT, "%09d-", next) + file.getFileName();
    Files.copy(file, quarantine.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    Durable.forceFolder(quarantine);
  }

  private static ByteBuffer read(Path file) throws IOException {
    return ByteBuffer.wrap(Files.readAllBytes(file));
  }
}

package org.yongjun.pass.offline.gate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What a gate has done, append-only, on its own disk: who passed, what was refused, what the server
 * has answered. It survives the end of the process and of the power as its {@link Flush} says, and
 * reports what it finds damaged. Thread-safe; one process at a time.
 */
public final class GateJournal implements Closeable {
  /** A file of this size is followed by a new one. */
  public static final int FILE_BYTES_MAX = 8 << 20;

  private final JournalFiles files;
  private final Flush flush;
  private final List<JournalDamage> damage;
  private final long lastTimeSeconds;
  private final @Nullable ScheduledExecutorService flusher;
  private final AtomicBoolean isFlushDue = new AtomicBoolean();
  private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();

  private GateJournal(
      JournalFiles files, Flush flush, List<JournalDamage> damage, long lastTimeSeconds) {
    this.files = files;
    this.flush = flush;
    this.damage = damage;
    this.lastTimeSeconds = lastTimeSeconds;
    this.flusher = flush.isEach() ? null : Executors.newSingleThreadScheduledExecutor(daemon());
  }

  /** Takes an entry with its number. */
  @FunctionalInterface
  public interface EntryReader {
    void read(long number, GateEntry entry);
  }

  /** Opens the journal of a folder, or begins it there. */
  public static GateJournal open(Path folder, Flush flush) throws IOException {
    return open(folder, flush, FILE_BYTES_MAX);
  }

  static GateJournal open(Path folder, Flush flush, int fileBytesMax) throws IOException {
    JournalFiles files = JournalFiles.open(folder, fileBytesMax);
    List<JournalDamage> damage = new ArrayList<>(files.damage());
    Gaps gaps = new Gaps(damage);
    files.forEach(1, frame -> gaps.read(frame.number(), GateEntryCodec.decode(frame.payload())));
    damage.addAll(gaps.unexplained());
    for (JournalDamage each : damage) {
      files.append(GateEntryCodec.encode(new GateEntry.Damaged(gaps.lastTimeSeconds, each)));
    }
    files.force();
    return new GateJournal(files, flush, List.copyOf(damage), gaps.lastTimeSeconds);
  }

  /** What this opening found damaged; each is journalled as well. */
  public List<JournalDamage> damage() {
    return damage;
  }

  /**
   * Appends an entry that must not be lost; returns its number once it is as safe as the flush
   * policy says.
   *
   * @throws IOException when it is not; the journal then takes nothing more until it is opened anew
   */
  public long append(GateEntry entry) throws IOException {
    long number = appendUnforced(entry);
    if (flush.isEach()) {
      files.force();
    } else if (flusher != null && isFlushDue.compareAndSet(false, true)) {
      flusher.schedule(this::forceLater, flush.delay().toMillis(), TimeUnit.MILLISECONDS);
    }
    return number;
  }

  /** Appends an entry that a power cut may take, such as a refusal. */
  public long appendUnforced(GateEntry entry) throws IOException {
    IOException failed = failure.get();
    if (failed != null) {
      throw new IOException("the journal failed before; open it again", failed);
    }
    return files.append(GateEntryCodec.encode(entry));
  }

  /** Returns when everything that was appended is on the disk. */
  public void force() throws IOException {
    files.force();
  }

  /** Every entry that is still there, oldest first. */
  public void read(EntryReader reader) throws IOException {
    read(1, reader);
  }

  /** Every entry from a number on. */
  void read(long fromNumber, EntryReader reader) throws IOException {
    files.forEach(
        fromNumber, frame -> reader.read(frame.number(), GateEntryCodec.decode(frame.payload())));
  }

  /** The time of the newest entry when the journal was opened, 0 without one. */
  long openedAtSeconds() {
    return lastTimeSeconds;
  }

  /** The number of the newest entry, 0 where there is none. */
  public long lastNumber() {
    return files.lastNumber();
  }

  /** Removes whole files up to an entry, and journals that. */
  void removeThrough(long number, long nowSeconds) throws IOException {
    if (number < files.firstNumber()) {
      return;
    }
    // First the word, then the deed: what is gone without a word is damage.
    append(new GateEntry.Removed(nowSeconds, number));
    files.force();
    files.removeThrough(number);
  }

  /** Removes whole files of entries that were answered and are older than a time. */
  void removeAnswered(long answeredThrough, long olderThanSeconds, long nowSeconds)
      throws IOException {
    long[] last = {0};
    read(
        (number, entry) -> {
          if (number <= answeredThrough && entry.timeSeconds() < olderThanSeconds) {
            last[0] = number;
          }
        });
    removeThrough(last[0], nowSeconds);
  }

  @Override
  public void close() throws IOException {
    if (flusher != null) {
      // Never by interrupt, which would close the file under a force.
      flusher.shutdown();
    }
    files.close();
  }

  private void forceLater() {
    isFlushDue.set(false);
    try {
      files.force();
    } catch (IOException e) {
      failure.set(e);
    }
  }

  private static ThreadFactory daemon() {
    return task -> {
      Thread thread = new Thread(task, "gate-journal");
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Finds numbers that are missing and that nothing in the journal accounts for. */
  private static final class Gaps {
    private final List<JournalDamage> known;
    private final List<JournalDamage> missing = new ArrayList<>();
    private final List<long[]> explained = new ArrayList<>();
    private long last;
    private long lastTimeSeconds;

    Gaps(List<JournalDamage> known) {
      this.known = known;
    }

    void read(long number, GateEntry entry) {
      if (number > last + 1) {
        missing.add(new JournalDamage(JournalDamage.Kind.MISSING, last + 1, number - 1, 0));
      }
      last = number;
      lastTimeSeconds = entry.timeSeconds();
      if (entry instanceof GateEntry.Damaged damaged) {
        explain(damaged.damage());
      } else if (entry instanceof GateEntry.Removed removed) {
        explained.add(new long[] {1, removed.throughNumber()});
      }
    }

    List<JournalDamage> unexplained() {
      known.forEach(this::explain);
      return missing.stream().filter(gap -> explained.stream().noneMatch(r -> in(gap, r))).toList();
    }

    private void explain(JournalDamage damage) {
      explained.add(new long[] {damage.fromNumber(), damage.toNumber()});
    }

    private static boolean in(JournalDamage gap, long[] range) {
      return range[0] <= gap.fromNumber() && gap.toNumber() <= range[1];
    }
  }
}

package org.yongjun.pass.certificate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;

/** What the status list says, whole and since a version, and the end of bits that say nothing. */
public final class StatusLists {
  /** A bit outlives the last certificate of its index by this much. */
  public static final Duration CLEARED_AFTER = Duration.ofDays(4);

  /** A delta of more changes is dearer than the list. */
  public static final int DELTA_CHANGES_MAX = 100_000;

  /**
   * Indices that may still be assigned while one version is out: a reader finds a bit for each.
   * They are zeros, which compress to next to nothing.
   */
  private static final int SPARE_INDICES = 65_536;

  private static final int CLEARED_AT_ONCE = 1_000;
  private static final String SYSTEM = "system";

  private final StatusStore store;
  private final CertificateStore certificates;
  private final IssuerKeys keys;
  private final Journal journal;
  private final Transactions transactions;
  private final Clock clock;

  public StatusLists(
      StatusStore store,
      CertificateStore certificates,
      IssuerKeys keys,
      Journal journal,
      Transactions transactions,
      Clock clock) {
    this.store = store;
    this.certificates = certificates;
    this.keys = keys;
    this.journal = journal;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * A list at one version.
   *
   * @param bits bit i mod 8, counted from the lowest, of byte i / 8 belongs to index i
   */
  public record Snapshot(int issuer, long version, byte[] bits) {}

  /** What changed from one version to another; an index stands in at most one of the two. */
  public record Delta(int issuer, long from, long to, List<Long> set, List<Long> cleared) {
    public Delta {
      set = List.copyOf(set);
      cleared = List.copyOf(cleared);
    }
  }

  /** Begins the list of this issuer where there is none. */
  public void begin() {
    transactions.writeOnly(() -> store.begin(keys.issuer().number(), clock.instant()));
  }

  /** The version of an issuer's list; empty for an issuer whose list is not here. */
  public Optional<Long> findVersion(int issuer) {
    return transactions.read(() -> store.findVersion(issuer));
  }

  public Snapshot snapshot(int issuer) {
    return transactions.read(
        () -> {
          long version = store.findVersion(issuer).orElseThrow();
          long indices = certificates.countIndices(issuer) + SPARE_INDICES;
          byte[] bits = new byte[Math.toIntExact((indices + Byte.SIZE - 1) / Byte.SIZE)];
          for (long index : store.listSet(issuer)) {
            bits[(int) (index / Byte.SIZE)] |= (byte) (1 << index % Byte.SIZE);
          }
          return new Snapshot(issuer, version, bits);
        });
  }

  /** Refused with INVALID_REQUEST for a version to come, with CONFLICT for one too long ago. */
  public Outcome<Delta> delta(int issuer, long since) {
    return transactions.read(
        () -> {
          Optional<Long> version = store.findVersion(issuer);
          if (version.isEmpty()) {
            return Outcome.refused(ProblemCode.NOT_FOUND);
          }
          if (since < 0 || since > version.get()) {
            return Outcome.refused(
                Problem.invalid(
                    "/since", "没有这个版本，请下载完整列表", "There is no such version; fetch the list"));
          }
          List<StatusStore.Change> changes =
              store.listChanges(issuer, since, DELTA_CHANGES_MAX + 1);
          if (changes.size() > DELTA_CHANGES_MAX) {
            return Outcome.refused(
                Problem.of(
                    ProblemCode.CONFLICT,
                    "该版本过旧，请下载完整列表",
                    "That version is too long ago; fetch the whole list"));
          }
          return Outcome.done(fold(issuer, since, version.get(), changes));
        });
  }

  /** Clears the bits of indices whose certificates have all expired long enough ago. */
  public int clearDue() {
    Instant now = clock.instant();
    int issuer = keys.issuer().number();
    int all = 0;
    int batch;
    do {
      batch = transactions.write(() -> clear(issuer, now));
      all += batch;
    } while (batch == CLEARED_AT_ONCE);
    return all;
  }

  private int clear(int issuer, Instant now) {
    int cleared = store.clearDue(issuer, now, CLEARED_AT_ONCE);
    if (cleared > 0) {
      journal.append(
          new JournalEntry(
              JournalKind.STATUS_BITS_CLEARED,
              Integer.toString(issuer),
              keys.issuer().region(),
              SYSTEM,
              SYSTEM,
              now,
              Map.of("count", Integer.toString(cleared))));
    }
    return cleared;
  }

  /** The last change of an index is the one that counts. */
  private static Delta fold(int issuer, long from, long to, List<StatusStore.Change> changes) {
    TreeMap<Long, Boolean> last = new TreeMap<>();
    changes.forEach(change -> last.put(change.bindingIndex(), change.isSet()));
    List<Long> set = new ArrayList<>();
    List<Long> cleared = new ArrayList<>();
    last.forEach((index, isSet) -> (isSet ? set : cleared).add(index));
    return new Delta(issuer, from, to, set, cleared);
  }
}

package org.yongjun.pass.redemption;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.venue.Venue;
import org.yongjun.pass.verification.Verifications;

/**
 * Takes what terminals let in without network (离线补传): facts first, judgement after. In any order,
 * overlapping, and again after a lost answer: each event is recorded once, and a repeat is told
 * what became of the first.
 */
public final class Taps {
  /** Taps of one request. */
  public static final int BATCH_MAX = 5_000;

  public static final int PAGE_SIZE_MAX = 200;

  /** How many client ids one query asks for. */
  public static final int IDS_PER_READ = 500;

  /** How many taps one transaction writes: short locks, and few commits. */
  private static final int GROUP = 50;

  /**
   * How many batches one instance works on at once; the others wait their turn. Batches would
   * otherwise take every connection to the database from those who redeem online.
   */
  private static final int AT_ONCE = 4;

  private static final Duration TURN_WAIT = Duration.ofSeconds(30);

  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private final Verifications verifications;
  private final TapJudge judge;
  private final TapRecorder recorder;
  private final TapPairs pairs;
  private final TapStore store;
  private final Transactions transactions;
  private final Clock clock;

  public Taps(
      Verifications verifications,
      TapJudge judge,
      TapRecorder recorder,
      TapPairs pairs,
      TapStore store,
      Transactions transactions,
      Clock clock) {
    this.verifications = verifications;
    this.judge = judge;
    this.recorder = recorder;
    this.pairs = pairs;
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Records a batch and answers each tap, in their order; refused with NOT_ALLOWED for a terminal
   * that may not work any more, with UNAVAILABLE where too many batches wait: nothing was done
   * then.
   *
   * @param taps at most {@link #BATCH_MAX}
   */
  public Outcome<List<TapAnswer>> record(Caller terminal, List<Tap> taps) {
    if (!takeTurn()) {
      return Outcome.refused(ProblemCode.UNAVAILABLE);
    }
    try {
      return verifications.placeOf(terminal).map(venue -> record(terminal, venue, taps));
    } finally {
      turns.release();
    }
  }

  private boolean takeTurn() {
    try {
      return turns.tryAcquire(TURN_WAIT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      // The server is stopping: the batch comes again, to whoever answers then.
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Flags of a region that the officer answers for, by id; OUT_OF_REGION otherwise. */
  public Outcome<List<TapStore.Flagged>> listFlags(
      Caller officer, RegionCode scope, Optional<TapFlag> only, String afterId, int limit) {
    return officer.answersFor(scope)
        ? Outcome.done(store.listFlags(scope, only, afterId, Math.min(limit, PAGE_SIZE_MAX + 1)))
        : Outcome.refused(ProblemCode.OUT_OF_REGION);
  }

  /**
   * What the terminals of a region told, by terminal; OUT_OF_REGION for an officer of another.
   *
   * @param from first day of the events, inclusive, and so is {@code to}
   */
  public Outcome<List<TapSums>> sum(
      Caller officer,
      RegionCode scope,
      LocalDate from,
      LocalDate to,
      String afterTerminalId,
      int limit) {
    return officer.answersFor(scope)
        ? Outcome.done(
            store.sum(scope, from, to, afterTerminalId, Math.min(limit, PAGE_SIZE_MAX + 1)))
        : Outcome.refused(ProblemCode.OUT_OF_REGION);
  }

  private List<TapAnswer> record(Caller terminal, Venue venue, List<Tap> taps) {
    Map<String, Tap> byId = new LinkedHashMap<>();
    taps.forEach(tap -> byId.putIfAbsent(tap.clientId(), tap));
    Map<String, TapRecorder.Done> done = new HashMap<>(read(terminal, byId.keySet(), true));
    List<Tap> fresh =
        byId.values().stream().filter(tap -> !done.containsKey(tap.clientId())).toList();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<TapDraft> drafts = judge.judge(terminal, venue, fresh, now);
    List<RecordedTap> told = new ArrayList<>();
    for (List<TapDraft> group : groups(drafts)) {
      for (TapRecorder.Done each : recorder.record(group)) {
        done.put(each.recorded().tap().clientId(), each);
        told.add(each.recorded());
      }
    }
    pairs.pair(terminal, told);
    List<String> paired =
        fresh.stream().filter(tap -> tap.kind() != Tap.Kind.PASS).map(Tap::clientId).toList();
    // What pairing has flagged belongs into the answer.
    read(terminal, paired, false).forEach(done::put);
    return answers(terminal, taps, byId, done, now);
  }

  private Map<String, TapRecorder.Done> read(
      Caller terminal, Collection<String> clientIds, boolean isRepeat) {
    Map<String, TapRecorder.Done> known = new HashMap<>();
    List<String> all = List.copyOf(clientIds);
    for (int from = 0; from < all.size(); from += IDS_PER_READ) {
      List<String> some = all.subList(from, Math.min(all.size(), from + IDS_PER_READ));
      for (TapStore.Found found : transactions.read(() -> store.list(terminal.id(), some))) {
        known.put(
            found.recorded().tap().clientId(),
            new TapRecorder.Done(found.recorded(), found.flags(), isRepeat));
      }
    }
    return known;
  }

  /** A card's passages go alone, because each may be one too many of its day. */
  private static List<List<TapDraft>> groups(List<TapDraft> drafts) {
    List<List<TapDraft>> groups = new ArrayList<>();
    List<TapDraft> together = new ArrayList<>();
    List<TapDraft> alone = new ArrayList<>();
    drafts.forEach(draft -> (draft.isGroupable() ? together : alone).add(draft));
    for (int from = 0; from < together.size(); from += GROUP) {
      groups.add(together.subList(from, Math.min(together.size(), from + GROUP)));
    }
    alone.forEach(draft -> groups.add(List.of(draft)));
    return groups;
  }

  private List<TapAnswer> answers(
      Caller terminal,
      List<Tap> taps,
      Map<String, Tap> firstById,
      Map<String, TapRecorder.Done> done,
      Instant now) {
    List<TapAnswer> answers = new ArrayList<>();
    for (Tap tap : taps) {
      TapRecorder.Done each = done.get(tap.clientId());
      boolean isSecond = firstById.get(tap.clientId()) != tap;
      if (each == null) {
        throw new IllegalStateException("a tap was neither recorded nor found");
      }
      RecordedTap recorded = each.recorded();
      if (Arrays.equals(recorded.contentHash(), RequestHash.ofTap(tap))) {
        answers.add(TapAnswer.of(recorded, each.flags(), each.isRepeat() || isSecond));
      } else {
        transactions.writeOnly(() -> store.flag(recorded, TapFlag.KEY_REUSED, now));
        answers.add(TapAnswer.keyReused(tap.clientId()));
      }
    }
    return answers;
  }
}

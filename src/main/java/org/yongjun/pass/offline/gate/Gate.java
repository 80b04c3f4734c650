package org.yongjun.pass.offline.gate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.Fen;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.offline.bundle.BundleFile;
import org.yongjun.pass.offline.bundle.BundleReader;
import org.yongjun.pass.offline.bundle.BundleReading;
import org.yongjun.pass.offline.bundle.GateBundle;
import org.yongjun.pass.offline.token.CertificateFields;
import org.yongjun.pass.offline.token.Signatures;
import org.yongjun.pass.offline.verify.CodeVerifier;
import org.yongjun.pass.offline.verify.VerifiedCode;

/**
 * A gate: decides who passes by the last good bundle, keeps what happened in its journal, and hands
 * it over for upload. Its folder holds everything that it knows; one process at a time has it.
 * Thread-safe.
 */
public final class Gate implements Closeable {
  /** Answered entries stay so long for whoever asks the gate itself. */
  static final long KEPT_SECONDS = 7 * 86_400;

  private static final long DAY_SECONDS = 86_400;

  /** How a bundle is refused by a clock that runs ahead. */
  private static final Set<BundleReading.Reason> ENDED =
      EnumSet.of(BundleReading.Reason.EXPIRED, BundleReading.Reason.KEY_LIST_EXPIRED);

  private final FileChannel lock;
  private final BundleFile bundles;
  private final GateJournal journal;
  private final GateClock clock;
  private final CodeVerifier verifier;
  private final Repeats repeats = new Repeats();
  private final OnlineCheck online;
  private GateMemory memory;
  private long cleanedSeconds;

  private Gate(
      FileChannel lock, BundleFile bundles, GateJournal journal, GateClock clock, OnlineDesk desk)
      throws IOException {
    this.lock = lock;
    this.bundles = bundles;
    this.journal = journal;
    this.clock = clock;
    this.online = new OnlineCheck(desk);
    this.verifier =
        new CodeVerifier(
            new Signatures(), id -> bundles.current().flatMap(bundle -> bundle.keyList().find(id)));
    // By the floor: the machine's clock may still be set back to there.
    this.memory = remember(journal, clock.floorSeconds());
  }

  /**
   * How a gate is run.
   *
   * @param flush when the journal is on the disk
   * @param machine the machine's clock, which anybody may set
   * @param steadyNanos rises evenly, such as {@code System::nanoTime}
   * @param desk whom to ask first; {@link OnlineDesk#NONE} for nobody
   */
  public record Options(Flush flush, Clock machine, LongSupplier steadyNanos, OnlineDesk desk) {}

  /**
   * Opens the gate of a folder, or begins one there.
   *
   * @throws IOException when the folder cannot be used, also because another process has it
   */
  public static Gate open(Path folder, BundleReader reader, Options options) throws IOException {
    Files.createDirectories(folder);
    FileChannel lock =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock.tryLock() == null) {
      lock.close();
      throw new IOException("another process has this gate's folder");
    }
    BundleFile bundles = BundleFile.open(folder.resolve("bundle"), reader);
    GateJournal journal = GateJournal.open(folder.resolve("journal"), options.flush());
    long signed = bundles.current().map(GateBundle::serverTimeSeconds).orElse(0L);
    GateClock clock =
        new GateClock(
            options.machine(),
            options.steadyNanos(),
            journal.openedAtSeconds() == 0 ? signed : journal.openedAtSeconds());
    return new Gate(lock, bundles, journal, clock, options.desk());
  }

  /** What opening found wrong with the journal. */
  public List<JournalDamage> damage() {
    return journal.damage();
  }

  /** The bundle that holds. */
  public Optional<GateBundle> bundle() {
    return bundles.current();
  }

  /** The version to ask changes since; empty where a whole bundle is needed. */
  public synchronized OptionalLong since() {
    return bundles.since();
  }

  /** The gate's time in Unix seconds. */
  public synchronized long nowSeconds() {
    return clock.now();
  }

  /** What the journal adds up to. */
  public GateTally tally() throws IOException {
    return GateTally.of(journal);
  }

  /**
   * Decides one reading of a code, and journals what comes of it before the answer.
   *
   * @param code as the scanner read it, of any length
   * @throws IllegalStateException when there is no bundle yet
   * @throws IOException when the journal fails and the operator wants the gate closed then
   */
  public synchronized GateDecision decide(String code, Passage passage) throws IOException {
    long now = clock.now();
    Optional<GateDecision> first = repeats.find(code, passage, now);
    if (first.isPresent()) {
      return first.get();
    }
    GateBundle bundle =
        bundles.current().orElseThrow(() -> new IllegalStateException("no bundle yet"));
    GateChecks.Judgement judgement =
        new GateChecks(bundle, verifier, memory, passage, now).judge(code);
    GateDecision decision = settle(new Reading(code, passage, now, bundle), judgement);
    clock.raiseFloor(now);
    memory.forget(now);
    repeats.put(code, decision);
    return decision;
  }

  /**
   * Takes an admission back, because the turnstile did not turn: only within fifteen minutes, and
   * only one of this gate's own.
   */
  public synchronized Annulment annul(String clientId) throws IOException {
    long now = clock.now();
    Optional<GateEntry.Passed> passed = memory.findAnnullable(clientId, now);
    if (passed.isEmpty()) {
      return new Annulment.Refused(
          new Text(
              "没有可撤销的通行记录，须在 15 分钟内由同一闸机撤销",
              "Nothing to annul: only an admission here within the last 15 minutes can be"));
    }
    GateEntry.Annulled entry = new GateEntry.Annulled(now, UUID.randomUUID().toString(), clientId);
    journal.append(entry);
    memory.apply(entry);
    clock.raiseFloor(now);
    return new Annulment.Done(entry.clientId(), clientId);
  }

  /**
   * Takes the next bundle. One that was signed behind the last journalled time sets the clock back
   * to its signed time.
   *
   * @throws IOException where it cannot be kept; then what held before still holds
   */
  public synchronized BundleReading take(byte[] jws) throws IOException {
    long now = clock.now();
    Optional<GateBundle> held = bundles.current();
    BundleReading reading = bundles.take(jws, now);
    if (reading instanceof BundleReading.Refused refused
        && held.isPresent()
        && ENDED.contains(refused.reason())) {
      // A clock that ran ahead must not keep out the bundle by which it is set right.
      reading = bundles.take(jws, held.get().serverTimeSeconds());
    }
    if (reading instanceof BundleReading.Accepted accepted) {
      GateBundle bundle = accepted.bundle();
      boolean isNewer = held.isEmpty() || bundle.version() > held.get().version();
      keepTime(bundle, isNewer, now);
    }
    return reading;
  }

  /** The next taps to upload, in the order in which they happened. */
  public synchronized UploadBatch nextUpload(int tapsMax) throws IOException {
    journal.force();
    return UploadBatch.of(journal, memory.acknowledgedThrough(), tapsMax);
  }

  /** The server has answered every tap of the batch. */
  public synchronized void acknowledge(UploadBatch batch, UploadCounts counts) throws IOException {
    if (counts.total() != batch.clientIds().size()) {
      throw new IllegalArgumentException("every tap of a batch is answered");
    }
    long now = clock.now();
    GateEntry entry = new GateEntry.Acknowledged(now, batch.throughNumber(), counts);
    journal.append(entry);
    memory.apply(entry);
    clean(now);
  }

  @Override
  public synchronized void close() throws IOException {
    journal.close();
    lock.close();
  }

  private record Reading(String code, Passage passage, long nowSeconds, GateBundle bundle) {}

  private GateDecision settle(Reading reading, GateChecks.Judgement judgement) throws IOException {
    String clientId = UUID.randomUUID().toString();
    Optional<OnlineDesk.Answer> asked =
        online.ask(
            reading.bundle(),
            judgement,
            reading.code(),
            reading.passage(),
            clientId,
            reading.nowSeconds());
    OnlineDesk.Answer answer = asked.orElse(OnlineDesk.Answer.Unanswered.INSTANCE);
    if (answer instanceof OnlineDesk.Answer.Refused no) {
      return refuse(reading, no.reason(), no.explanation(), Set.of());
    }
    boolean fellBack = asked.isPresent() && answer == OnlineDesk.Answer.Unanswered.INSTANCE;
    if (judgement instanceof GateChecks.Judgement.Admitted admitted) {
      GateEntry.Grant grant =
          answer instanceof OnlineDesk.Answer.Recorded yes ? yes.grant() : admitted.grant();
      Set<GateFlag> flags = EnumSet.noneOf(GateFlag.class);
      flags.addAll(admitted.flags());
      if (fellBack) {
        flags.add(GateFlag.FELL_BACK);
      }
      return admit(reading, clientId, admitted.code(), grant, flags, admitted.staffCheck());
    }
    GateChecks.Judgement.Refused refused = (GateChecks.Judgement.Refused) judgement;
    if (answer instanceof OnlineDesk.Answer.Recorded yes && refused.code().isPresent()) {
      return admit(reading, clientId, refused.code().get(), yes.grant(), Set.of(), false);
    }
    Set<GateFlag> flags = fellBack ? Set.of(GateFlag.FELL_BACK) : Set.of();
    return refuse(reading, refused.reason(), refused.explanation(), flags);
  }

  private GateDecision admit(
      Reading reading,
      String clientId,
      VerifiedCode code,
      GateEntry.@Nullable Grant grant,
      Set<GateFlag> flags,
      boolean staffCheck)
      throws IOException {
    CertificateFields fields = code.fields();
    boolean isOut = reading.passage().direction() == Direction.OUT;
    GateEntry.Passed entry =
        new GateEntry.Passed(
            reading.nowSeconds(),
            reading.passage().direction(),
            clientId,
            reading.passage().gate(),
            reading.code(),
            new GateEntry.Person(code.issuer(), fields.holderTag()),
            fields.bindingIndex(),
            code.replayKey().orElse(null),
            code.timeSeconds().orElse(0) + fields.windowSeconds(),
            grant,
            flags,
            reading.bundle().version(),
            isOut ? findEntry(code) : null);
    Set<GateFlag> journalled = append(entry, reading.bundle());
    return new GateDecision(
        null,
        explain(reading.passage(), grant),
        reading.passage(),
        reading.nowSeconds(),
        clientId,
        grant,
        journalled,
        staffCheck,
        false);
  }

  private @Nullable String findEntry(VerifiedCode code) {
    return memory
        .findPresence(code.issuer(), code.fields().holderTag())
        .filter(GateMemory.Presence::isInside)
        .map(GateMemory.Presence::clientId)
        .orElse(null);
  }

  /** Returns the flags; where the journal fails, an operator may still want the gate open. */
  private Set<GateFlag> append(GateEntry.Passed entry, GateBundle bundle) throws IOException {
    Set<GateFlag> flags = EnumSet.noneOf(GateFlag.class);
    flags.addAll(entry.flags());
    try {
      journal.append(entry);
    } catch (IOException e) {
      if (!bundle.settings().failOpen()) {
        throw e;
      }
      flags.add(GateFlag.FAIL_OPEN);
    }
    memory.apply(entry);
    return flags;
  }

  private GateDecision refuse(
      Reading reading, ReasonCode reason, Text explanation, Set<GateFlag> flags)
      throws IOException {
    Passage passage = reading.passage();
    GateEntry entry =
        new GateEntry.Refused(reading.nowSeconds(), passage.gate(), passage.direction(), reason);
    try {
      journal.appendUnforced(entry);
    } catch (IOException e) {
      if (!reading.bundle().settings().failOpen()) {
        throw e;
      }
      // The next admission says that the journal fails; a refusal stays one without it.
      flags = Set.of(GateFlag.FAIL_OPEN);
    }
    return new GateDecision(
        reason, explanation, passage, reading.nowSeconds(), null, null, flags, false, false);
  }

  private static Text explain(Passage passage, GateEntry.@Nullable Grant grant) {
    if (passage.direction() == Direction.OUT || grant == null) {
      return new Text("请出站", "Please go out");
    }
    String yuan = Fen.yuan(grant.payableFen());
    return new Text("请通行，应付 " + yuan + " 元", "Please go through; " + yuan + " yuan to pay");
  }

  private void keepTime(GateBundle bundle, boolean isNewer, long before) throws IOException {
    long signed = bundle.serverTimeSeconds();
    boolean isBack = isNewer && signed < before;
    if (isBack || signed > before) {
      clock.setFloor(signed);
    }
    long now = clock.now();
    boolean isSteppedBack = isBack && now < before;
    if (isSteppedBack) {
      // Codes that were over by the wrong clock can be shown again by the right one.
      memory = remember(journal, now);
    }
    journal.append(new GateEntry.BundleTaken(now, bundle.version(), isSteppedBack ? now : 0));
    clock.raiseFloor(now);
  }

  /** Removes what was answered and is old, once a day at most. */
  private void clean(long nowSeconds) throws IOException {
    if (nowSeconds - cleanedSeconds < DAY_SECONDS) {
      return;
    }
    cleanedSeconds = nowSeconds;
    journal.removeAnswered(memory.acknowledgedThrough(), nowSeconds - KEPT_SECONDS, nowSeconds);
  }

  private static GateMemory remember(GateJournal journal, long nowSeconds) throws IOException {
    GateMemory memory = new GateMemory(nowSeconds);
    journal.read((number, entry) -> memory.apply(entry));
    return memory;
  }
}

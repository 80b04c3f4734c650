package org.yongjun.pass.offline.gate;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.HolderTag;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.offline.bundle.GateStatuses;
import org.yongjun.pass.offline.bundle.JsonObject;
import org.yongjun.pass.offline.bundle.KeyListJws;
import org.yongjun.pass.offline.token.KeyId;
import org.yongjun.pass.offline.token.ListedKey;
import org.yongjun.pass.offline.token.Signatures;
import org.yongjun.pass.offline.verify.CodeVerdict;
import org.yongjun.pass.offline.verify.CodeVerifier;
import org.yongjun.pass.offline.verify.Reader;
import org.yongjun.pass.offline.verify.ReplayKey;
import org.yongjun.pass.offline.verify.StatusView;
import org.yongjun.pass.offline.verify.VerifiedCode;
import org.yongjun.pass.offline.verify.Views;

/**
 * A reader in the state of a test vector, made of the parts of a gate: its verifier, memory, clock
 * and repeats. Its disk is a list of entries.
 */
final class VectorReader {
  private static final int LISTED_MAX = 10_000;

  private final CodeVerifier verifier;
  private final Reader place;
  private final long intervalSeconds;
  private final Set<List<Long>> plates = new HashSet<>();
  private final List<GateEntry> disk = new ArrayList<>();
  private final Map<String, Answer> recent = new HashMap<>();
  private Map<KeyId, ListedKey> keys;
  private Map<Integer, StatusList> lists;
  private GateMemory memory = new GateMemory(0);
  private GateClock clock;
  private long machineSeconds;
  private long floorSeconds;

  /** What the reader says. */
  record Answer(
      long timeSeconds,
      @Nullable ReasonCode reason,
      boolean isAged,
      boolean staffCheck,
      boolean repeat) {}

  private record StatusList(long issuedAtSeconds, Set<Long> set) {}

  VectorReader(JsonObject keyList, JsonObject state) {
    this.keys = keys(keyList);
    this.lists = lists(state);
    this.place = new Reader(state.flag("attended"));
    this.intervalSeconds = state.number("antiPassbackSeconds");
    this.verifier = new CodeVerifier(new Signatures(), id -> Optional.ofNullable(keys.get(id)));
    this.clock = clock(0);
    state.objects("seen", LISTED_MAX, this::remember);
    state.objects("admitted", LISTED_MAX, this::remember);
    state.objects(
        "plates",
        LISTED_MAX,
        each -> plates.add(List.of(each.number("issuer"), each.number("bindingIndex"))));
  }

  /** What is in memory is gone; what is on the disk is read again. */
  void restart() {
    recent.clear();
    clock = clock(floorSeconds);
    memory = new GateMemory(floorSeconds);
    disk.forEach(memory::apply);
  }

  /** A newer bundle: nothing else sets the time back, or on. */
  void sync(JsonObject event) {
    long signed = event.number("signedTime");
    if (event.has("keyList")) {
      keys = keys(event.object("keyList"));
    }
    if (event.has("statusLists")) {
      lists = lists(event);
    }
    boolean isBack = signed < floorSeconds;
    floorSeconds = signed;
    clock.setFloor(signed);
    if (isBack) {
      memory = new GateMemory(signed);
      disk.forEach(memory::apply);
    }
  }

  Answer show(String text, long machine) {
    machineSeconds = machine;
    long now = clock.now();
    Answer first = recent.get(text);
    if (first != null && Math.abs(now - first.timeSeconds()) <= Repeats.SECONDS) {
      return new Answer(now, first.reason(), first.isAged(), first.staffCheck(), true);
    }
    Answer answer = decide(text, now);
    floorSeconds = now;
    clock.raiseFloor(now);
    memory.forget(now);
    recent.put(text, answer);
    return answer;
  }

  private Answer decide(String text, long now) {
    CodeVerdict verdict = verifier.verify(text, place, views(), now);
    if (verdict instanceof CodeVerdict.Refused refused) {
      return new Answer(now, refused.reason(), false, false, false);
    }
    VerifiedCode code = ((CodeVerdict.Accepted) verdict).code();
    remember(
        now,
        new GateEntry.Person(code.issuer(), code.fields().holderTag()),
        code.fields().bindingIndex(),
        code.replayKey().orElse(null),
        code.timeSeconds().orElse(0) + code.fields().windowSeconds());
    StatusList list = lists.get(code.issuer());
    boolean isAged = list == null || now - list.issuedAtSeconds() > GateStatuses.FRESH_SECONDS;
    return new Answer(now, null, isAged, place.attended() && code.needsStaffCheck(), false);
  }

  private Views views() {
    return new Views(
        this::status,
        (issuer, index, counter) -> memory.isSpent(new ReplayKey(issuer, index, counter)),
        (issuer, tag, now) -> memory.isTooSoon(issuer, tag, intervalSeconds, now),
        (issuer, index) -> plates.contains(List.of((long) issuer, index)));
  }

  private StatusView.Status status(int issuer, long index, long issuedAt, long now) {
    StatusList list = lists.get(issuer);
    if (list != null && list.set().contains(index)) {
      return StatusView.Status.REVOKED;
    }
    boolean isAdmitted =
        list != null
            && (now - list.issuedAtSeconds() <= GateStatuses.AGED_SECONDS
                || now - issuedAt < GateStatuses.NEW_CERTIFICATE_SECONDS);
    return isAdmitted ? StatusView.Status.GOOD : StatusView.Status.TOO_OLD;
  }

  /** What it admitted before the vector begins. */
  private JsonObject remember(JsonObject before) {
    int issuer = Math.toIntExact(before.number("issuer"));
    if (before.has("counter")) {
      long index = before.number("bindingIndex");
      ReplayKey key = new ReplayKey(issuer, index, before.number("counter"));
      remember(0, new GateEntry.Person(issuer, new HolderTag(0)), index, key, Long.MAX_VALUE);
    } else {
      HolderTag tag = HolderTag.ofHex(before.text("holderTag"));
      remember(before.number("at"), new GateEntry.Person(issuer, tag), 0, null, 0);
    }
    return before;
  }

  private void remember(
      long at, GateEntry.Person person, long index, @Nullable ReplayKey key, long spentUntil) {
    GateEntry entry =
        new GateEntry.Passed(
            at,
            Direction.IN,
            "tap " + disk.size(),
            "A",
            "",
            person,
            index,
            key,
            spentUntil,
            null,
            Set.of(),
            1,
            null);
    disk.add(entry);
    memory.apply(entry);
  }

  private GateClock clock(long floor) {
    return new GateClock(new Machine(), () -> 0, floor);
  }

  private static Map<KeyId, ListedKey> keys(JsonObject keyList) {
    Map<KeyId, ListedKey> keys = new HashMap<>();
    keyList
        .objects("keys", LISTED_MAX, each -> KeyListJws.readKey(each, new Signatures()))
        .forEach(key -> key.ifPresent(each -> keys.put(each.id(), each)));
    return keys;
  }

  private static Map<Integer, StatusList> lists(JsonObject state) {
    Map<Integer, StatusList> lists = new HashMap<>();
    state.objects(
        "statusLists",
        LISTED_MAX,
        each ->
            lists.put(
                Math.toIntExact(each.number("issuer")),
                new StatusList(
                    each.number("issuedAt"), Set.copyOf(each.numbers("set", LISTED_MAX)))));
    return lists;
  }

  /** The clock that the vector sets. */
  private final class Machine extends Clock {
    @Override
    public Instant instant() {
      return Instant.ofEpochSecond(machineSeconds);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("always UTC");
    }
  }
}

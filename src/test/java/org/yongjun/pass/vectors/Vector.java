package org.yongjun.pass.vectors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.ReasonCode;

/** One vector as it is written: what it says, the reader's state, the codes and the answers. */
final class Vector {
  private static final int LAST_CHECK = 13;
  private static final Set<ReasonCode> NOT_FOR_CARDS =
      Set.of(
          ReasonCode.CLOCK_AHEAD,
          ReasonCode.STALE_CODE,
          ReasonCode.BAD_DEVICE_SIGNATURE,
          ReasonCode.REPLAYED);

  private final String id;
  private final Map<String, Object> description = new LinkedHashMap<>();
  private @Nullable List<Listed> keys;
  private boolean attended = true;
  private long interval;
  private @Nullable List<Object> statusLists;
  private final List<Object> seen = new ArrayList<>();
  private final List<Object> admitted = new ArrayList<>();
  private final List<Object> plates = new ArrayList<>();
  private final List<Object> codes = new ArrayList<>();
  private final Map<String, RawToken> tokens = new HashMap<>();
  private final List<Listed> listedByCodes = new ArrayList<>();
  private final List<Object> events = new ArrayList<>();
  private String current = "";
  private @Nullable Long readerTime;
  private boolean isAged;
  private Map<String, Object> latest = Map.of();
  private boolean isValid = true;
  private long listVersion;

  Vector(String id, String zh, String en) {
    this.id = id;
    description.put("zh", zh);
    description.put("en", en);
  }

  String id() {
    return id;
  }

  /** Every reading is admitted. */
  boolean isValid() {
    return isValid;
  }

  Vector keys(Listed... listed) {
    keys = List.of(listed);
    return this;
  }

  Vector unattended() {
    attended = false;
    return this;
  }

  Vector interval(long seconds) {
    interval = seconds;
    return this;
  }

  /** Without this, the issuer's list is ten minutes old at the first event and has no bit set. */
  Vector list(int issuer, long issuedAt, Long... set) {
    statusLists = statusLists == null ? new ArrayList<>() : statusLists;
    statusLists.add(listOf(issuer, issuedAt, set));
    return this;
  }

  Vector noList() {
    statusLists = new ArrayList<>();
    return this;
  }

  Vector seen(RawToken token) {
    seen.add(
        Maps.of("issuer", token.issuer, "bindingIndex", token.index, "counter", token.counter));
    return this;
  }

  Vector admitted(RawToken token, long at) {
    admitted.add(
        Maps.of(
            "issuer", token.issuer, "holderTag", HexFormat.of().toHexDigits(token.tag), "at", at));
    return this;
  }

  Vector plate(RawToken token) {
    plates.add(Maps.of("issuer", token.issuer, "bindingIndex", token.index));
    return this;
  }

  /** The code that the next events are about; named a, b, c … */
  Vector code(RawToken token) {
    next();
    tokens.put(current, token);
    codes.add(token.forms(current));
    if (listedByCodes.stream().noneMatch(each -> each.sequence == token.sequence)) {
      listedByCodes.add(new Listed(token));
    }
    return this;
  }

  /** Bytes that are no code. */
  Vector malformed(byte[] bytes) {
    next();
    codes.add(
        Maps.of(
            "id",
            current,
            "codeHex",
            HexFormat.of().formatHex(bytes),
            "text",
            RawToken.text(bytes)));
    return this;
  }

  /** A text that is no code's; nothing is said of its bytes. */
  Vector text(String text) {
    next();
    codes.add(Maps.of("id", current, "text", text));
    return this;
  }

  Vector again(String code) {
    current = code;
    return this;
  }

  /** What the reader takes for the time at the next event, where it is not the machine's clock. */
  Vector readerTime(long seconds) {
    readerTime = seconds;
    return this;
  }

  /** The next admission is flagged. */
  Vector aged() {
    isAged = true;
    return this;
  }

  Vector admit(long clock) {
    return show(clock, null);
  }

  Vector refuse(long clock, ReasonCode reason) {
    isValid = false;
    return show(clock, reason);
  }

  /** The same answer again, marked. */
  Vector repeat(long clock) {
    Map<String, Object> expected = new LinkedHashMap<>(latest);
    expected.put("time", clock);
    expected.put("repeat", true);
    events.add(showOf(clock, expected));
    return this;
  }

  Vector restart(long clock) {
    events.add(Maps.of("kind", "RESTART", "clock", clock));
    return this;
  }

  Vector sync(long clock, long signedTime) {
    events.add(Maps.of("kind", "SYNC", "clock", clock, "signedTime", signedTime));
    return this;
  }

  /** A bundle with a new status list of the issuer, issued when the bundle was signed. */
  Vector syncList(long clock, Long... set) {
    events.add(
        Maps.of(
            "kind",
            "SYNC",
            "clock",
            clock,
            "signedTime",
            clock,
            "statusLists",
            List.of(listOf(RawToken.ISSUER, clock, set))));
    return this;
  }

  /** A bundle whose key list has no key any more. */
  Vector syncNoKeys(long clock) {
    events.add(
        Maps.of(
            "kind",
            "SYNC",
            "clock",
            clock,
            "signedTime",
            clock,
            "keyList",
            keyList(List.of(), clock)));
    return this;
  }

  Map<String, Object> json() {
    List<Listed> listed = keys == null ? listedByCodes : keys;
    return Maps.of(
        "format",
        1,
        "id",
        id,
        "description",
        description,
        "keyList",
        keyList(listed, listVersion),
        "reader",
        Maps.of(
            "attended",
            attended,
            "antiPassbackSeconds",
            interval,
            "statusLists",
            statusLists == null ? List.of() : statusLists,
            "seen",
            seen,
            "admitted",
            admitted,
            "plates",
            plates),
        "codes",
        codes,
        "events",
        events);
  }

  private Vector show(long clock, @Nullable ReasonCode reason) {
    if (statusLists == null) {
      list(RawToken.ISSUER, clock - 600);
    }
    if (listVersion == 0) {
      listVersion = clock - 3_600;
    }
    long time = readerTime == null ? clock : readerTime;
    readerTime = null;
    latest = expected(time, reason);
    isAged = false;
    events.add(showOf(clock, latest));
    return this;
  }

  private Map<String, Object> showOf(long clock, Map<String, Object> expected) {
    return Maps.of("kind", "SHOW", "clock", clock, "code", current, "expected", expected);
  }

  private Map<String, Object> expected(long time, @Nullable ReasonCode reason) {
    RawToken token = tokens.get(current);
    Map<String, Object> expected = Maps.of("time", time);
    expected.put("outcome", reason == null ? "ADMITTED" : "REFUSED");
    if (reason != null) {
      expected.put("reason", reason.name());
      expected.put("number", reason.number());
      expected.put("retryable", reason.isRetryable());
    }
    expected.put("repeat", false);
    expected.put("flags", isAged ? List.of("AGED_LIST") : List.of());
    expected.put("staffCheck", reason == null && attended && token != null && token.needsStaff());
    expected.put("checks", checks(reason, token != null && token.isCard));
    return expected;
  }

  /** What each check says when the first that fails is {@code reason}. */
  static Map<String, Object> checks(@Nullable ReasonCode reason, boolean isCard) {
    int failed = reason == null ? LAST_CHECK + 1 : reason.number();
    Map<String, Object> checks = new LinkedHashMap<>();
    for (ReasonCode each : ReasonCode.values()) {
      if (each.number() <= LAST_CHECK) {
        String passed = isCard && NOT_FOR_CARDS.contains(each) ? "SKIPPED" : "PASS";
        String reached = each == reason ? "FAIL" : passed;
        checks.put(each.name(), each.number() > failed ? "NOT_REACHED" : reached);
      }
    }
    return checks;
  }

  private static Map<String, Object> keyList(List<Listed> listed, long version) {
    return Maps.of(
        "version",
        version,
        "iat",
        version,
        "exp",
        version + 90 * Listed.DAY,
        "keys",
        listed.stream().map(Listed::jwk).toList());
  }

  private static Map<String, Object> listOf(int issuer, long issuedAt, Long... set) {
    return Maps.of("issuer", issuer, "issuedAt", issuedAt, "set", List.of(set));
  }

  private void next() {
    current = String.valueOf((char) ('a' + codes.size()));
  }

  /** Maps that keep their order. */
  static final class Maps {
    private Maps() {}

    static Map<String, Object> of(Object... namesAndValues) {
      Map<String, Object> map = new LinkedHashMap<>();
      IntStream.range(0, namesAndValues.length / 2)
          .forEach(i -> map.put((String) namesAndValues[2 * i], namesAndValues[2 * i + 1]));
      return map;
    }
  }
}

package org.yongjun.pass.offline.bundle;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.offline.bundle.BundleReading.Reason;
import org.yongjun.pass.offline.token.KeyId;
import org.yongjun.pass.offline.token.KeyPurpose;
import org.yongjun.pass.offline.token.ListedKey;
import org.yongjun.pass.offline.token.Signatures;

/**
 * Checks what a gate was given as its next bundle, in the order of {@link Reason}, and makes the
 * bundle that holds from then on. Stateless and thread-safe; bytes of any kind get an answer.
 */
public final class BundleReader {
  /** The largest bundle that is looked at. */
  public static final int BYTES_MAX = CompactJws.BYTES_MAX;

  private final RootKey root;
  private final Signatures signatures;
  private final String venueId;
  private final String terminalId;

  /**
   * @param root pinned when the gate was set up
   * @param venueId where the gate stands
   * @param terminalId the gate's own id
   */
  public BundleReader(RootKey root, Signatures signatures, String venueId, String terminalId) {
    this.root = root;
    this.signatures = signatures;
    this.venueId = venueId;
    this.terminalId = terminalId;
  }

  /**
   * Reads a bundle.
   *
   * @param jws as the server answered
   * @param held what holds so far; null where there is nothing yet
   * @param nowSeconds the gate's time in Unix seconds
   */
  public BundleReading read(byte[] jws, @Nullable GateBundle held, long nowSeconds) {
    ReadKeyList known = held == null ? null : held.readKeyList();
    return read(jws, held, known, Long.valueOf(nowSeconds));
  }

  /** Reads again what was accepted before, at the time when it was signed. */
  BundleReading readAgain(byte[] jws, @Nullable GateBundle held, ReadKeyList known) {
    return read(jws, held, known, null);
  }

  /** A key list that was kept, or nothing. */
  Optional<ReadKeyList> readKeyList(String jws) {
    return KeyListJws.read(jws, root, signatures);
  }

  private BundleReading read(
      byte[] bytes,
      @Nullable GateBundle held,
      @Nullable ReadKeyList known,
      @Nullable Long nowSeconds) {
    if (bytes.length > BYTES_MAX) {
      return refused(Reason.TOO_LARGE);
    }
    CompactJws jws;
    PayloadJson.Outline outline;
    try {
      jws = CompactJws.parse(new String(bytes, StandardCharsets.ISO_8859_1));
      outline = PayloadJson.readOutline(jws.payload());
    } catch (IllegalArgumentException | ArithmeticException notABundle) {
      // Whatever the bytes are instead, the gate gets its “no”.
      return refused(Reason.MALFORMED);
    }
    long now = nowSeconds == null ? outline.head().serverTimeSeconds() : nowSeconds;
    return new Run(jws, outline, held, now).decide(known);
  }

  private static BundleReading refused(Reason reason) {
    return new BundleReading.Refused(reason);
  }

  /** The reading of one well-formed bundle. */
  private final class Run {
    private final CompactJws jws;
    private final PayloadJson.Outline outline;
    private final BundleHead head;
    private final @Nullable GateBundle held;
    private final long nowSeconds;

    Run(CompactJws jws, PayloadJson.Outline outline, @Nullable GateBundle held, long nowSeconds) {
      this.jws = jws;
      this.outline = outline;
      this.head = outline.head();
      this.held = held;
      this.nowSeconds = nowSeconds;
    }

    BundleReading decide(@Nullable ReadKeyList known) {
      String given = outline.keyList();
      Optional<ReadKeyList> read =
          given == null ? Optional.empty() : KeyListJws.read(given, root, signatures);
      if (given != null && read.isEmpty()) {
        return refused(Reason.BAD_KEY_LIST);
      }
      ReadKeyList keys = ReadKeyList.newest(read.orElse(null), known);
      if (keys == null) {
        return refused(Reason.NO_KEY_LIST);
      }
      Optional<Reason> unsigned = refuseSignature(keys).or(this::refusePlace);
      return unsigned.isPresent() ? refused(unsigned.get()) : readAll(keys);
    }

    /** Only what is signed is read as a whole: anything else may be made to cost much. */
    private BundleReading readAll(ReadKeyList keys) {
      BundlePayload payload;
      try {
        payload = PayloadJson.read(JsonText.read(jws.payload()));
      } catch (IllegalArgumentException | ArithmeticException | DateTimeException notTheForm) {
        // A server of another make signed it; the gate gets its “no”.
        return refused(Reason.MALFORMED);
      }
      return merge(keys, payload);
    }

    private Optional<Reason> refuseSignature(ReadKeyList keys) {
      if (nowSeconds >= keys.expiresSeconds()) {
        return Optional.of(Reason.KEY_LIST_EXPIRED);
      }
      Optional<ListedKey> key = findKey(keys);
      if (key.isEmpty()) {
        return Optional.of(Reason.UNKNOWN_KEY);
      }
      return jws.isBy(key.get().publicKey(), signatures)
          ? Optional.empty()
          : Optional.of(Reason.BAD_SIGNATURE);
    }

    /** What the key is asked about is proven by the signature that is checked next. */
    private Optional<ListedKey> findKey(ReadKeyList keys) {
      return KeyId.findHex(jws.kid())
          .flatMap(keys::find)
          .filter(key -> key.purpose() == KeyPurpose.BUNDLE)
          .filter(key -> key.regionScope().contains(head.terminal().region()))
          .filter(key -> key.notBeforeSeconds() <= head.serverTimeSeconds())
          .filter(key -> head.serverTimeSeconds() <= key.signUntilSeconds())
          .filter(key -> nowSeconds <= key.expiresSeconds());
    }

    private Optional<Reason> refusePlace() {
      GateTerminal terminal = head.terminal();
      if (!terminal.id().equals(terminalId) || !terminal.venueId().equals(venueId)) {
        return Optional.of(Reason.OTHER_TERMINAL);
      }
      if (held != null && isOlder(held.head())) {
        return Optional.of(Reason.OLDER);
      }
      boolean isFitting = head.isWhole() || (held != null && held.version() == head.from());
      return isFitting ? Optional.empty() : Optional.of(Reason.OTHER_BASE);
    }

    /** The same version signed anew is no older one. */
    private boolean isOlder(BundleHead before) {
      return head.version() < before.version()
          || (head.version() == before.version()
              && head.serverTimeSeconds() < before.serverTimeSeconds());
    }

    private BundleReading merge(ReadKeyList keys, BundlePayload payload) {
      BundleSections sections =
          held == null || head.isWhole()
              ? payload.sections()
              : payload.sections().over(held.sections());
      if (!sections.isWhole()) {
        return refused(Reason.MALFORMED);
      }
      boolean isActive = sections.venue() != null && sections.venue().active();
      if (isActive && nowSeconds >= head.expiresSeconds()) {
        // One that stops the gates ends at once, and stops them whenever it comes.
        return refused(Reason.EXPIRED);
      }
      return mergeStatuses(keys, payload.statusLists())
          .<BundleReading>map(
              statuses ->
                  new BundleReading.Accepted(new GateBundle(head, keys, statuses, sections)))
          .orElseGet(() -> refused(Reason.BAD_STATUS_LIST));
    }

    /** Empty where one of them does not hold. */
    private Optional<GateStatuses> mergeStatuses(ReadKeyList keys, List<StatusPart> parts) {
      StatusJws reader = new StatusJws(keys, signatures);
      Map<Integer, StatusBits> lists = new HashMap<>();
      if (held != null && !head.isWhole()) {
        held.statuses().all().forEach(each -> lists.put(each.issuer(), each));
      }
      for (StatusPart part : parts) {
        StatusBits before = held == null ? null : held.statuses().find(part.issuer()).orElse(null);
        Optional<StatusBits> list = reader.read(part, before);
        if (list.isEmpty()) {
          return Optional.empty();
        }
        lists.put(part.issuer(), list.get());
      }
      return Optional.of(new GateStatuses(lists.values()));
    }
  }
}

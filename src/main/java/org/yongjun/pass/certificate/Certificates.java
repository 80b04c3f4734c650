package org.yongjun.pass.certificate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.holder.HolderRecord;
import org.yongjun.pass.holder.Holders;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.offline.token.KeyCustody;
import org.yongjun.pass.offline.token.KeyPurpose;
import org.yongjun.pass.offline.token.Keys;
import org.yongjun.pass.offline.token.RawPublicKey;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;

/** Binds holders' devices, issues their certificates and renews them. */
public final class Certificates {
  /** A device-bound certificate lives 60 days and is renewed while the phone is online. */
  public static final Duration LIFETIME = Duration.ofDays(60);

  /** From this age on a certificate is renewed. */
  public static final Duration RENEWED_FROM = Duration.ofDays(7);

  /** A shown code is good for this many seconds. */
  public static final int WINDOW_SECONDS = 60;

  private final CertificateStore store;
  private final IssuerKeys keys;
  private final Holders holders;
  private final Journal journal;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;
  private final Keys encodings = new Keys();

  public Certificates(
      CertificateStore store,
      IssuerKeys keys,
      Holders holders,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.keys = keys;
    this.holders = holders;
    this.journal = journal;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /** What became of a request: a new certificate, or the one that the device has. */
  public record Bound(Certificate certificate, boolean isNew) {}

  /**
   * Binds the caller's device. A repeat with the same key answers the same certificate; a key that
   * another holder's device has is refused.
   */
  public Outcome<Bound> bind(Caller holder, RawPublicKey deviceKey, KeyCustody custody) {
    if (encodings.findPublicKey(deviceKey).isEmpty()) {
      return Outcome.refused(
          Problem.invalid(
              "/deviceKey", "不是该算法曲线上的点", "This is not a point of the algorithm's curve"));
    }
    Optional<HolderRecord> found = holders.findById(holder.id());
    if (found.isEmpty()) {
      return Outcome.refused(ProblemCode.NOT_FOUND);
    }
    HolderRecord record = found.get();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    int lifetimeHours = Blocks.lifetimeHours(record, now, LIFETIME);
    if (lifetimeHours < 1) {
      return notEntitled();
    }
    return transactions.write(
        () -> {
          if (!holders.holdActive(record.id())) {
            return notEntitled();
          }
          return store
              .findByDevice(deviceKey)
              .map(binding -> again(record, binding))
              .orElseGet(() -> issue(holder, record, deviceKey, custody, now, lifetimeHours));
        });
  }

  /**
   * Renews the certificate of one of the caller's devices: from the seventh day on, or where class
   * or home have changed since, a new block with the same index and key; otherwise the one that it
   * has.
   *
   * @param deviceKey must be the key of the certificate, in base64url
   */
  public Outcome<Bound> renew(Caller holder, String certificateId, String deviceKey) {
    Optional<Certificate> asked = store.findCertificate(certificateId);
    Optional<HolderRecord> found = holders.findById(holder.id());
    if (asked.isEmpty()
        || found.isEmpty()
        || !asked.get().binding().holderId().equals(holder.id())
        || !isOf(asked.get().binding(), deviceKey)) {
      return Outcome.refused(ProblemCode.NOT_FOUND);
    }
    Binding binding = asked.get().binding();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    int lifetimeHours = Blocks.lifetimeHours(found.get(), now, LIFETIME);
    if (binding.state() != Binding.State.ACTIVE || lifetimeHours < 1) {
      return notEntitled();
    }
    Certificate newest = store.findNewest(binding).orElseThrow();
    boolean isYoung = now.isBefore(newest.issuedAt().plus(RENEWED_FROM));
    if (isYoung && Blocks.says(newest.block(), found.get())) {
      return Outcome.done(new Bound(newest, false));
    }
    return transactions.write(() -> renew(holder, found.get(), binding, now, lifetimeHours));
  }

  /** The newest certificate of each of the holder's devices and cards. */
  public List<Certificate> listOf(Caller holder) {
    return store.listNewestOf(holder.id());
  }

  /** The same for an officer who answers for the holder. */
  public Outcome<List<Certificate>> listOf(Caller officer, String holderId) {
    return holders.view(officer, holderId).map(view -> store.listNewestOf(holderId));
  }

  /** The number of the issuer that this server is. */
  public int ownIssuer() {
    return keys.issuer().number();
  }

  /** Whose device or card that is; empty for an index that was never given. */
  public Optional<String> findHolderId(int issuer, long bindingIndex) {
    return store.findBinding(issuer, bindingIndex).map(Binding::holderId);
  }

  /** Whether codes of that binding are to be accepted. */
  public boolean isActive(int issuer, long bindingIndex) {
    return store.isActive(issuer, bindingIndex);
  }

  /**
   * The same, decided now: if so, no revocation commits before the caller's transaction has ended.
   */
  public boolean holdActive(int issuer, long bindingIndex) {
    return store.holdActive(issuer, bindingIndex, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private static boolean isOf(Binding binding, String deviceKey) {
    RawPublicKey bound = binding.deviceKey();
    return bound != null && bound.base64Url().equals(deviceKey);
  }

  private Outcome<Bound> again(HolderRecord record, Binding binding) {
    if (!binding.holderId().equals(record.id()) || binding.state() != Binding.State.ACTIVE) {
      return deviceTaken();
    }
    return Outcome.done(new Bound(store.findNewest(binding).orElseThrow(), false));
  }

  private Outcome<Bound> issue(
      Caller caller,
      HolderRecord record,
      RawPublicKey deviceKey,
      KeyCustody custody,
      Instant now,
      int lifetimeHours) {
    IssuerKey key = keys.getSigning(KeyPurpose.DYNAMIC);
    int issuer = key.listed().id().issuer();
    Instant expiresAt = now.plus(lifetimeHours, ChronoUnit.HOURS);
    Binding binding =
        new Binding(
            ids.next(),
            issuer,
            store.takeIndex(issuer),
            record.id(),
            Binding.Kind.DEVICE,
            deviceKey,
            custody,
            Binding.State.ACTIVE,
            1,
            now,
            expiresAt);
    if (!store.insert(binding)) {
      return deviceTaken();
    }
    Certificate certificate =
        new Certificate(
            ids.next(),
            binding,
            now,
            expiresAt,
            Blocks.sign(record, binding, key, now, lifetimeHours));
    store.insert(certificate);
    journal.append(entry(JournalKind.CERTIFICATE_ISSUED, caller, record, certificate, key));
    return Outcome.done(new Bound(certificate, true));
  }

  private Outcome<Bound> renew(
      Caller caller, HolderRecord record, Binding binding, Instant now, int lifetimeHours) {
    Instant expiresAt = now.plus(lifetimeHours, ChronoUnit.HOURS);
    if (!store.renew(binding, expiresAt)) {
      // Another renewal was first, and its certificate is the answer; or it is active no more.
      return store
          .findBinding(binding.id())
          .filter(current -> current.state() == Binding.State.ACTIVE)
          .flatMap(store::findNewest)
          .map(newest -> Outcome.done(new Bound(newest, false)))
          .orElseGet(Certificates::notEntitled);
    }
    IssuerKey key = keys.getSigning(KeyPurpose.DYNAMIC);
    Certificate certificate =
        new Certificate(
            ids.next(),
            binding,
            now,
            expiresAt,
            Blocks.sign(record, binding, key, now, lifetimeHours));
    store.insert(certificate);
    journal.append(entry(JournalKind.CERTIFICATE_RENEWED, caller, record, certificate, key));
    return Outcome.done(new Bound(certificate, true));
  }

  static JournalEntry entry(
      JournalKind kind,
      Caller caller,
      HolderRecord record,
      Certificate certificate,
      IssuerKey key) {
    return new JournalEntry(
        kind,
        certificate.id(),
        record.homeRegion(),
        caller.id(),
        caller.requestId(),
        certificate.issuedAt(),
        Map.of(
            "holder", record.id(),
            "key", key.listed().id().hex(),
            "index", Long.toString(certificate.binding().index())));
  }

  static <T> Outcome<T> notEntitled() {
    return Outcome.refused(
        Problem.of(
            ProblemCode.CONFLICT,
            "优待资格或凭证目前无效，请联系退役军人事务部门",
            "The entitlement or certificate is not valid at present; ask the veterans' affairs"
                + " office"));
  }

  private static Outcome<Bound> deviceTaken() {
    return Outcome.refused(
        Problem.of(
            ProblemCode.CONFLICT,
            "该设备密钥已被使用，请生成新的密钥后重试",
            "This device key is taken; make a new key and try again"));
  }
}

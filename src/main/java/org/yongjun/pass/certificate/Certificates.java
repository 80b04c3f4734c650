package org.yongjun.pass.certificate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.holder.HolderRecord;
import org.yongjun.pass.holder.HolderStatus;
import org.yongjun.pass.holder.Holders;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.token.CertificateBlock;
import org.yongjun.pass.offline.token.CertificateFields;
import org.yongjun.pass.offline.token.Extension;
import org.yongjun.pass.offline.token.KeyCustody;
import org.yongjun.pass.offline.token.KeyPurpose;
import org.yongjun.pass.offline.token.RawPublicKey;
import org.yongjun.pass.offline.token.TokenType;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;

/** Binds holders' devices and issues their certificates. */
public final class Certificates {
  /** A device-bound certificate lives 60 days and is renewed while the phone is online. */
  public static final Duration LIFETIME = Duration.ofDays(60);

  /** A shown code is good for this many seconds. */
  public static final int WINDOW_SECONDS = 60;

  private static final ZoneId BUSINESS_ZONE = ZoneId.of("Asia/Shanghai");

  private final CertificateStore store;
  private final IssuerKeys keys;
  private final Holders holders;
  private final Journal journal;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

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

  /** What became of a request to bind: a new certificate, or the one that the device has. */
  public record Bound(Certificate certificate, boolean isNew) {}

  /**
   * Binds the caller's device. A repeat with the same key answers the same certificate; a key that
   * another holder's device has is refused.
   */
  public Outcome<Bound> bind(Caller holder, RawPublicKey deviceKey, KeyCustody custody) {
    Optional<HolderRecord> found = holders.findById(holder.id());
    if (found.isEmpty()) {
      return Outcome.refused(ProblemCode.NOT_FOUND);
    }
    HolderRecord record = found.get();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    int lifetimeHours = lifetimeHours(record, now);
    if (record.status() != HolderStatus.ACTIVE || lifetimeHours < 1) {
      return Outcome.refused(
          Problem.of(
              ProblemCode.CONFLICT,
              "优待资格目前无效，请联系退役军人事务部门",
              "The entitlement is not valid at present; ask the veterans' affairs office"));
    }
    return transactions.write(
        () ->
            store
                .findByDevice(deviceKey)
                .map(binding -> again(record, binding))
                .orElseGet(() -> issue(holder, record, deviceKey, custody, now, lifetimeHours)));
  }

  /** The newest certificate of each of the holder's devices. */
  public List<Certificate> listOf(Caller holder) {
    return store.listNewestOf(holder.id());
  }

  /** Whether codes of that binding are to be accepted. */
  public boolean isActive(int issuer, long bindingIndex) {
    return store.isActive(issuer, bindingIndex);
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
    Binding binding =
        new Binding(
            ids.next(),
            issuer,
            store.takeIndex(issuer),
            record.id(),
            deviceKey,
            custody,
            Binding.State.ACTIVE,
            now);
    if (!store.insert(binding)) {
      return deviceTaken();
    }
    CertificateBlock block =
        CertificateBlock.sign(fields(record, binding, key, now, lifetimeHours), key.signer());
    Certificate certificate =
        new Certificate(ids.next(), binding, now, now.plus(lifetimeHours, ChronoUnit.HOURS), block);
    store.insert(certificate);
    journal.append(
        new JournalEntry(
            JournalKind.CERTIFICATE_ISSUED,
            certificate.id(),
            record.homeRegion(),
            caller.id(),
            caller.requestId(),
            now,
            Map.of(
                "holder", record.id(),
                "key", key.listed().id().hex(),
                "index", Long.toString(binding.index()))));
    return Outcome.done(new Bound(certificate, true));
  }

  /** Anyone near can read a code, so it says as little as the specification allows. */
  private static CertificateFields fields(
      HolderRecord record, Binding binding, IssuerKey key, Instant now, int lifetimeHours) {
    return new CertificateFields(
        TokenType.DEVICE_BOUND,
        key.listed().publicKey().algorithm(),
        binding.deviceKey().algorithm(),
        key.listed().id(),
        binding.index(),
        record.classes(),
        0,
        0,
        regionInCode(record),
        now.getEpochSecond(),
        lifetimeHours,
        WINDOW_SECONDS,
        binding.custody(),
        false,
        record.tag(),
        binding.deviceKey(),
        Extension.NONE);
  }

  /** City level; province level for serving members, whose city tells where they serve. */
  private static RegionCode regionInCode(HolderRecord record) {
    return record.classes().has(HolderClass.SERVICEPERSON)
        ? record.homeRegion().province()
        : record.homeRegion().city();
  }

  /** No certificate outlives the entitlement. */
  private static int lifetimeHours(HolderRecord record, Instant now) {
    Instant from = record.validFrom().atStartOfDay(BUSINESS_ZONE).toInstant();
    Instant end = record.validUntil().plusDays(1).atStartOfDay(BUSINESS_ZONE).toInstant();
    if (now.isBefore(from)) {
      return 0;
    }
    return (int) Math.min(LIFETIME.toHours(), Duration.between(now, end).toHours());
  }

  private static Outcome<Bound> deviceTaken() {
    return Outcome.refused(
        Problem.of(
            ProblemCode.CONFLICT,
            "该设备密钥已被使用，请生成新的密钥后重试",
            "This device key is taken; make a new key and try again"));
  }
}

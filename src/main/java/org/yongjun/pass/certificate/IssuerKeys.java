package org.yongjun.pass.certificate;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.offline.token.Algorithm;
import org.yongjun.pass.offline.token.KeyId;
import org.yongjun.pass.offline.token.KeyList;
import org.yongjun.pass.offline.token.KeyPurpose;
import org.yongjun.pass.offline.token.ListedKey;
import org.yongjun.pass.offline.token.Signatures;
import org.yongjun.pass.platform.Transactions;

/**
 * The keys of this issuer. Reads come from a snapshot that is renewed every few seconds, so that a
 * key removed on one instance ends on all, and a verification costs no query.
 */
public final class IssuerKeys implements KeyList {
  /** A key signs for so long … */
  public static final Duration SIGNING_LIFETIME = Duration.ofDays(90);

  /** … and stays listed until its last certificate has expired. */
  public static final Duration LISTED_AFTER_SIGNING = Duration.ofDays(60);

  private static final Duration SNAPSHOT_AGE_MAX = Duration.ofSeconds(5);

  private final CertificateStore store;
  private final Issuer issuer;
  private final Signatures signatures;
  private final Journal journal;
  private final Transactions transactions;
  private final Clock clock;
  private volatile Snapshot snapshot = new Snapshot(Instant.EPOCH, Map.of());

  public IssuerKeys(
      CertificateStore store,
      Issuer issuer,
      Signatures signatures,
      Journal journal,
      Transactions transactions,
      Clock clock) {
    this.store = store;
    this.issuer = issuer;
    this.signatures = signatures;
    this.journal = journal;
    this.transactions = transactions;
    this.clock = clock;
  }

  private record Snapshot(Instant takenAt, Map<KeyId, IssuerKey> keys) {}

  public Issuer issuer() {
    return issuer;
  }

  /**
   * Gives a new issuer its first key, SM2 for dynamic codes. Of several instances that start at
   * once one creates it: the key's id is unique.
   */
  public void ensureFirstKey(SecureRandom random) {
    transactions.writeOnly(
        () -> {
          store.insert(issuer);
          if (store.listKeys().isEmpty()) {
            create(new KeyId(issuer.number(), 1), Algorithm.SM2, KeyPurpose.DYNAMIC, random);
          }
        });
    renew();
  }

  @Override
  public Optional<ListedKey> find(KeyId id) {
    return Optional.ofNullable(current().get(id)).map(IssuerKey::listed);
  }

  /** Everything that stands in the key list, by key id. */
  public List<ListedKey> list() {
    return current().values().stream()
        .map(IssuerKey::listed)
        .sorted(Comparator.comparing(key -> key.id().hex()))
        .toList();
  }

  /** The newest key that may sign certificates of {@code purpose} now. */
  IssuerKey getSigning(KeyPurpose purpose) {
    long now = clock.instant().getEpochSecond();
    Collection<IssuerKey> keys = current().values();
    return keys.stream()
        .filter(key -> key.listed().purpose() == purpose)
        .filter(key -> key.listed().notBeforeSeconds() <= now)
        .filter(key -> now <= key.listed().signUntilSeconds())
        .max(Comparator.comparing(key -> key.listed().id().sequence()))
        .orElseThrow(() -> new IllegalStateException("no key may sign " + purpose + " now"));
  }

  private void create(KeyId id, Algorithm algorithm, KeyPurpose purpose, SecureRandom random) {
    KeyPair pair = signatures.keys().generate(algorithm, random);
    Instant now = clock.instant();
    ListedKey listed =
        new ListedKey(
            id,
            signatures.keys().rawOf(algorithm, pair.getPublic()),
            purpose,
            HolderClasses.of(HolderClass.values()),
            issuer.region(),
            now.getEpochSecond(),
            now.plus(SIGNING_LIFETIME).getEpochSecond(),
            now.plus(SIGNING_LIFETIME).plus(LISTED_AFTER_SIGNING).getEpochSecond());
    IssuerKey key = new IssuerKey(listed, signatures.signer(algorithm, pair.getPrivate()));
    if (store.insert(key, signatures.keys().pkcs8(pair))) {
      journal.append(
          new JournalEntry(
              JournalKind.ISSUER_KEY_CREATED,
              id.hex(),
              issuer.region(),
              "system",
              "start",
              now,
              Map.of("algorithm", algorithm.name(), "purpose", purpose.name())));
    }
  }

  private Map<KeyId, IssuerKey> current() {
    if (snapshot.takenAt().plus(SNAPSHOT_AGE_MAX).isBefore(clock.instant())) {
      renew();
    }
    return snapshot.keys();
  }

  private void renew() {
    Map<KeyId, IssuerKey> keys = new HashMap<>();
    store.listKeys().forEach(key -> keys.put(key.listed().id(), key));
    snapshot = new Snapshot(clock.instant(), Map.copyOf(keys));
  }
}

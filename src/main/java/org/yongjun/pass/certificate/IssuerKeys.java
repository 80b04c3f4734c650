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
import java.util.stream.Stream;
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
  private static final Duration SNAPSHOT_AGE_MAX = Duration.ofSeconds(5);

  private final CertificateStore store;
  private final Issuer issuer;
  private final Signatures signatures;
  private final Transactions transactions;
  private final Clock clock;
  private volatile Snapshot snapshot = new Snapshot(Instant.EPOCH, Map.of());

  public IssuerKeys(
      CertificateStore store,
      Issuer issuer,
      Signatures signatures,
      Transactions transactions,
      Clock clock) {
    this.store = store;
    this.issuer = issuer;
    this.signatures = signatures;
    this.transactions = transactions;
    this.clock = clock;
  }

  private record Snapshot(Instant takenAt, Map<KeyId, IssuerKey> keys) {}

  public Issuer issuer() {
    return issuer;
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

  /** The newest key that may sign for {@code purpose} now. */
  public IssuerKey getSigning(KeyPurpose purpose) {
    Instant now = clock.instant();
    return ofPurpose(current().values(), purpose)
        .filter(key -> maySign(key, now))
        .max(Comparator.comparing(key -> key.listed().id().sequence()))
        .orElseThrow(() -> new IllegalStateException("no key may sign " + purpose + " now"));
  }

  /** Whether some key of the purpose may sign now or soon, and still will after {@code margin}. */
  boolean isProvided(KeyPurpose purpose, Duration margin) {
    Instant until = clock.instant().plus(margin);
    return ofPurpose(store.listKeys(), purpose)
        .anyMatch(key -> key.listed().signUntilSeconds() >= until.getEpochSecond());
  }

  /** The algorithm of the newest key of the purpose. */
  Optional<Algorithm> findAlgorithm(KeyPurpose purpose) {
    return ofPurpose(store.listKeys(), purpose)
        .max(Comparator.comparing(key -> key.listed().id().sequence()))
        .map(key -> key.listed().publicKey().algorithm());
  }

  /**
   * Makes the issuer's next key and stores it, in the caller's transaction; empty when another
   * instance took the number in between.
   */
  Optional<ListedKey> create(
      Algorithm algorithm, KeyPurpose purpose, Instant from, SecureRandom random) {
    int last =
        store.listKeys().stream()
            .map(key -> key.listed().id())
            .filter(id -> id.issuer() == issuer.number())
            .mapToInt(KeyId::sequence)
            .max()
            .orElse(0);
    KeyPair pair = signatures.keys().generate(algorithm, random);
    Instant signUntil = from.plus(KeyTimes.signing(purpose));
    ListedKey listed =
        new ListedKey(
            new KeyId(issuer.number(), last + 1),
            signatures.keys().rawOf(algorithm, pair.getPublic()),
            purpose,
            HolderClasses.of(HolderClass.values()),
            issuer.region(),
            from.getEpochSecond(),
            signUntil.getEpochSecond(),
            signUntil.plus(KeyTimes.listedAfterSigning(purpose)).getEpochSecond());
    IssuerKey key = new IssuerKey(listed, signatures.signer(algorithm, pair.getPrivate()));
    return store.insert(key, signatures.keys().pkcs8(pair))
        ? Optional.of(listed)
        : Optional.empty();
  }

  /** Registers the issuer where it is not registered. */
  void register() {
    transactions.writeOnly(() -> store.insert(issuer));
  }

  void renew() {
    Map<KeyId, IssuerKey> keys = new HashMap<>();
    store.listKeys().forEach(key -> keys.put(key.listed().id(), key));
    snapshot = new Snapshot(clock.instant(), Map.copyOf(keys));
  }

  private Stream<IssuerKey> ofPurpose(Collection<IssuerKey> keys, KeyPurpose purpose) {
    return keys.stream()
        .filter(key -> key.listed().id().issuer() == issuer.number())
        .filter(key -> key.listed().purpose() == purpose);
  }

  private static boolean maySign(IssuerKey key, Instant now) {
    return key.listed().notBeforeSeconds() <= now.getEpochSecond()
        && now.getEpochSecond() <= key.listed().signUntilSeconds();
  }

  private Map<KeyId, IssuerKey> current() {
    if (snapshot.takenAt().plus(SNAPSHOT_AGE_MAX).isBefore(clock.instant())) {
      renew();
    }
    return snapshot.keys();
  }
}

package org.yongjun.pass.certificate;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.offline.token.Algorithm;
import org.yongjun.pass.offline.token.KeyPurpose;
import org.yongjun.pass.offline.token.ListedKey;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;

/**
 * Gives the issuer its first keys and the ones that follow. Old keys stay listed; who makes a key
 * of a number first is decided by the key id being unique.
 */
public final class KeyRotation {
  /** More instances than ever make a key in one moment. */
  private static final int TRIES = 20;

  private static final String SYSTEM = "system";

  /** What an installation needs to issue at all. */
  private static final List<KeyPurpose> NEEDED =
      List.of(KeyPurpose.DYNAMIC, KeyPurpose.STATIC, KeyPurpose.STATUS, KeyPurpose.BUNDLE);

  private final IssuerKeys keys;
  private final Journal journal;
  private final Transactions transactions;
  private final Clock clock;
  private final SecureRandom random;

  public KeyRotation(
      IssuerKeys keys,
      Journal journal,
      Transactions transactions,
      Clock clock,
      SecureRandom random) {
    this.keys = keys;
    this.journal = journal;
    this.transactions = transactions;
    this.clock = clock;
    this.random = random;
  }

  /** Gives the issuer every key that it lacks, to be used from now on. */
  public void ensureFirstKeys() {
    keys.register();
    for (KeyPurpose purpose : NEEDED) {
      create(purpose, firstAlgorithm(purpose), Duration.ZERO, clock.instant());
    }
    keys.renew();
  }

  /** Gives each key that is about to end a successor, listed for a while before it signs. */
  public void ensureSuccessors() {
    Instant from = clock.instant().plus(KeyTimes.LISTED_BEFORE_SIGNING);
    for (KeyPurpose purpose : NEEDED) {
      Algorithm algorithm = keys.findAlgorithm(purpose).orElse(firstAlgorithm(purpose));
      create(purpose, algorithm, KeyTimes.SUCCEEDED_BEFORE, from);
    }
    keys.renew();
  }

  /**
   * Makes the next key of a purpose, which signs from now on.
   *
   * @return refused with NOT_ALLOWED unless the officer answers for the issuer's whole region
   */
  public Outcome<ListedKey> rotate(Caller admin, Algorithm algorithm, KeyPurpose purpose) {
    if (!admin.answersFor(keys.issuer().region())) {
      return Outcome.refused(ProblemCode.OUT_OF_REGION);
    }
    if (isForJws(purpose) && algorithm != Algorithm.P256) {
      return Outcome.refused(
          Problem.invalid(
              "/algorithm",
              "状态列表与闸机数据包为 JWS（ES256），密钥须为 P256",
              "Status lists and gate bundles are JWS (ES256): their keys are P256"));
    }
    for (int tries = 0; tries < TRIES; tries++) {
      Optional<ListedKey> made =
          transactions.write(
              () -> store(algorithm, purpose, clock.instant(), admin.id(), admin.requestId()));
      if (made.isPresent()) {
        keys.renew();
        return Outcome.done(made.get());
      }
    }
    return Outcome.refused(ProblemCode.UNAVAILABLE);
  }

  private void create(KeyPurpose purpose, Algorithm algorithm, Duration margin, Instant from) {
    for (int tries = 0; tries < TRIES; tries++) {
      boolean isThere =
          transactions.write(
              () ->
                  keys.isProvided(purpose, margin)
                      || store(algorithm, purpose, from, SYSTEM, SYSTEM).isPresent());
      if (isThere) {
        return;
      }
    }
    throw new IllegalStateException("no key could be made for " + purpose);
  }

  private Optional<ListedKey> store(
      Algorithm algorithm, KeyPurpose purpose, Instant from, String actor, String requestId) {
    Optional<ListedKey> made = keys.create(algorithm, purpose, from, random);
    made.ifPresent(
        key ->
            journal.append(
                new JournalEntry(
                    JournalKind.ISSUER_KEY_CREATED,
                    key.id().hex(),
                    keys.issuer().region(),
                    actor,
                    requestId,
                    clock.instant(),
                    Map.of("algorithm", algorithm.name(), "purpose", purpose.name()))));
    return made;
  }

  /** Systems of Chinese authorities are assessed for SM2; a JWS by ES256 needs P-256. */
  private static Algorithm firstAlgorithm(KeyPurpose purpose) {
    return isForJws(purpose) ? Algorithm.P256 : Algorithm.SM2;
  }

  private static boolean isForJws(KeyPurpose purpose) {
    return purpose == KeyPurpose.STATUS || purpose == KeyPurpose.BUNDLE;
  }
}

package org.yongjun.pass.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.access.Credential.State;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;

/** Pairs terminals by a one-time code and signs them in by their own key. */
public final class Terminals {
  /** A pairing code that nobody used by then is void. */
  public static final Duration PAIRING_LIFETIME = Duration.ofMinutes(30);

  /** Letters and digits that nobody confuses on paper; 10 of 31 give 49 bits. */
  private static final String PAIRING_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  private static final int PAIRING_CODE_LENGTH = 10;

  private final CredentialStore store;
  private final AccessTokens tokens;
  private final Assertions assertions;
  private final Journal journal;
  private final Transactions transactions;
  private final Clock clock;
  private final SecureRandom random;

  public Terminals(
      CredentialStore store,
      AccessTokens tokens,
      Assertions assertions,
      Journal journal,
      Transactions transactions,
      Clock clock,
      SecureRandom random) {
    this.store = store;
    this.tokens = tokens;
    this.assertions = assertions;
    this.journal = journal;
    this.transactions = transactions;
    this.clock = clock;
    this.random = random;
  }

  /** A code for one device to become a terminal, shown once and kept only as a hash. */
  public record Pairing(String code, Instant expiresAt) {
    @Override
    public String toString() {
      return "Pairing[expiresAt=" + expiresAt + "]";
    }
  }

  /** A token and its life in seconds. */
  public record Grant(String accessToken, int expiresInSeconds) {
    @Override
    public String toString() {
      return "Grant[expiresInSeconds=" + expiresInSeconds + "]";
    }
  }

  /** Must run in the transaction that creates the terminal. */
  public Pairing awaitPairing(String terminalId, Role role, String venueId, RegionCode region) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < PAIRING_CODE_LENGTH; i++) {
      code.append(PAIRING_ALPHABET.charAt(random.nextInt(PAIRING_ALPHABET.length())));
    }
    Instant expiresAt = clock.instant().plus(PAIRING_LIFETIME);
    store.insert(
        new Credential(terminalId, role, venueId, region, State.AWAITING_PAIRING, null),
        sha256(code.toString()),
        expiresAt);
    return new Pairing(code.toString(), expiresAt);
  }

  /**
   * Gives the device that knows the code the terminal's place, under the device's own key.
   *
   * @param publicKey a valid P-256 point, 65 bytes uncompressed
   */
  public Outcome<Credential> pair(String pairingCode, byte[] publicKey, String requestId) {
    byte[] hash = sha256(pairingCode);
    return transactions.write(
        () -> {
          Instant now = clock.instant();
          Optional<Credential> waiting = store.findAwaiting(hash, now);
          if (waiting.isEmpty() || !store.activate(hash, publicKey, now)) {
            return Outcome.refused(ProblemCode.PAIRING_CODE_INVALID);
          }
          Credential credential = waiting.get();
          journal.append(
              new JournalEntry(
                  JournalKind.TERMINAL_PAIRED,
                  credential.id(),
                  credential.region(),
                  credential.id(),
                  requestId,
                  now,
                  Map.of("venue", credential.venueId(), "role", credential.role().name())));
          return Outcome.done(credential);
        });
  }

  /** Exchanges an assertion for a token; each assertion works once. */
  public Outcome<Grant> signIn(String assertion) {
    Instant now = clock.instant();
    Optional<Assertions.Unverified> claimed = assertions.parse(assertion);
    Optional<Credential> credential = claimed.flatMap(read -> store.findById(read.claimedId()));
    if (credential.isEmpty() || credential.get().state() != State.ACTIVE) {
      return notSignedIn();
    }
    Credential terminal = credential.get();
    byte[] publicKey = terminal.publicKey();
    if (publicKey == null) {
      return notSignedIn();
    }
    Optional<Assertions.Verified> verified = claimed.get().verify(publicKey, now);
    if (verified.isEmpty()
        || !transactions.write(
            () ->
                store.spendAssertion(
                    terminal.id(),
                    sha256(verified.get().assertionId()),
                    verified.get().expiresAt()))) {
      return notSignedIn();
    }
    String token =
        tokens.mint(
            terminal.id(),
            terminal.role(),
            terminal.region(),
            terminal.venueId(),
            AccessTokens.TERMINAL_LIFETIME);
    return Outcome.done(new Grant(token, (int) AccessTokens.TERMINAL_LIFETIME.toSeconds()));
  }

  /** Whether a token that is still running may still be used. */
  public boolean isActive(String terminalId) {
    return store.findById(terminalId).filter(c -> c.state() == State.ACTIVE).isPresent();
  }

  private static Outcome<Grant> notSignedIn() {
    // One answer for every cause: a guesser learns nothing.
    return Outcome.refused(
        Problem.of(
            ProblemCode.NOT_SIGNED_IN,
            "断言无效、已过期或已使用",
            "The assertion is not valid, has expired or was used before"));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

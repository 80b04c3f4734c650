package org.yongjun.pass.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yongjun.pass.access.Credential.State;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;

/** Pairs terminals by a one-time code and signs them in by their own key. */
public final class Terminals {
  /** A pairing code that nobody used by then is void. */
  public static final Duration PAIRING_LIFETIME = Duration.ofMinutes(30);

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
  public Pairing awaitPairing(Principal terminal, SecurityProfile profile) {
    String code = OneTimeCodes.draw(random);
    Instant expiresAt = clock.instant().plus(PAIRING_LIFETIME);
    store.insert(
        new Credential(
            terminal.id(),
            terminal.role(),
            Objects.requireNonNull(terminal.venueId()),
            terminal.region(),
            profile,
            State.AWAITING_PAIRING,
            null,
            1,
            null),
        OneTimeCodes.hash(code),
        expiresAt);
    return new Pairing(code, expiresAt);
  }

  /**
   * Gives the device that knows the code the terminal's place, under the device's own key.
   *
   * @param publicKey a valid P-256 point, 65 bytes uncompressed
   */
  public Outcome<Credential> pair(String pairingCode, byte[] publicKey, String requestId) {
    byte[] hash = OneTimeCodes.hash(pairingCode);
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
                    OneTimeCodes.hash(verified.get().assertionId()),
                    verified.get().expiresAt()))) {
      return notSignedIn();
    }
    String token =
        tokens.mint(
            new Principal(terminal.id(), terminal.role(), terminal.region(), terminal.venueId()),
            terminal.session(),
            AccessTokens.TERMINAL_LIFETIME);
    return Outcome.done(new Grant(token, (int) AccessTokens.TERMINAL_LIFETIME.toSeconds()));
  }

  /**
   * Puts a new key in place of the one that the terminal signed in with, whose tokens and
   * assertions are void at once.
   *
   * @param session what the terminal's token carries as {@link AccessTokens#CLAIM_SESSION}
   * @param publicKey a valid P-256 point, 65 bytes uncompressed
   * @return CONFLICT when the key was rolled meanwhile
   */
  public Outcome<Credential> rollKey(
      Caller terminal, String terminalId, String session, byte[] publicKey) {
    if (!terminalId.equals(terminal.id())) {
      return Outcome.refused(ProblemCode.NOT_FOUND);
    }
    return transactions.write(
        () -> {
          Optional<Credential> old =
              store.findById(terminalId).filter(found -> session.equals(found.session()));
          if (old.isEmpty() || !store.rollKey(terminalId, old.get().keyVersion(), publicKey)) {
            return Outcome.refused(ProblemCode.CONFLICT);
          }
          Credential rolled = store.findById(terminalId).orElseThrow();
          record(
              terminal,
              JournalKind.TERMINAL_KEY_ROLLED,
              rolled,
              Map.of("keyVersion", Integer.toString(rolled.keyVersion())));
          return Outcome.done(rolled);
        });
  }

  /** Revokes a terminal for good; a second time changes nothing. NOT_FOUND to strangers. */
  public Outcome<Credential> revoke(Caller caller, String terminalId, String reason) {
    Optional<Credential> found =
        store.findById(terminalId).filter(c -> caller.manages(c.venueId(), c.region()));
    if (found.isEmpty()) {
      return Outcome.refused(ProblemCode.NOT_FOUND);
    }
    return transactions.write(
        () -> {
          if (store.revoke(terminalId, clock.instant())) {
            record(caller, JournalKind.TERMINAL_REVOKED, found.get(), Map.of("reason", reason));
          }
          return Outcome.done(store.findById(terminalId).orElseThrow());
        });
  }

  /** The credentials of a venue's terminals, in the order of their ids. */
  public List<Credential> listByVenue(String venueId) {
    return store.listByVenue(venueId);
  }

  private void record(
      Caller caller, JournalKind kind, Credential credential, Map<String, String> content) {
    journal.append(
        new JournalEntry(
            kind,
            credential.id(),
            credential.region(),
            caller.id(),
            caller.requestId(),
            clock.instant(),
            content));
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
}

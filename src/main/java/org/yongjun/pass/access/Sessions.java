package org.yongjun.pass.access;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;

/**
 * Opens sessions and keeps them going. Each refresh token works once; one that comes a second time
 * has been stolen, from whom nobody can tell, so the session ends for both.
 */
public final class Sessions {
  public static final Duration ACCESS_LIFETIME = Duration.ofMinutes(15);

  private static final int NONCE_BYTES = 16;
  private static final int MAC_BYTES = 16;
  private static final Pattern TOKEN = Pattern.compile("([0-9a-z]{26})\\.([A-Za-z0-9_-]{43})");
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final SessionStore store;
  private final PhoneDirectory phones;
  private final AccessTokens tokens;
  private final KeyedHash hash;
  private final Journal journal;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;
  private final SecureRandom random;

  public Sessions(
      SessionStore store,
      PhoneDirectory phones,
      AccessTokens tokens,
      KeyedHash hash,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock,
      SecureRandom random) {
    this.store = store;
    this.phones = phones;
    this.tokens = tokens;
    this.hash = hash;
    this.journal = journal;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
    this.random = random;
  }

  /** Must run in the transaction that spends what the person signed in with. */
  SignInAnswer.Opened open(Principal principal, Duration lifetime) {
    // As the database keeps it, so that every answer names the same end.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Session session = new Session(ids.next(), principal, Session.State.ACTIVE, now.plus(lifetime));
    String refreshToken = drawToken(session.id());
    store.insert(session, OneTimeCodes.hash(refreshToken), now);
    return opened(session, principal, refreshToken, now);
  }

  /** A new pair of tokens for a refresh token; SESSION_ENDED if it is not the current one. */
  public Outcome<SignInAnswer.Opened> refresh(String refreshToken, String requestId) {
    Optional<String> sessionId = readToken(refreshToken);
    if (sessionId.isEmpty()) {
      return Outcome.refused(ProblemCode.SESSION_ENDED);
    }
    String id = sessionId.get();
    return transactions.write(
        () -> {
          Instant now = clock.instant();
          String next = drawToken(id);
          boolean isCurrent =
              store.rotate(id, OneTimeCodes.hash(refreshToken), OneTimeCodes.hash(next), now);
          Optional<Session> session = store.findById(id).filter(found -> found.stands(now));
          Optional<Principal> principal = session.flatMap(found -> stillAllowed(found.principal()));
          if (isCurrent && principal.isPresent()) {
            return Outcome.done(opened(session.orElseThrow(), principal.get(), next, now));
          }
          session.ifPresent(found -> revoke(found, isCurrent, requestId, now));
          return Outcome.refused(ProblemCode.SESSION_ENDED);
        });
  }

  /** Whether a token of that session may still be used. */
  public boolean stands(String sessionId) {
    return store.findById(sessionId).filter(found -> found.stands(clock.instant())).isPresent();
  }

  /** Signs out. */
  public void end(String sessionId) {
    transactions.writeOnly(() -> store.close(sessionId, Session.State.ENDED));
  }

  /** An account's sessions are revoked with the account itself; a holder lives elsewhere. */
  private Optional<Principal> stillAllowed(Principal principal) {
    if (principal.role() != Role.HOLDER) {
      return Optional.of(principal);
    }
    return phones
        .findEntry(principal.id())
        .map(entry -> new Principal(principal.id(), Role.HOLDER, entry.homeRegion(), null));
  }

  private void revoke(Session session, boolean isCurrent, String requestId, Instant now) {
    if (store.close(session.id(), Session.State.REVOKED)) {
      journal.append(
          new JournalEntry(
              JournalKind.SESSION_REVOKED,
              session.id(),
              session.principal().region(),
              session.principal().id(),
              requestId,
              now,
              Map.of("why", isCurrent ? "NOT_ENTITLED" : "REFRESH_TOKEN_REUSED")));
    }
  }

  private SignInAnswer.Opened opened(
      Session session, Principal principal, String refreshToken, Instant now) {
    Duration left = Duration.between(now, session.endsAt());
    Duration lifetime = left.compareTo(ACCESS_LIFETIME) < 0 ? left : ACCESS_LIFETIME;
    return new SignInAnswer.Opened(
        principal,
        tokens.mint(principal, session.id(), lifetime),
        (int) lifetime.toSeconds(),
        refreshToken,
        session.endsAt());
  }

  /**
   * The session's id, a nonce, and a MAC over both. The MAC tells a used token from an invented one
   * without keeping the used ones: an inventor must not be able to end a session.
   */
  private String drawToken(String sessionId) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] secret = Arrays.copyOf(nonce, NONCE_BYTES + MAC_BYTES);
    System.arraycopy(mac(sessionId, nonce), 0, secret, NONCE_BYTES, MAC_BYTES);
    return sessionId + "." + ENCODER.encodeToString(secret);
  }

  private Optional<String> readToken(String token) {
    var parts = TOKEN.matcher(token);
    if (!parts.matches()) {
      return Optional.empty();
    }
    byte[] secret = Base64.getUrlDecoder().decode(parts.group(2));
    byte[] nonce = Arrays.copyOf(secret, NONCE_BYTES);
    byte[] mac = Arrays.copyOfRange(secret, NONCE_BYTES, secret.length);
    return MessageDigest.isEqual(mac, mac(parts.group(1), nonce))
        ? Optional.of(parts.group(1))
        : Optional.empty();
  }

  private byte[] mac(String sessionId, byte[] nonce) {
    byte[] all = hash.of("refresh-token", sessionId, ENCODER.encodeToString(nonce));
    return Arrays.copyOf(all, MAC_BYTES);
  }
}

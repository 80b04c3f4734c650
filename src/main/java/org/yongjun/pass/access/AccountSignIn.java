package org.yongjun.pass.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Regions;
import org.yongjun.pass.platform.Transactions;

/**
 * Signs officers and venue owners in by password and second factor. A try is taken from the
 * database before anything is compared, so that no number of racing guesses gets more than {@value
 * #TRIES_MAX}.
 */
public final class AccountSignIn {
  public static final int TRIES_MAX = 5;
  public static final Duration LOCK = Duration.ofMinutes(15);
  public static final int PASSWORD_LENGTH_MIN = 12;
  public static final int PASSWORD_LENGTH_MAX = 128;

  /** A working day; then the password is asked for again. */
  public static final Duration SESSION_LIFETIME = Duration.ofHours(12);

  /** Comparing a password costs memory and time, so one address gets this many an hour. */
  public static final int SIGN_INS_PER_SOURCE = 300;

  private final AccountStore store;
  private final Sessions sessions;
  private final Limits limits;
  private final PasswordHasher passwords;
  private final SecretBox box;
  private final Journal journal;
  private final Transactions transactions;
  private final Clock clock;
  private final SecureRandom random;
  private final String nobodysHash;

  public AccountSignIn(
      AccountStore store,
      Sessions sessions,
      Limits limits,
      PasswordHasher passwords,
      SecretBox box,
      Journal journal,
      Transactions transactions,
      Clock clock,
      SecureRandom random) {
    this.store = store;
    this.sessions = sessions;
    this.limits = limits;
    this.passwords = passwords;
    this.box = box;
    this.journal = journal;
    this.transactions = transactions;
    this.clock = clock;
    this.random = random;
    this.nobodysHash = passwords.hash(Long.toHexString(random.nextLong()));
  }

  /** What a person signs in with. */
  public record Given(String login, String password, String totp, @Nullable String choice) {
    @Override
    public String toString() {
      return "Given";
    }
  }

  /**
   * The second factor of an account that was taken up, shown once.
   *
   * @param totpSecret base 32
   */
  public record Activated(String accountId, String login, String totpSecret) {
    @Override
    public String toString() {
      return "Activated[" + accountId + "]";
    }
  }

  /**
   * Takes up an invitation.
   *
   * @return INVITE_CODE_INVALID for a wrong, used or expired code; INVALID_REQUEST for a password
   *     that has the login in it
   */
  public Outcome<Activated> activate(
      String inviteCode, String password, String source, String requestId) {
    if (!mayAsk(source)) {
      return Outcome.refused(ProblemCode.TOO_MANY_REQUESTS);
    }
    byte[] code = OneTimeCodes.hash(inviteCode);
    Optional<Account> invited = store.findInvited(code, clock.instant());
    if (invited.isEmpty()) {
      return Outcome.refused(ProblemCode.INVITE_CODE_INVALID);
    }
    Account account = invited.get();
    if (password.toLowerCase(Locale.ROOT).contains(account.login())) {
      return Outcome.refused(
          Problem.invalid("/password", "密码不得包含登录名", "The password must not contain the login"));
    }
    byte[] secret = new byte[Totp.SECRET_BYTES];
    random.nextBytes(secret);
    AccountStore.Secrets secrets =
        new AccountStore.Secrets(passwords.hash(password), box.seal(account.id(), secret));
    return transactions.write(
        () -> {
          if (!store.activate(code, secrets, clock.instant())) {
            return Outcome.refused(ProblemCode.INVITE_CODE_INVALID);
          }
          record(JournalKind.ACCOUNT_ACTIVATED, account, account.duties().getFirst(), requestId);
          return Outcome.done(new Activated(account.id(), account.login(), Totp.base32(secret)));
        });
  }

  /**
   * Opens a session; where the account has several duties, asks for which.
   *
   * @return SIGN_IN_REFUSED whatever was wrong, and while the account is locked
   */
  public Outcome<SignInAnswer> signIn(Given given, String source, String requestId) {
    if (!mayAsk(source)) {
      return Outcome.refused(ProblemCode.TOO_MANY_REQUESTS);
    }
    Instant now = clock.instant();
    Optional<Account> account =
        store
            .findByLogin(given.login().toLowerCase(Locale.ROOT))
            .filter(found -> takeTry(found.id(), now));
    Optional<AccountStore.Secrets> secrets =
        account.flatMap(found -> store.findSecrets(found.id()));
    // An unknown or locked account costs as much time as a wrong password does.
    boolean isRight =
        passwords.isRight(
            given.password(), secrets.map(AccountStore.Secrets::passwordHash).orElse(nobodysHash));
    if (!isRight || account.isEmpty() || secrets.isEmpty()) {
      return Outcome.refused(ProblemCode.SIGN_IN_REFUSED);
    }
    byte[] secret = box.open(account.get().id(), secrets.get().sealedTotpSecret());
    OptionalLong step = Totp.standard().findStep(secret, given.totp(), now);
    return step.isEmpty()
        ? Outcome.refused(ProblemCode.SIGN_IN_REFUSED)
        : finish(account.get(), step.getAsLong(), given.choice(), requestId);
  }

  private boolean takeTry(String accountId, Instant now) {
    return transactions.write(() -> store.takeTry(accountId, TRIES_MAX, now.minus(LOCK), now));
  }

  private Outcome<SignInAnswer> finish(
      Account account, long step, @Nullable String choice, String requestId) {
    List<Account.Duty> duties = account.duties();
    if (choice == null && duties.size() > 1) {
      return transactions.write(() -> store.clearTries(account.id(), step))
          ? Outcome.done(
              new SignInAnswer.Choose(duties.stream().map(AccountSignIn::choice).toList()))
          : Outcome.refused(ProblemCode.SIGN_IN_REFUSED);
    }
    Optional<Account.Duty> chosen =
        duties.stream()
            .filter(duty -> choice == null || choice.equals(duty.choiceId()))
            .findFirst();
    if (chosen.isEmpty()) {
      return Outcome.refused(Problem.invalid("/choice", "没有此选项", "There is no such choice"));
    }
    return transactions.write(() -> open(account, chosen.get(), step, requestId));
  }

  private Outcome<SignInAnswer> open(
      Account account, Account.Duty duty, long step, String requestId) {
    if (!store.spendStep(account.id(), step)) {
      return Outcome.refused(ProblemCode.SIGN_IN_REFUSED);
    }
    record(JournalKind.ACCOUNT_SIGNED_IN, account, duty, requestId);
    return Outcome.done(
        sessions.open(
            new Principal(account.id(), duty.role(), duty.region(), duty.venueId()),
            SESSION_LIFETIME));
  }

  private boolean mayAsk(String source) {
    return limits.take("sign-in-source", source, SIGN_INS_PER_SOURCE);
  }

  private static SignInAnswer.Choice choice(Account.Duty duty) {
    String region = Regions.standard().path(duty.region());
    Text role = duty.role().text();
    return new SignInAnswer.Choice(
        duty.choiceId(), new Text(region + role.zh(), role.en() + ", " + region));
  }

  private void record(JournalKind kind, Account account, Account.Duty duty, String requestId) {
    journal.append(
        new JournalEntry(
            kind,
            account.id(),
            duty.region(),
            account.id(),
            requestId,
            clock.instant(),
            Map.of("duty", duty.choiceId())));
  }
}

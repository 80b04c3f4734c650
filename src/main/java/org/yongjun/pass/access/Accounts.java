package org.yongjun.pass.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Regions;
import org.yongjun.pass.platform.Transactions;

/** Invites officers and venue owners, and takes their accounts away again. */
public final class Accounts {
  public static final int PAGE_SIZE_MAX = 100;

  /** An invitation that nobody took up by then is void. */
  public static final Duration INVITE_LIFETIME = Duration.ofDays(3);

  private final AccountStore store;
  private final SessionStore sessions;
  private final Regions regions;
  private final Journal journal;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;
  private final SecureRandom random;

  public Accounts(
      AccountStore store,
      SessionStore sessions,
      Regions regions,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock,
      SecureRandom random) {
    this.store = store;
    this.sessions = sessions;
    this.regions = regions;
    this.journal = journal;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
    this.random = random;
  }

  /** What is stated of a new account. */
  public record NewAccount(String login, String name, List<Account.Duty> duties) {
    @Override
    public String toString() {
      return "NewAccount" + duties;
    }
  }

  /** An account and the code by which its person sets a password; shown once, kept as a hash. */
  public record Invitation(Account account, String code, Instant expiresAt) {
    @Override
    public String toString() {
      return "Invitation[" + account.id() + "]";
    }
  }

  /**
   * Invites an officer.
   *
   * @return OUT_OF_REGION for a duty outside the caller's scope; CONFLICT for a taken login
   */
  public Outcome<Invitation> inviteOfficer(Caller caller, NewAccount wanted) {
    for (Account.Duty duty : wanted.duties()) {
      if (!duty.role().isOffice() || !regions.exists(duty.region())) {
        return Outcome.refused(
            Problem.invalid(
                "/duties",
                "须为经办、复核、审计或管理员角色，且行政区划代码存在",
                "A duty names CLERK, REVIEWER, AUDITOR or ADMIN and a region that exists"));
      }
      if (!caller.answersFor(duty.region())) {
        return Outcome.refused(ProblemCode.OUT_OF_REGION);
      }
    }
    return create(caller, wanted);
  }

  /** Invites an owner of a venue; that the caller answers for the venue has been checked. */
  public Outcome<Invitation> inviteOwner(
      Caller caller, String login, String name, String venueId, RegionCode region) {
    Account.Duty duty = new Account.Duty(Role.VENUE_OWNER, region, venueId);
    return create(caller, new NewAccount(login, name, List.of(duty)));
  }

  /** Invites anew somebody who lost the password, the second factor or the invitation. */
  public Outcome<Invitation> inviteAgain(Caller caller, String accountId) {
    return findInScope(caller, accountId)
        .then(
            account ->
                transactions.write(
                    () -> {
                      String code = OneTimeCodes.draw(random);
                      Instant expiresAt = clock.instant().plus(INVITE_LIFETIME);
                      store.invite(accountId, OneTimeCodes.hash(code), expiresAt);
                      sessions.revokeAllOf(accountId);
                      record(caller, JournalKind.ACCOUNT_INVITED, account, Map.of("again", "true"));
                      return Outcome.done(
                          new Invitation(store.findById(accountId).orElseThrow(), code, expiresAt));
                    }));
  }

  /** Suspends an account, ending its sessions, or lets it sign in again. */
  public Outcome<Account> setSuspended(
      Caller caller, String accountId, boolean suspended, String reason) {
    return findInScope(caller, accountId)
        .then(
            account ->
                transactions.write(
                    () -> {
                      boolean changed =
                          suspended ? store.suspend(accountId) : store.resume(accountId);
                      if (changed) {
                        sessions.revokeAllOf(accountId);
                        record(
                            caller,
                            JournalKind.ACCOUNT_STATE_CHANGED,
                            account,
                            Map.of(
                                "state",
                                suspended ? Account.State.SUSPENDED.name() : "RESUMED",
                                "reason",
                                reason));
                      }
                      return Outcome.done(store.findById(accountId).orElseThrow());
                    }));
  }

  /** Accounts inside the caller's scope, in the order of their ids. */
  public List<Account> list(Caller caller, String afterId, int limit) {
    return store.list(caller.region(), afterId, Math.min(limit, PAGE_SIZE_MAX + 1));
  }

  private Outcome<Invitation> create(Caller caller, NewAccount wanted) {
    Instant now = clock.instant();
    String code = OneTimeCodes.draw(random);
    Instant expiresAt = now.plus(INVITE_LIFETIME);
    Account account =
        new Account(
            ids.next(),
            wanted.login().toLowerCase(Locale.ROOT),
            wanted.name(),
            Account.State.INVITED,
            wanted.duties(),
            now);
    return transactions.write(
        () -> {
          if (!store.insert(account, OneTimeCodes.hash(code), expiresAt)) {
            return Outcome.refused(
                Problem.of(
                    ProblemCode.CONFLICT, "该登录名已被使用，请另选一个", "This login is taken; choose another"));
          }
          record(caller, JournalKind.ACCOUNT_INVITED, account, Map.of("duties", duties(account)));
          return Outcome.done(new Invitation(account, code, expiresAt));
        });
  }

  /** Nobody changes an account of wider scope than his own, nor the one he acts by. */
  private Outcome<Account> findInScope(Caller caller, String accountId) {
    return store
        .findById(accountId)
        .filter(
            account -> account.duties().stream().allMatch(duty -> caller.answersFor(duty.region())))
        .<Outcome<Account>>map(
            account ->
                account.id().equals(caller.id())
                    ? Outcome.refused(
                        Problem.of(
                            ProblemCode.NOT_ALLOWED,
                            "不能变更自己的账号，请由另一位管理员办理",
                            "Nobody changes his own account; another ADMIN can"))
                    : Outcome.done(account))
        .orElseGet(() -> Outcome.refused(ProblemCode.NOT_FOUND));
  }

  private void record(
      Caller caller, JournalKind kind, Account account, Map<String, String> content) {
    journal.append(
        new JournalEntry(
            kind,
            account.id(),
            account.duties().getFirst().region(),
            caller.id(),
            caller.requestId(),
            clock.instant(),
            content));
  }

  private static String duties(Account account) {
    return String.join(",", account.duties().stream().map(Account.Duty::choiceId).toList());
  }
}

package org.yongjun.pass.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.kernel.RegionCode;

/** Keeps accounts; each change is one conditional statement. */
public interface AccountStore {
  /** What proves who signs in; empty in an account that is only invited. */
  record Secrets(String passwordHash, byte[] sealedTotpSecret) {
    @Override
    public String toString() {
      return "Secrets";
    }
  }

  /** False when the login is taken. */
  boolean insert(Account account, byte[] inviteHash, Instant inviteExpiresAt);

  Optional<Account> findById(String id);

  Optional<Account> findByLogin(String login);

  /** Accounts with a duty inside {@code scope} and an id after {@code afterId}, by id. */
  List<Account> list(RegionCode scope, String afterId, int limit);

  Optional<Secrets> findSecrets(String id);

  /** The account that awaits this invitation code at {@code now}. */
  Optional<Account> findInvited(byte[] inviteHash, Instant now);

  /** Spends the invitation; false when another caller spent it first or it expired. */
  boolean activate(byte[] inviteHash, Secrets secrets, Instant now);

  /** Invites anew: the password and the second factor so far are void. */
  void invite(String id, byte[] inviteHash, Instant inviteExpiresAt);

  /** False when it is suspended already. */
  boolean suspend(String id);

  /** Lets a suspended account sign in again, tries cleared; false when it was not suspended. */
  boolean resume(String id);

  /**
   * Takes one of {@code max} tries in a row; when they are used up, the first one after {@code
   * lockedSince} begins a new row. False when the account is locked or not active.
   */
  boolean takeTry(String id, int max, Instant lockedSince, Instant now);

  /** Forgets failed tries if {@code step} is later than the last one used; false otherwise. */
  boolean clearTries(String id, long step);

  /** Uses up a step of the second factor and forgets failed tries; false when it was used up. */
  boolean spendStep(String id, long step);
}

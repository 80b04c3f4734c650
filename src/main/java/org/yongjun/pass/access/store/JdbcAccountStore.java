package org.yongjun.pass.access.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.access.Account;
import org.yongjun.pass.access.AccountStore;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.store.Races;

@Singleton
final class JdbcAccountStore implements AccountStore {
  private final AccountRows accounts;
  private final AccountDutyRows duties;

  JdbcAccountStore(AccountRows accounts, AccountDutyRows duties) {
    this.accounts = accounts;
    this.duties = duties;
  }

  @Override
  public boolean insert(Account account, byte[] inviteHash, Instant inviteExpiresAt) {
    AccountRow row =
        new AccountRow(
            account.id(),
            account.login(),
            account.name(),
            account.state().name(),
            null,
            null,
            0,
            0,
            null,
            inviteHash,
            inviteExpiresAt,
            account.createdAt());
    if (!Races.inserted(() -> accounts.save(row))) {
      return false;
    }
    for (Account.Duty each : new LinkedHashSet<>(account.duties())) {
      String venueId = each.venueId() == null ? "" : each.venueId();
      duties.add(account.id(), each.role().name(), each.region().value(), venueId);
    }
    return true;
  }

  @Override
  public Optional<Account> findById(String id) {
    return withDuties(accounts.findById(id));
  }

  @Override
  public Optional<Account> findByLogin(String login) {
    return withDuties(accounts.findByLogin(login));
  }

  @Override
  public Optional<Account> findInvited(byte[] inviteHash, Instant now) {
    return withDuties(accounts.findInvited(inviteHash, now));
  }

  @Override
  public List<Account> list(RegionCode scope, String afterId, int limit) {
    return withDuties(accounts.list(scope.value(), scope.last().value(), afterId, limit));
  }

  @Override
  public Optional<Secrets> findSecrets(String id) {
    return accounts
        .findById(id)
        .flatMap(
            row -> {
              String passwordHash = row.passwordHash();
              byte[] totpSecret = row.totpSecret();
              return passwordHash == null || totpSecret == null
                  ? Optional.empty()
                  : Optional.of(new Secrets(passwordHash, totpSecret));
            });
  }

  @Override
  public boolean activate(byte[] inviteHash, Secrets secrets, Instant now) {
    return accounts.activate(inviteHash, secrets.passwordHash(), secrets.sealedTotpSecret(), now)
        == 1;
  }

  @Override
  public void invite(String id, byte[] inviteHash, Instant inviteExpiresAt) {
    accounts.invite(id, inviteHash, inviteExpiresAt);
  }

  @Override
  public boolean suspend(String id) {
    return accounts.suspend(id) == 1;
  }

  @Override
  public boolean resume(String id) {
    return accounts.resume(id) == 1;
  }

  @Override
  public boolean takeTry(String id, int max, Instant lockedSince, Instant now) {
    return accounts.takeTry(id, max, now) == 1
        || accounts.beginAnew(id, max, lockedSince, now) == 1;
  }

  @Override
  public boolean clearTries(String id, long step) {
    return accounts.clearTries(id, step) == 1;
  }

  @Override
  public boolean spendStep(String id, long step) {
    return accounts.spendStep(id, step) == 1;
  }

  private Optional<Account> withDuties(Optional<AccountRow> row) {
    return withDuties(row.stream().toList()).stream().findFirst();
  }

  private List<Account> withDuties(List<AccountRow> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<AccountDutyRow> all = duties.list(rows.stream().map(AccountRow::id).toList());
    return rows.stream()
        .map(
            row ->
                new Account(
                    row.id(),
                    row.login(),
                    row.name(),
                    Account.State.valueOf(row.state()),
                    all.stream()
                        .filter(duty -> duty.accountId().equals(row.id()))
                        .map(AccountDutyRow::toDuty)
                        .toList(),
                    row.createdAt()))
        .toList();
  }
}

package org.yongjun.pass.access.store;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.yongjun.pass.access.OtpStore;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.platform.store.Races;

@Singleton
final class JdbcOtpStore implements OtpStore {
  private final OtpRows rows;
  private final Transactions transactions;
  private final Clock clock;

  JdbcOtpStore(OtpRows rows, Transactions transactions, Clock clock) {
    this.rows = rows;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public void put(byte[] phoneHash, byte[] codeHash, int tries, Instant expiresAt) {
    if (replace(phoneHash, codeHash, tries, expiresAt)) {
      return;
    }
    transactions.writeOnly(() -> rows.deleteExpired(clock.instant()));
    boolean added =
        transactions.write(
            () -> Races.inserted(() -> rows.add(phoneHash, codeHash, tries, expiresAt)));
    if (!added) {
      // Another request put the phone's first code in between; the later one counts.
      replace(phoneHash, codeHash, tries, expiresAt);
    }
  }

  private boolean replace(byte[] phoneHash, byte[] codeHash, int tries, Instant expiresAt) {
    return transactions.write(() -> rows.replace(phoneHash, codeHash, tries, expiresAt)) == 1;
  }

  @Override
  public boolean takeTry(byte[] phoneHash, Instant now) {
    return rows.takeTry(phoneHash, now) == 1;
  }

  @Override
  public boolean returnTry(byte[] phoneHash, byte[] codeHash, Instant now) {
    return rows.returnTry(phoneHash, codeHash, now) == 1;
  }

  @Override
  public boolean spend(byte[] phoneHash, byte[] codeHash, Instant now) {
    return rows.spend(phoneHash, codeHash, now) == 1;
  }
}

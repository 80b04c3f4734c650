package org.yongjun.pass.access.store;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.yongjun.pass.access.Quotas;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.platform.store.Races;

@Singleton
final class JdbcQuotas implements Quotas {
  private final QuotaRows rows;
  private final Transactions transactions;

  JdbcQuotas(QuotaRows rows, Transactions transactions) {
    this.rows = rows;
    this.transactions = transactions;
  }

  /** Each statement is a transaction of its own: a use stays taken whatever comes of it. */
  @Override
  public boolean take(byte[] subject, int max, Duration window, Instant now) {
    Instant endsAt = now.plus(window);
    return take(subject, max, now)
        || transactions.write(() -> rows.beginAnew(subject, endsAt, now)) == 1
        || begin(subject, endsAt, now)
        // Another request may have begun the window in between.
        || take(subject, max, now);
  }

  private boolean take(byte[] subject, int max, Instant now) {
    return transactions.write(() -> rows.take(subject, max, now)) == 1;
  }

  private boolean begin(byte[] subject, Instant endsAt, Instant now) {
    transactions.writeOnly(() -> rows.deleteEnded(now));
    return transactions.write(() -> Races.inserted(() -> rows.begin(subject, endsAt)));
  }
}

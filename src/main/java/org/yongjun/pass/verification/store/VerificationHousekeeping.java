package org.yongjun.pass.verification.store;

import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.verification.VerificationStore;

/**
 * Forgets verifications that ran out: they carry a holder's tag, and kept for ever they would be a
 * record of movements beside the pseudonymous ledger.
 */
@Singleton
class VerificationHousekeeping {
  /** Long enough for an office to look into a complaint of the day. */
  private static final Duration KEPT = Duration.ofDays(1);

  private final VerificationStore store;
  private final Transactions transactions;
  private final Clock clock;

  VerificationHousekeeping(VerificationStore store, Transactions transactions, Clock clock) {
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Scheduled(initialDelay = "6m", fixedDelay = "10m")
  @ExecuteOn(TaskExecutors.BLOCKING)
  void tidy() {
    int deleted;
    do {
      deleted = transactions.write(() -> store.deleteExpired(clock.instant().minus(KEPT)));
    } while (deleted > 0);
  }
}

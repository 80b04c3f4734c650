package org.yongjun.pass.verification.store;

import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.verification.GateBundleStore;
import org.yongjun.pass.verification.GateBundles;

/** Forgets versions of bundles that no gate decides by any more. */
@Singleton
class GateBundleHousekeeping {
  private static final Duration KEPT = GateBundles.LIFETIME.plusDays(1);
  private static final int AT_ONCE = 1_000;

  private final GateBundleStore store;
  private final Transactions transactions;
  private final Clock clock;

  GateBundleHousekeeping(GateBundleStore store, Transactions transactions, Clock clock) {
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Scheduled(initialDelay = "7m", fixedDelay = "1h")
  @ExecuteOn(TaskExecutors.BLOCKING)
  void tidy() {
    int deleted;
    do {
      deleted = transactions.write(() -> store.deleteBefore(clock.instant().minus(KEPT), AT_ONCE));
    } while (deleted == AT_ONCE);
  }
}

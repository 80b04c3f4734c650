package org.yongjun.pass.redemption.store;

import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.yongjun.pass.redemption.TapPairs;

/**
 * Pairs what requests left over, and ends the stays of the days before. Every instance runs it:
 * what one has done, another finds done.
 */
@Singleton
class TapSchedule {
  private final TapPairs pairs;

  TapSchedule(TapPairs pairs) {
    this.pairs = pairs;
  }

  @Scheduled(initialDelay = "3m", fixedDelay = "2m")
  @ExecuteOn(TaskExecutors.BLOCKING)
  void sweep() {
    pairs.sweep();
  }
}

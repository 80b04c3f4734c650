package org.yongjun.pass.reporting.store;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yongjun.pass.platform.BareFault;

/** Drains the work a few times a second; what fails is tried again at the next turn. */
@Singleton
class RollupSchedule {
  private static final Logger LOG = LoggerFactory.getLogger(RollupSchedule.class);

  private final RollupWorker worker;
  private boolean isStopped;

  RollupSchedule(RollupWorker worker) {
    this.worker = worker;
  }

  @Scheduled(fixedDelay = "200ms", initialDelay = "1s")
  synchronized void run() {
    if (isStopped) {
      return;
    }
    try {
      worker.drain();
    } catch (RollupWorker.ShortDelete taken) {
      LOG.info("Another worker has taken up the same rows; nothing was counted twice.");
    } catch (RuntimeException e) {
      LOG.warn(
          "The roll-ups could not be brought up to date; the work stays: {}",
          BareFault.of(e).chain());
    }
  }

  /** Waits for a turn that is under way, so that the pool does not close under it. */
  @PreDestroy
  synchronized void stop() {
    isStopped = true;
  }
}

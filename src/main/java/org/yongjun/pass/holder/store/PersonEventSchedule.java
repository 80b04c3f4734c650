package org.yongjun.pass.holder.store;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yongjun.pass.holder.PersonEvents;
import org.yongjun.pass.platform.BareFault;

/** Puts events into effect on their day; what fails is tried again at the next turn. */
@Singleton
class PersonEventSchedule {
  private static final Logger LOG = LoggerFactory.getLogger(PersonEventSchedule.class);

  private final PersonEvents events;
  private boolean isStopped;

  PersonEventSchedule(PersonEvents events) {
    this.events = events;
  }

  @Scheduled(fixedDelay = "30s", initialDelay = "5s")
  synchronized void run() {
    if (isStopped) {
      return;
    }
    try {
      events.applyDue();
    } catch (RuntimeException e) {
      LOG.warn("An event of a person has yet to take effect: {}", BareFault.of(e).chain());
    }
  }

  /** Waits for a turn that is under way, so that the pool does not close under it. */
  @PreDestroy
  synchronized void stop() {
    isStopped = true;
  }
}

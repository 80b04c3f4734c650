package org.yongjun.pass.limit.store;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yongjun.pass.limit.ReservationBook;
import org.yongjun.pass.platform.BareFault;

/**
 * Ends reservations that ran out, so that their uses are there again although nobody asks for them;
 * what fails is tried again at the next turn.
 */
@Singleton
class ReservationSchedule {
  private static final Logger LOG = LoggerFactory.getLogger(ReservationSchedule.class);

  private final ReservationBook reservations;
  private final Clock clock;
  private boolean isStopped;

  ReservationSchedule(ReservationBook reservations, Clock clock) {
    this.reservations = reservations;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = "10s", initialDelay = "5s")
  synchronized void run() {
    if (isStopped) {
      return;
    }
    try {
      int ended;
      do {
        ended = reservations.endExpired(clock.instant());
      } while (ended == ReservationBook.EXPIRED_PER_TURN);
    } catch (RuntimeException e) {
      LOG.warn("A reservation that ran out is still held: {}", BareFault.of(e).chain());
    }
  }

  /** Waits for a turn that is under way, so that the pool does not close under it. */
  @PreDestroy
  synchronized void stop() {
    isStopped = true;
  }
}

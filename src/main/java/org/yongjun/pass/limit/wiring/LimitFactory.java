package org.yongjun.pass.limit.wiring;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.limit.LimitCounters;
import org.yongjun.pass.limit.Limits;
import org.yongjun.pass.limit.ReservationBook;
import org.yongjun.pass.limit.ReservationStore;
import org.yongjun.pass.platform.Transactions;

@Factory
final class LimitFactory {
  @Singleton
  Limits limits(LimitCounters counters, ReservationStore reservations, Transactions transactions) {
    return new Limits(counters, reservations, transactions);
  }

  @Singleton
  ReservationBook reservationBook(
      ReservationStore store, Limits limits, Journal journal, Transactions transactions) {
    return new ReservationBook(store, limits, journal, transactions);
  }
}

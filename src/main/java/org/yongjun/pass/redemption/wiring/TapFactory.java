package org.yongjun.pass.redemption.wiring;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.yongjun.pass.benefit.Catalogues;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.redemption.Ledger;
import org.yongjun.pass.redemption.LimitBook;
import org.yongjun.pass.redemption.Reversals;
import org.yongjun.pass.redemption.TapBookings;
import org.yongjun.pass.redemption.TapBounds;
import org.yongjun.pass.redemption.TapJudge;
import org.yongjun.pass.redemption.TapPairs;
import org.yongjun.pass.redemption.TapRecorder;
import org.yongjun.pass.redemption.TapStore;
import org.yongjun.pass.redemption.Taps;
import org.yongjun.pass.venue.LifeCycles;
import org.yongjun.pass.venue.Venues;
import org.yongjun.pass.verification.PastExaminer;
import org.yongjun.pass.verification.SealedFacts;
import org.yongjun.pass.verification.Verifications;

@Factory
final class TapFactory {
  @Singleton
  TapBounds tapBounds(
      @Value("${pass.taps.oldest-days}") int oldestDays,
      @Value("${pass.taps.ahead-seconds}") int aheadSeconds,
      @Value("${pass.taps.travel-kilometres-per-hour}") int kilometresPerHour,
      @Value("${pass.taps.travel-free-metres}") int freeMetres) {
    return new TapBounds(
        Duration.ofDays(oldestDays),
        Duration.ofSeconds(aheadSeconds),
        kilometresPerHour,
        freeMetres);
  }

  @Singleton
  TapBookings tapBookings(LimitBook limits, SealedFacts seals, Ids ids) {
    return new TapBookings(limits, seals, ids);
  }

  @Singleton
  TapJudge tapJudge(
      PastExaminer examiner,
      TapBookings bookings,
      Catalogues catalogues,
      Venues venues,
      LifeCycles lifeCycles,
      TapStore store,
      TapBounds bounds,
      Transactions transactions,
      Ids ids) {
    return new TapJudge(
        examiner,
        bookings,
        catalogues::findItem,
        venues,
        lifeCycles::wasActiveAt,
        store,
        bounds,
        transactions,
        ids);
  }

  @Singleton
  TapRecorder tapRecorder(
      TapStore store,
      Ledger ledger,
      LimitBook limits,
      Journal journal,
      Transactions transactions,
      @Value("${pass.card-uses-per-day}") int cardUsesPerDay) {
    return new TapRecorder(store, ledger, limits, journal, transactions, cardUsesPerDay);
  }

  @Singleton
  TapPairs tapPairs(
      TapStore store, Reversals reversals, Venues venues, Transactions transactions, Clock clock) {
    return new TapPairs(store, reversals, venues, transactions, clock);
  }

  @Singleton
  Taps taps(
      Verifications verifications,
      TapJudge judge,
      TapRecorder recorder,
      TapPairs pairs,
      TapStore store,
      Transactions transactions,
      Clock clock) {
    return new Taps(verifications, judge, recorder, pairs, store, transactions, clock);
  }
}

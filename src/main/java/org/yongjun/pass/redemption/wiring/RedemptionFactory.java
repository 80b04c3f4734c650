package org.yongjun.pass.redemption.wiring;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.yongjun.pass.benefit.Catalogues;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.limit.Limits;
import org.yongjun.pass.limit.ReservationBook;
import org.yongjun.pass.offline.rule.Evaluator;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.redemption.CollectionStore;
import org.yongjun.pass.redemption.Collections;
import org.yongjun.pass.redemption.Examinations;
import org.yongjun.pass.redemption.HolderHistory;
import org.yongjun.pass.redemption.InFlight;
import org.yongjun.pass.redemption.Ledger;
import org.yongjun.pass.redemption.LimitBook;
import org.yongjun.pass.redemption.PartialReturns;
import org.yongjun.pass.redemption.PersonLedger;
import org.yongjun.pass.redemption.Recorder;
import org.yongjun.pass.redemption.Redemptions;
import org.yongjun.pass.redemption.Reevaluations;
import org.yongjun.pass.redemption.Reversals;
import org.yongjun.pass.redemption.Spending;
import org.yongjun.pass.redemption.VenueRedemptions;
import org.yongjun.pass.venue.Venues;
import org.yongjun.pass.verification.Approvals;
import org.yongjun.pass.verification.Attempts;
import org.yongjun.pass.verification.Examiner;
import org.yongjun.pass.verification.Persons;
import org.yongjun.pass.verification.SealedFacts;
import org.yongjun.pass.verification.VerificationStore;
import org.yongjun.pass.verification.Verifications;

@Factory
final class RedemptionFactory {
  @Singleton
  Examinations examinations(
      Verifications verifications,
      VerificationStore store,
      Examiner examiner,
      Approvals approvals,
      Clock clock) {
    return new Examinations(verifications, store, examiner, approvals, clock);
  }

  @Singleton
  LimitBook limitBook(Catalogues catalogues, Limits limits) {
    return new LimitBook(catalogues::findItem, limits);
  }

  @Singleton
  Spending spending(Examiner examiner, VerificationStore verifications, Ledger ledger) {
    return new Spending(examiner, verifications, ledger);
  }

  @Singleton
  Recorder recorder(
      Ledger ledger,
      Spending spending,
      LimitBook limits,
      ReservationBook reservations,
      SealedFacts seals,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    return new Recorder(
        ledger, spending, limits, reservations, seals, journal, transactions, ids, clock);
  }

  @Singleton
  Redemptions redemptions(
      Examinations examinations,
      Recorder recorder,
      Ledger ledger,
      InFlight inFlight,
      Attempts attempts,
      Transactions transactions) {
    return new Redemptions(examinations, recorder, ledger, inFlight, attempts, transactions);
  }

  @Singleton
  HolderHistory holderHistory(
      Persons persons, PersonLedger ledger, Venues venues, Transactions transactions) {
    return new HolderHistory(persons, ledger, venues, transactions);
  }

  @Singleton
  Reversals reversals(
      Ledger ledger,
      LimitBook limits,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    return new Reversals(ledger, limits, journal, transactions, ids, clock);
  }

  @Singleton
  PartialReturns partialReturns(
      Reversals reversals,
      Ledger ledger,
      LimitBook limits,
      Catalogues catalogues,
      SealedFacts seals,
      Evaluator evaluator,
      Ids ids) {
    return new PartialReturns(
        reversals, ledger, limits, catalogues::findItem, seals, evaluator, ids);
  }

  @Singleton
  Reevaluations reevaluations(
      Reversals reversals, Catalogues catalogues, SealedFacts seals, Evaluator evaluator) {
    return new Reevaluations(reversals, catalogues::findItem, seals, evaluator);
  }

  @Singleton
  Collections collections(
      Ledger ledger,
      CollectionStore store,
      Journal journal,
      Transactions transactions,
      Clock clock) {
    return new Collections(ledger, store, journal, transactions, clock);
  }

  @Singleton
  VenueRedemptions venueRedemptions(Ledger ledger, Venues venues, Clock clock) {
    return new VenueRedemptions(ledger, venues, clock);
  }
}

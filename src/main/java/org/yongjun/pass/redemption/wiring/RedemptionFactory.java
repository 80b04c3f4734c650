package org.yongjun.pass.redemption.wiring;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.redemption.Examinations;
import org.yongjun.pass.redemption.InFlight;
import org.yongjun.pass.redemption.Ledger;
import org.yongjun.pass.redemption.Redemptions;
import org.yongjun.pass.redemption.Reversals;
import org.yongjun.pass.verification.Attempts;
import org.yongjun.pass.verification.Examiner;
import org.yongjun.pass.verification.Pseudonyms;
import org.yongjun.pass.verification.VerificationStore;
import org.yongjun.pass.verification.Verifications;

@Factory
final class RedemptionFactory {
  @Singleton
  Examinations examinations(
      Verifications verifications, VerificationStore store, Examiner examiner, Clock clock) {
    return new Examinations(verifications, store, examiner, clock);
  }

  @Singleton
  Redemptions redemptions(
      Examinations examinations,
      Ledger ledger,
      InFlight inFlight,
      Attempts attempts,
      Pseudonyms pseudonyms,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    return new Redemptions(
        examinations, ledger, inFlight, attempts, pseudonyms, journal, transactions, ids, clock);
  }

  @Singleton
  Reversals reversals(
      Ledger ledger, Journal journal, Transactions transactions, Ids ids, Clock clock) {
    return new Reversals(ledger, journal, transactions, ids, clock);
  }
}

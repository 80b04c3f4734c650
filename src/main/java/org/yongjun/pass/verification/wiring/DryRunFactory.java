package org.yongjun.pass.verification.wiring;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.yongjun.pass.benefit.Catalogues;
import org.yongjun.pass.benefit.Drafts;
import org.yongjun.pass.holder.Holders;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.offline.rule.Evaluator;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.venue.Venues;
import org.yongjun.pass.verification.DryRuns;
import org.yongjun.pass.verification.RegisterFacts;

@Factory
final class DryRunFactory {
  @Singleton
  DryRuns dryRuns(
      Drafts drafts,
      Catalogues catalogues,
      Evaluator evaluator,
      Venues venues,
      Holders holders,
      RegisterFacts facts,
      Journal journal,
      Transactions transactions,
      Clock clock) {
    return new DryRuns(
        drafts, catalogues, evaluator, venues, holders, facts, journal, transactions, clock);
  }
}

package org.yongjun.pass.verification.wiring;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.yongjun.pass.benefit.Catalogues;
import org.yongjun.pass.certificate.DocumentSigner;
import org.yongjun.pass.certificate.IssuerKeys;
import org.yongjun.pass.certificate.KeyListPublisher;
import org.yongjun.pass.certificate.StatusListPublisher;
import org.yongjun.pass.certificate.StatusLists;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.platform.Regions;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.venue.Venues;
import org.yongjun.pass.verification.GateBundleStore;
import org.yongjun.pass.verification.GateBundles;
import org.yongjun.pass.verification.GateContents;
import org.yongjun.pass.verification.GateIssue;
import org.yongjun.pass.verification.GateOffice;
import org.yongjun.pass.verification.GateSettingsStore;
import org.yongjun.pass.verification.Verifications;

@Factory
final class GateFactory {
  @Singleton
  GateOffice gateOffice(
      Venues venues,
      GateSettingsStore store,
      Journal journal,
      Transactions transactions,
      Clock clock) {
    return new GateOffice(venues, store, journal, transactions, clock);
  }

  @Singleton
  GateContents gateContents(Catalogues catalogues, GateOffice office, Regions regions) {
    return new GateContents(catalogues, office, regions);
  }

  @Singleton
  GateIssue gateIssue(
      IssuerKeys keys,
      KeyListPublisher keyLists,
      StatusLists statuses,
      StatusListPublisher statusLists,
      DocumentSigner signer) {
    return new GateIssue(keys, keyLists, statuses, statusLists, signer);
  }

  @Singleton
  GateBundles gateBundles(
      Verifications verifications,
      Venues venues,
      GateContents contents,
      GateIssue issue,
      GateBundleStore store,
      Transactions transactions,
      Clock clock) {
    return new GateBundles(verifications, venues, contents, issue, store, transactions, clock);
  }
}

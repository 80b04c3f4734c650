package org.yongjun.pass.benefit.wiring;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.yongjun.pass.access.OwnedVenues;
import org.yongjun.pass.benefit.CatalogueDocuments;
import org.yongjun.pass.benefit.CatalogueStore;
import org.yongjun.pass.benefit.Catalogues;
import org.yongjun.pass.benefit.DraftChecks;
import org.yongjun.pass.benefit.DraftStore;
import org.yongjun.pass.benefit.Drafts;
import org.yongjun.pass.benefit.LapsedAgreements;
import org.yongjun.pass.benefit.OfferVenues;
import org.yongjun.pass.benefit.adapter.SchemaDocuments;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.offline.rule.Evaluator;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Regions;
import org.yongjun.pass.platform.Transactions;

@Factory
final class BenefitFactory {
  @Singleton
  CatalogueDocuments catalogueDocuments() {
    return new SchemaDocuments();
  }

  @Singleton
  Catalogues catalogues(
      CatalogueStore store,
      CatalogueDocuments documents,
      Regions regions,
      LapsedAgreements agreements,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock,
      DirectPublication direct) {
    return new Catalogues(
        store,
        documents,
        regions,
        agreements,
        journal,
        transactions,
        ids,
        clock,
        direct.isAllowed());
  }

  @Singleton
  DirectPublication directPublication(
      @Value("${pass.catalogues.direct-publication}") boolean isSet,
      @Value("${pass.demo}") boolean demo) {
    return new DirectPublication(isSet || demo);
  }

  /** Whether an administrator may publish without review; a demonstration needs that. */
  record DirectPublication(boolean isAllowed) {}

  @Singleton
  DraftChecks draftChecks(
      CatalogueDocuments documents, Regions regions, Catalogues catalogues, OfferVenues venues) {
    return new DraftChecks(documents, regions, catalogues, venues);
  }

  @Singleton
  Drafts drafts(
      DraftStore store,
      DraftChecks checks,
      Catalogues catalogues,
      OwnedVenues owned,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    return new Drafts(store, checks, catalogues, owned, journal, transactions, ids, clock);
  }

  /** Regions are named as the shipped list has them; it has no English names. */
  @Singleton
  Evaluator evaluator(Regions regions) {
    return new Evaluator(
        region -> {
          String name = regions.findName(region).orElse(region.toString());
          return new Text(name, name);
        });
  }
}

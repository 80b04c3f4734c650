package org.yongjun.pass.organisation.wiring;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.organisation.AppraisalStore;
import org.yongjun.pass.organisation.Appraisals;
import org.yongjun.pass.organisation.MutualTaskStore;
import org.yongjun.pass.organisation.MutualTasks;
import org.yongjun.pass.organisation.Organisation;
import org.yongjun.pass.organisation.OrganisationFigures;
import org.yongjun.pass.organisation.OrganisationStore;
import org.yongjun.pass.organisation.UnitImporter;
import org.yongjun.pass.platform.CsvReader;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Transactions;

/** The beans of the organisation capability. */
@Factory
final class OrganisationFactory {
  @Singleton
  Organisation organisation(
      OrganisationStore store, Journal journal, Transactions transactions, Ids ids, Clock clock) {
    return new Organisation(store, journal, transactions, ids, clock);
  }

  @Singleton
  UnitImporter unitImporter(
      Organisation organisation, CsvReader reader, Transactions transactions, Ids ids) {
    return new UnitImporter(organisation, reader, transactions, ids);
  }

  @Singleton
  MutualTasks mutualTasks(
      MutualTaskStore store, Journal journal, Transactions transactions, Ids ids, Clock clock) {
    return new MutualTasks(store, journal, transactions, ids, clock);
  }

  @Singleton
  Appraisals appraisals(
      AppraisalStore store, Journal journal, Transactions transactions, Ids ids, Clock clock) {
    return new Appraisals(store, journal, transactions, ids, clock);
  }

  @Singleton
  OrganisationFigures organisationFigures(
      OrganisationStore store, MutualTaskStore tasks, Transactions transactions) {
    return new OrganisationFigures(store, tasks, transactions);
  }
}

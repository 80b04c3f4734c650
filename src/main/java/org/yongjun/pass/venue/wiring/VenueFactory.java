package org.yongjun.pass.venue.wiring;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.yongjun.pass.access.Accounts;
import org.yongjun.pass.access.Terminals;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Regions;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.venue.LifeCycleStore;
import org.yongjun.pass.venue.LifeCycles;
import org.yongjun.pass.venue.PartnerClassStore;
import org.yongjun.pass.venue.PartnerClasses;
import org.yongjun.pass.venue.VenueAgents;
import org.yongjun.pass.venue.VenueSteps;
import org.yongjun.pass.venue.VenueStore;
import org.yongjun.pass.venue.Venues;

@Factory
final class VenueFactory {
  @Singleton
  Venues venues(
      VenueStore store,
      Terminals credentials,
      Regions regions,
      PartnerClasses classes,
      LifeCycles lifeCycles,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    return new Venues(
        store, credentials, regions, classes, lifeCycles, journal, transactions, ids, clock);
  }

  @Singleton
  LifeCycles lifeCycles(
      LifeCycleStore store, Journal journal, Transactions transactions, Clock clock) {
    return new LifeCycles(store, journal, transactions, clock);
  }

  @Singleton
  PartnerClasses partnerClasses(
      PartnerClassStore store,
      Regions regions,
      Journal journal,
      Transactions transactions,
      Clock clock) {
    return new PartnerClasses(store, regions, journal, transactions, clock);
  }

  @Singleton
  VenueSteps venueSteps(Venues venues, LifeCycles lifeCycles, PartnerClasses classes) {
    return new VenueSteps(venues, lifeCycles, classes);
  }

  @Singleton
  VenueAgents venueAgents(
      Venues venues, VenueStore store, Terminals credentials, Accounts accounts) {
    return new VenueAgents(venues, store, credentials, accounts);
  }
}

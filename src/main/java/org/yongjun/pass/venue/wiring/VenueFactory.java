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
import org.yongjun.pass.venue.VenueAgents;
import org.yongjun.pass.venue.VenueStore;
import org.yongjun.pass.venue.Venues;

@Factory
final class VenueFactory {
  @Singleton
  Venues venues(
      VenueStore store,
      Terminals credentials,
      Regions regions,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    return new Venues(store, credentials, regions, journal, transactions, ids, clock);
  }

  @Singleton
  VenueAgents venueAgents(
      Venues venues, VenueStore store, Terminals credentials, Accounts accounts) {
    return new VenueAgents(venues, store, credentials, accounts);
  }
}

package org.yongjun.pass.venue.wiring;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import org.yongjun.pass.access.Accounts;
import org.yongjun.pass.access.OwnedVenues;
import org.yongjun.pass.access.Terminals;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Regions;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.venue.AgreedTerms;
import org.yongjun.pass.venue.InspectionNotes;
import org.yongjun.pass.venue.InspectionStore;
import org.yongjun.pass.venue.Inspections;
import org.yongjun.pass.venue.LifeCycleStore;
import org.yongjun.pass.venue.LifeCycles;
import org.yongjun.pass.venue.PartnerClassStore;
import org.yongjun.pass.venue.PartnerClasses;
import org.yongjun.pass.venue.VenueAgents;
import org.yongjun.pass.venue.VenueApplicationStore;
import org.yongjun.pass.venue.VenueApplications;
import org.yongjun.pass.venue.VenueCalls;
import org.yongjun.pass.venue.VenueFacilities;
import org.yongjun.pass.venue.VenueFacilityStore;
import org.yongjun.pass.venue.VenueFigureStore;
import org.yongjun.pass.venue.VenueFigures;
import org.yongjun.pass.venue.VenueGroupStore;
import org.yongjun.pass.venue.VenueGroups;
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
      LifeCycleStore store,
      OwnedVenues owned,
      AgreedTerms terms,
      Journal journal,
      Transactions transactions,
      Clock clock) {
    return new LifeCycles(store, owned, terms, journal, transactions, clock);
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
  VenueSteps venueSteps(
      Venues venues,
      LifeCycles lifeCycles,
      PartnerClasses classes,
      VenueApplicationStore applications) {
    return new VenueSteps(venues, lifeCycles, classes, applications);
  }

  @Singleton
  VenueApplications venueApplications(
      Venues venues,
      PartnerClasses classes,
      LifeCycles lifeCycles,
      VenueApplicationStore store,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    return new VenueApplications(venues, classes, lifeCycles, store, transactions, ids, clock);
  }

  @Singleton
  VenueCalls venueCalls(
      VenueApplicationStore store,
      PartnerClasses classes,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    return new VenueCalls(store, classes, journal, transactions, ids, clock);
  }

  @Singleton
  VenueGroups venueGroups(
      VenueGroupStore store,
      Venues venues,
      LifeCycles lifeCycles,
      Regions regions,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    return new VenueGroups(store, venues, lifeCycles, regions, journal, transactions, ids, clock);
  }

  @Singleton
  VenueFacilities venueFacilities(
      Venues venues,
      VenueFacilityStore store,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    return new VenueFacilities(venues, store, journal, transactions, ids, clock);
  }

  @Singleton
  VenueFigures venueFigures(VenueFigureStore store, Transactions transactions) {
    return new VenueFigures(store, transactions);
  }

  @Singleton
  Inspections inspections(
      InspectionStore store,
      PartnerClasses classes,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock,
      SecureRandom random) {
    return new Inspections(store, classes, journal, transactions, ids, clock, random);
  }

  @Singleton
  InspectionNotes inspectionNotes(
      Inspections inspections,
      InspectionStore store,
      Venues venues,
      LifeCycles lifeCycles,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    return new InspectionNotes(
        inspections, store, venues, lifeCycles, journal, transactions, ids, clock);
  }

  @Singleton
  VenueAgents venueAgents(
      Venues venues, VenueStore store, Terminals credentials, Accounts accounts) {
    return new VenueAgents(venues, store, credentials, accounts);
  }
}

package org.yongjun.pass.holder.wiring;

import io.micronaut.context.annotation.Factory;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.yongjun.pass.access.PhoneDirectory;
import org.yongjun.pass.holder.CampaignImporter;
import org.yongjun.pass.holder.CampaignStore;
import org.yongjun.pass.holder.Campaigns;
import org.yongjun.pass.holder.CertificatePauses;
import org.yongjun.pass.holder.EventEffects;
import org.yongjun.pass.holder.HoldStore;
import org.yongjun.pass.holder.HolderImporter;
import org.yongjun.pass.holder.HolderPhones;
import org.yongjun.pass.holder.HolderRegistrar;
import org.yongjun.pass.holder.HolderService;
import org.yongjun.pass.holder.HolderStore;
import org.yongjun.pass.holder.Holders;
import org.yongjun.pass.holder.HouseholdStore;
import org.yongjun.pass.holder.Households;
import org.yongjun.pass.holder.Lookups;
import org.yongjun.pass.holder.MemberImporter;
import org.yongjun.pass.holder.MemberListStore;
import org.yongjun.pass.holder.MemberLists;
import org.yongjun.pass.holder.PersonDigester;
import org.yongjun.pass.holder.PersonEventStore;
import org.yongjun.pass.holder.PersonEvents;
import org.yongjun.pass.holder.PersonSeal;
import org.yongjun.pass.holder.PersonVault;
import org.yongjun.pass.holder.Population;
import org.yongjun.pass.holder.PopulationStore;
import org.yongjun.pass.holder.SpanStore;
import org.yongjun.pass.holder.VehicleStore;
import org.yongjun.pass.holder.Vehicles;
import org.yongjun.pass.holder.adapter.TinkPersonVault;
import org.yongjun.pass.holder.adapter.TinkPlateVault;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.platform.CsvReader;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.KeyDerivation;
import org.yongjun.pass.platform.Regions;
import org.yongjun.pass.platform.Transactions;

/** The beans of the holder capability. */
@Factory
final class HolderFactory {
  @Singleton
  PersonVault personVault(KeyDerivation keys, ObjectMapper json) {
    return new TinkPersonVault(keys, json);
  }

  @Singleton
  PersonDigester personDigester(KeyDerivation keys) {
    return new PersonDigester(keys);
  }

  @Singleton
  HolderRegistrar holderRegistrar(
      HolderStore store, PersonVault vault, PersonDigester digester, Journal journal, Ids ids) {
    return new HolderRegistrar(store, vault, digester, journal, ids);
  }

  @Singleton
  HolderImporter holderImporter(
      CsvReader reader,
      HolderRegistrar registrar,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    return new HolderImporter(reader, registrar, Regions.standard(), transactions, ids, clock);
  }

  @Singleton
  Holders holders(HolderImporter importer, HolderStore store, PersonVault vault) {
    return new HolderService(importer, store, vault);
  }

  @Singleton
  PersonSeal personSeal(HolderStore store, PersonVault vault) {
    return new PersonSeal(store, vault);
  }

  @Singleton
  MemberLists memberLists(
      MemberListStore store,
      Holders holders,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    return new MemberLists(store, holders, journal, transactions, ids, clock);
  }

  @Singleton
  MemberImporter memberImporter(
      CsvReader reader,
      MemberLists lists,
      HolderStore store,
      PersonDigester digester,
      Transactions transactions,
      Ids ids) {
    return new MemberImporter(reader, lists, store, digester, transactions, ids);
  }

  @Singleton
  Households households(
      HouseholdStore store,
      Holders holders,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    return new Households(store, holders, journal, transactions, ids, clock);
  }

  @Singleton
  EventEffects eventEffects(
      PersonEventStore events,
      HolderStore holders,
      SpanStore spans,
      MemberListStore lists,
      HoldStore holds,
      CertificatePauses pauses,
      Journal journal) {
    return new EventEffects(events, holders, spans, lists, holds, pauses, journal);
  }

  @Singleton
  PersonEvents personEvents(
      PersonEventStore store,
      EventEffects effects,
      Holders holders,
      HolderStore register,
      PersonSeal seal,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    return new PersonEvents(
        store, effects, holders, register, seal, journal, transactions, ids, clock);
  }

  @Singleton
  Vehicles vehicles(
      HolderStore holders,
      VehicleStore store,
      PersonDigester digester,
      KeyDerivation keys,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    return new Vehicles(
        holders, store, new TinkPlateVault(keys), digester, journal, transactions, ids, clock);
  }

  @Singleton
  Lookups lookups(Holders holders, Journal journal, Transactions transactions, Clock clock) {
    return new Lookups(holders, journal, transactions, clock);
  }

  @Singleton
  Campaigns campaigns(
      CampaignStore store,
      MemberLists lists,
      PersonEvents events,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    return new Campaigns(store, lists, events, journal, transactions, ids, clock);
  }

  @Singleton
  CampaignImporter campaignImporter(
      CsvReader reader,
      Campaigns campaigns,
      CampaignStore store,
      HolderStore holders,
      PersonDigester digester,
      Transactions transactions,
      Ids ids) {
    return new CampaignImporter(reader, campaigns, store, holders, digester, transactions, ids);
  }

  @Singleton
  Population population(PopulationStore store, Transactions transactions, Clock clock) {
    return new Population(store, transactions, clock);
  }

  @Singleton
  PhoneDirectory phoneDirectory(HolderStore store, PersonDigester digester, PersonVault vault) {
    return new HolderPhones(store, digester, vault);
  }
}

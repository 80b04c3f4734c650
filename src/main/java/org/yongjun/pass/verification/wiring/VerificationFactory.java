package org.yongjun.pass.verification.wiring;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.yongjun.pass.access.OwnedVenues;
import org.yongjun.pass.access.Terminals;
import org.yongjun.pass.benefit.Catalogue;
import org.yongjun.pass.benefit.Catalogues;
import org.yongjun.pass.benefit.LapsedAgreements;
import org.yongjun.pass.benefit.OfferVenues;
import org.yongjun.pass.benefit.PublishedCatalogue;
import org.yongjun.pass.certificate.Certificates;
import org.yongjun.pass.certificate.IssuerKeys;
import org.yongjun.pass.certificate.ShortCodes;
import org.yongjun.pass.holder.Holders;
import org.yongjun.pass.holder.PersonEvents;
import org.yongjun.pass.holder.PersonSeal;
import org.yongjun.pass.holder.Standings;
import org.yongjun.pass.holder.Vehicles;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.limit.Limits;
import org.yongjun.pass.limit.ReservationBook;
import org.yongjun.pass.offline.rule.Evaluator;
import org.yongjun.pass.offline.token.Signatures;
import org.yongjun.pass.offline.verify.CodeVerifier;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.KeyDerivation;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.venue.AgreedTerms;
import org.yongjun.pass.venue.LifeCycleStore;
import org.yongjun.pass.venue.Venues;
import org.yongjun.pass.verification.ApprovalStore;
import org.yongjun.pass.verification.Approvals;
import org.yongjun.pass.verification.Attempts;
import org.yongjun.pass.verification.BenefitFinder;
import org.yongjun.pass.verification.CodeReader;
import org.yongjun.pass.verification.Examiner;
import org.yongjun.pass.verification.Guesses;
import org.yongjun.pass.verification.OpenVisits;
import org.yongjun.pass.verification.PastExaminer;
import org.yongjun.pass.verification.Persons;
import org.yongjun.pass.verification.Plates;
import org.yongjun.pass.verification.Pseudonyms;
import org.yongjun.pass.verification.Quotes;
import org.yongjun.pass.verification.RegisterFacts;
import org.yongjun.pass.verification.ReservationPlans;
import org.yongjun.pass.verification.Reservations;
import org.yongjun.pass.verification.SealedFacts;
import org.yongjun.pass.verification.SurvivorClaimStore;
import org.yongjun.pass.verification.SurvivorClaims;
import org.yongjun.pass.verification.SurvivorPapers;
import org.yongjun.pass.verification.UsedCodes;
import org.yongjun.pass.verification.VerificationStore;
import org.yongjun.pass.verification.Verifications;

@Factory
final class VerificationFactory {
  @Singleton
  Pseudonyms pseudonyms(KeyDerivation keys) {
    return new Pseudonyms(keys.derive(Pseudonyms.KEY_LABEL, Pseudonyms.KEY_BYTES));
  }

  @Singleton
  CodeVerifier codeVerifier(Signatures signatures, IssuerKeys keys) {
    return new CodeVerifier(signatures, keys);
  }

  @Singleton
  Approvals approvals(
      ApprovalStore store,
      VerificationStore verifications,
      OwnedVenues owned,
      Journal journal,
      Transactions transactions,
      Clock clock) {
    return new Approvals(store, verifications, owned, journal, transactions, clock);
  }

  @Singleton
  SealedFacts sealedFacts(PersonSeal seal, Certificates certificates, SurvivorClaimStore claims) {
    return new SealedFacts(seal, certificates, claims);
  }

  @Singleton
  Quotes quotes(
      Evaluator evaluator,
      Catalogues catalogues,
      Limits limits,
      ReservationBook reservations,
      Pseudonyms pseudonyms) {
    return new Quotes(evaluator, catalogues, limits, reservations, pseudonyms);
  }

  @Singleton
  ReservationPlans reservationPlans(
      Holders holders,
      RegisterFacts register,
      Persons persons,
      Venues venues,
      Terminals terminals,
      VerificationStore verifications,
      Quotes quotes) {
    return new ReservationPlans(
        holders, register, persons, venues, terminals, verifications, quotes);
  }

  @Singleton
  Reservations reservations(ReservationPlans plans, ReservationBook book, Ids ids, Clock clock) {
    return new Reservations(plans, book, ids, clock);
  }

  /** What a merchant's offer is checked against. */
  @Singleton
  OfferVenues offerVenues(Venues venues) {
    return venueId -> venues.findById(venueId).map(Quotes::factsOf);
  }

  /** Where a venue's offers rest. */
  @Singleton
  LapsedAgreements lapsedAgreements(LifeCycleStore store, Transactions transactions) {
    return (venueIds, day) -> transactions.read(() -> store.listLapsed(venueIds, day));
  }

  /** What an agreement's catalogue is checked against. */
  @Singleton
  AgreedTerms agreedTerms(Catalogues catalogues) {
    return (code, venueId) ->
        switch (catalogues.findLatest(code)) {
          case Outcome.Done<PublishedCatalogue>(PublishedCatalogue found) -> {
            Catalogue.Offer offer = found.catalogue().offer();
            yield offer == null || offer.venueId().equals(venueId);
          }
          case Outcome.Refused<PublishedCatalogue> refused -> false;
        };
  }

  @Singleton
  CodeReader codeReader(
      CodeVerifier verifier,
      IssuerKeys keys,
      Certificates certificates,
      ShortCodes shortCodes,
      Guesses guesses,
      UsedCodes usedCodes,
      Plates plates,
      SurvivorClaims claims) {
    return new CodeReader(
        verifier, keys, certificates, shortCodes, guesses, usedCodes, plates, claims);
  }

  @Singleton
  SurvivorClaims survivorClaims(
      Holders holders,
      PersonEvents events,
      Venues venues,
      Catalogues catalogues,
      SurvivorClaimStore store,
      SurvivorPapers papers,
      Journal journal,
      Transactions transactions,
      Clock clock) {
    return new SurvivorClaims(
        holders, events, venues, catalogues, store, papers, journal, transactions, clock);
  }

  @Singleton
  SurvivorPapers survivorPapers(PersonSeal seal, KeyDerivation keys, Ids ids) {
    return new SurvivorPapers(
        seal, keys.derive(SurvivorPapers.KEY_LABEL, SurvivorPapers.KEY_BYTES), ids);
  }

  @Singleton
  Plates plates(Vehicles vehicles, Certificates certificates) {
    return new Plates(vehicles, certificates);
  }

  @Singleton
  RegisterFacts registerFacts(Standings standings, Pseudonyms pseudonyms) {
    return new RegisterFacts(standings, pseudonyms);
  }

  @Singleton
  Examiner examiner(
      CodeReader codes,
      Quotes quotes,
      UsedCodes usedCodes,
      OpenVisits visits,
      Holders holders,
      RegisterFacts register,
      Plates plates,
      Clock clock,
      @Value("${pass.card-uses-per-day}") int cardUsesPerDay) {
    return new Examiner(
        codes, quotes, usedCodes, visits, holders, register, plates, clock, cardUsesPerDay);
  }

  @Singleton
  PastExaminer pastExaminer(
      CodeVerifier verifier,
      Certificates certificates,
      Holders holders,
      RegisterFacts register,
      Catalogues catalogues,
      Evaluator evaluator,
      Limits limits,
      Pseudonyms pseudonyms) {
    return new PastExaminer(
        verifier, certificates, holders, register, catalogues, evaluator, limits, pseudonyms);
  }

  @Singleton
  BenefitFinder benefitFinder(
      Holders holders,
      RegisterFacts register,
      Persons persons,
      Venues venues,
      Catalogues catalogues,
      Limits limits,
      Evaluator evaluator,
      Clock clock) {
    return new BenefitFinder(
        holders, register, persons, venues, catalogues, limits, evaluator, clock);
  }

  @Singleton
  Persons persons(Holders holders, Certificates certificates, Pseudonyms pseudonyms) {
    return new Persons(holders, certificates, pseudonyms);
  }

  @Singleton
  Verifications verifications(
      Examiner examiner,
      Venues venues,
      Terminals terminals,
      Holders holders,
      VerificationStore store,
      Attempts attempts,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    return new Verifications(
        examiner, venues, terminals, holders, store, attempts, transactions, ids, clock);
  }
}

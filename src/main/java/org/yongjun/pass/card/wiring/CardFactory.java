package org.yongjun.pass.card.wiring;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.yongjun.pass.card.CardApplications;
import org.yongjun.pass.card.CardFigures;
import org.yongjun.pass.card.CardImporter;
import org.yongjun.pass.card.CardIssues;
import org.yongjun.pass.card.CardSeal;
import org.yongjun.pass.card.CardStore;
import org.yongjun.pass.card.CardTypes;
import org.yongjun.pass.certificate.Cards;
import org.yongjun.pass.holder.HolderStore;
import org.yongjun.pass.holder.Holders;
import org.yongjun.pass.holder.PersonDigester;
import org.yongjun.pass.holder.PersonSeal;
import org.yongjun.pass.holder.PopulationStore;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.platform.CsvReader;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Transactions;

/** The beans of the card capability. */
@Factory
final class CardFactory {
  @Singleton
  CardTypes cardTypes(
      CardStore store, Journal journal, Transactions transactions, Ids ids, Clock clock) {
    return new CardTypes(store, journal, transactions, ids, clock);
  }

  @Singleton
  CardApplications cardApplications(
      CardStore store,
      CardTypes types,
      PersonSeal persons,
      Holders holders,
      Cards cards,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    return new CardApplications(
        store, types, new CardSeal(persons), holders, cards, journal, transactions, ids, clock);
  }

  @Singleton
  CardIssues cardIssues(CardStore store, Journal journal, Ids ids, Clock clock) {
    return new CardIssues(store, journal, ids, clock);
  }

  @Singleton
  CardImporter cardImporter(
      CardTypes types,
      CardIssues issues,
      Holders holders,
      HolderStore register,
      PersonDigester digester,
      CsvReader reader,
      Transactions transactions,
      Ids ids) {
    return new CardImporter(types, issues, holders, register, digester, reader, transactions, ids);
  }

  @Singleton
  CardFigures cardFigures(CardStore store, PopulationStore population, Transactions transactions) {
    return new CardFigures(store, population, transactions);
  }
}

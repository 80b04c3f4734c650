package org.yongjun.pass.card;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.holder.HolderRecord;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Ids;

/** Enters cards that somebody else has issued: their earlier steps are not known here. */
public final class CardIssues {
  private final CardStore store;
  private final Journal journal;
  private final Ids ids;
  private final Clock clock;

  public CardIssues(CardStore store, Journal journal, Ids ids, Clock clock) {
    this.store = store;
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
  }

  /** When a card was issued and, if it was, activated. */
  record Issue(LocalDate issuedOn, Optional<LocalDate> activatedOn) {}

  /** What became of one. */
  enum Entered {
    CREATED,
    UNCHANGED,
    TAKEN
  }

  /** Writes in the caller's transaction. */
  Entered enter(Caller officer, CardType type, HolderRecord holder, Issue issue) {
    List<CardEvent> events = new ArrayList<>();
    events.add(new CardEvent(1, CardStage.ISSUED, issue.issuedOn(), officer.id(), List.of(), null));
    issue
        .activatedOn()
        .ifPresent(
            day ->
                events.add(
                    new CardEvent(2, CardStage.ACTIVATED, day, officer.id(), List.of(), null)));
    CardEvent last = events.getLast();
    CardApplication application =
        new CardApplication(
            ids.next(),
            type.code(),
            holder.id(),
            holder.homeRegion(),
            CardChannel.PARTNER,
            last.stage(),
            last.number(),
            last.day(),
            null);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (!store.insert(application, now)) {
      return isSame(holder, type, last) ? Entered.UNCHANGED : Entered.TAKEN;
    }
    events.forEach(each -> store.insert(application.id(), each, now));
    journal.append(
        new JournalEntry(
            JournalKind.CARD_ISSUE_ENTERED,
            application.id(),
            application.region(),
            officer.id(),
            officer.requestId(),
            now,
            Map.of("type", type.code(), "stage", last.stage().name())));
    return Entered.CREATED;
  }

  /** The entry of a whole file, in the caller's transaction: it told of persons who is known. */
  void imported(Caller officer, CardType type, RegionCode region, CardImporter.Report report) {
    journal.append(
        new JournalEntry(
            JournalKind.CARDS_IMPORTED,
            type.code(),
            region,
            officer.id(),
            officer.requestId(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            Map.of(
                "importId", report.importId(),
                "created", Integer.toString(report.created()),
                "unchanged", Integer.toString(report.unchanged()),
                "rejected", Integer.toString(report.faults().size()))));
  }

  private boolean isSame(HolderRecord holder, CardType type, CardEvent last) {
    return store.listOf(holder.id(), CardApplications.PAGE_SIZE_MAX).stream()
        .anyMatch(
            each ->
                each.type().equals(type.code())
                    && each.channel() == CardChannel.PARTNER
                    && each.stage() == last.stage()
                    && each.lastDay().equals(last.day()));
  }
}

package org.yongjun.pass.redemption;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.rule.BillPart;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;

/**
 * Takes what terminals say that they collected, apart from the ledger: payable stays what was
 * evaluated, and a difference is flagged.
 */
public final class Collections {
  public static final int PAGE_SIZE_MAX = 200;

  private final Ledger ledger;
  private final CollectionStore store;
  private final Journal journal;
  private final Transactions transactions;
  private final Clock clock;

  public Collections(
      Ledger ledger,
      CollectionStore store,
      Journal journal,
      Transactions transactions,
      Clock clock) {
    this.ledger = ledger;
    this.store = store;
    this.journal = journal;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What was reported, and whether it had been before. */
  public record Reported(Collection collection, boolean isRepeat) {}

  /**
   * Takes the report of the terminal that redeemed; the same sum again is the same report.
   *
   * @return NOT_FOUND for a redemption of another terminal, CONFLICT for another sum than before
   */
  public Outcome<Reported> report(Caller terminal, String redemptionId, long collectedFen) {
    List<LedgerEntry> redeemed =
        ledger.listEntries(redemptionId).stream()
            .filter(entry -> entry.direction() > 0)
            .filter(entry -> entry.place().terminalId().equals(terminal.id()))
            .toList();
    if (redeemed.isEmpty()) {
      return Outcome.refused(ProblemCode.NOT_FOUND);
    }
    LedgerEntry.Place place = redeemed.getFirst().place();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Collection collection =
        new Collection(
            redemptionId,
            place.venueId(),
            place.terminalId(),
            place.region(),
            payableFen(redeemed),
            collectedFen,
            now);
    boolean isNew = transactions.write(() -> write(terminal, collection));
    return isNew ? Outcome.done(new Reported(collection, false)) : repeat(collection);
  }

  /**
   * The sum of the whole bill, which the redemption has answered: also of parts without benefit.
   */
  private static long payableFen(List<LedgerEntry> redeemed) {
    Set<String> benefitted =
        redeemed.stream().map(entry -> entry.part().key()).collect(Collectors.toSet());
    long others =
        StoredSituation.of(redeemed.getFirst())
            .map(StoredSituation::bill)
            .orElse(List.of())
            .stream()
            .filter(part -> !benefitted.contains(part.key()))
            .mapToLong(BillPart::referenceFen)
            .sum();
    return others + redeemed.stream().mapToLong(entry -> entry.part().payableFen()).sum();
  }

  /** The flagged ones of a region that the officer answers for; OUT_OF_REGION otherwise. */
  public Outcome<List<Collection>> listFlagged(
      Caller officer, RegionCode scope, String afterId, int limit) {
    return officer.answersFor(scope)
        ? Outcome.done(store.listFlagged(scope, afterId, Math.min(limit, PAGE_SIZE_MAX + 1)))
        : Outcome.refused(ProblemCode.OUT_OF_REGION);
  }

  private boolean write(Caller terminal, Collection collection) {
    if (!store.insert(collection)) {
      return false;
    }
    journal.append(
        new JournalEntry(
            JournalKind.COLLECTION_REPORTED,
            collection.redemptionId(),
            collection.region(),
            terminal.id(),
            terminal.requestId(),
            collection.reportedAt(),
            Map.of(
                "payableFen", Long.toString(collection.payableFen()),
                "collectedFen", Long.toString(collection.collectedFen()))));
    return true;
  }

  private Outcome<Reported> repeat(Collection collection) {
    Collection known = store.find(collection.redemptionId()).orElseThrow();
    return known.collectedFen() == collection.collectedFen()
        ? Outcome.done(new Reported(known, true))
        : Outcome.refused(
            Problem.of(
                ProblemCode.CONFLICT,
                "该笔核销的实收金额已上报，且金额不同",
                "Another sum has been reported as collected for this redemption"));
  }
}

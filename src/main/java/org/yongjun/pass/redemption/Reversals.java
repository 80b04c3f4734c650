package org.yongjun.pass.redemption;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.limit.Charge;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;

/** Reverses (冲正): new entries that take a redemption back in full; the code stays spent. */
public final class Reversals {
  /** So long the same terminal may reverse; afterwards the office does. */
  public static final Duration TERMINAL_LIMIT = Duration.ofMinutes(15);

  private final Ledger ledger;
  private final LimitBook limits;
  private final Journal journal;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  public Reversals(
      Ledger ledger,
      LimitBook limits,
      Journal journal,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.ledger = ledger;
    this.limits = limits;
    this.journal = journal;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /** A reversal, and whether this answer is a repeat of an earlier one. */
  public record Recorded(Reversal reversal, boolean isReplay) {}

  /** A redemption with its reversal, if it has one. */
  public record State(List<LedgerEntry> redeemed, List<LedgerEntry> reversed) {}

  /** What the ledger has of a redemption; nothing for a caller whom it does not concern. */
  public Outcome<State> find(Caller caller, String redemptionId) {
    List<LedgerEntry> all = ledger.listEntries(redemptionId);
    List<LedgerEntry> redeemed = all.stream().filter(e -> e.direction() > 0).toList();
    if (redeemed.isEmpty() || !concerns(caller, redeemed.getFirst())) {
      return Outcome.refused(ProblemCode.NOT_FOUND);
    }
    return Outcome.done(new State(redeemed, all.stream().filter(e -> e.direction() < 0).toList()));
  }

  public Outcome<Recorded> reverse(
      Caller caller, String idempotencyKey, String redemptionId, String reason) {
    byte[] hash = RequestHash.ofReversal(redemptionId, reason);
    Optional<Claim> known = ledger.findClaim(caller.id(), idempotencyKey);
    if (known.isPresent()) {
      return replay(known.get(), hash);
    }
    return find(caller, redemptionId)
        .then(
            state -> {
              if (!state.reversed().isEmpty()) {
                // Reversed since the key was looked up, perhaps under this very key.
                return ledger
                    .findClaim(caller.id(), idempotencyKey)
                    .map(claim -> replay(claim, hash))
                    .orElseGet(() -> Outcome.refused(ProblemCode.ALREADY_REVERSED));
              }
              Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
              Instant bookedAt = state.redeemed().getFirst().bookedAt();
              if (!caller.role().isOffice() && now.isAfter(bookedAt.plus(TERMINAL_LIMIT))) {
                return Outcome.refused(ProblemCode.REVERSAL_TOO_LATE);
              }
              return write(caller, idempotencyKey, hash, state.redeemed(), reason, now);
            });
  }

  /** Leaves the transaction with everything in it undone. */
  private static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** How taking the key ended; where the key was won, the redemption was not. */
    private final Ledger.Taking taking;

    Lost(Ledger.Taking taking) {
      super(taking.name(), null, false, false);
      this.taking = taking;
    }
  }

  private Outcome<Recorded> write(
      Caller caller,
      String idempotencyKey,
      byte[] hash,
      List<LedgerEntry> redeemed,
      String reason,
      Instant now) {
    LedgerEntry first = redeemed.getFirst();
    long valueFen = redeemed.stream().mapToLong(e -> e.part().benefitValueFen()).sum();
    Reversal reversal =
        new Reversal(first.redemptionId(), first.visit().id(), reason, valueFen, now);
    Claim claim = new Claim(caller.id(), idempotencyKey, hash, new Answer.Reversed(reversal), now);
    List<Charge> charges = charges(redeemed);
    try {
      transactions.writeOnly(
          () -> {
            Ledger.Taking taking = ledger.claim(claim);
            if (taking != Ledger.Taking.TAKEN) {
              throw new Lost(taking);
            }
            int standing = ledger.takeBack(first.visit().id());
            if (!ledger.append(entries(caller, redeemed, reason, now, standing))) {
              throw new Lost(taking);
            }
            journal.append(
                new JournalEntry(
                    JournalKind.REVERSAL_RECORDED,
                    first.redemptionId(),
                    first.place().region(),
                    caller.id(),
                    caller.requestId(),
                    now,
                    Map.of("reason", reason, "benefitValueFen", Long.toString(valueFen))));
            limits.giveBack(charges);
          });
      return Outcome.done(new Recorded(reversal, false));
    } catch (Lost lost) {
      return switch (lost.taking) {
        case TAKEN -> Outcome.refused(ProblemCode.ALREADY_REVERSED);
        case TAKEN_BEFORE ->
            replay(ledger.findClaim(caller.id(), idempotencyKey).orElseThrow(), hash);
        case UNDER_WAY -> Outcome.refused(ProblemCode.IN_FLIGHT);
      };
    }
  }

  /** What the redemption took of limits, in the periods in which it happened. */
  private List<Charge> charges(List<LedgerEntry> redeemed) {
    LedgerEntry first = redeemed.getFirst();
    return limits.chargesOf(
        redeemed.stream().map(LedgerEntry::part).toList(),
        Facts.subjectsOf(first),
        first.visit().id(),
        first.occurredAt());
  }

  private List<LedgerEntry> entries(
      Caller caller, List<LedgerEntry> redeemed, String reason, Instant now, int standing) {
    List<LedgerEntry> entries = new ArrayList<>();
    for (LedgerEntry entry : redeemed) {
      boolean endsVisit = standing == 0 && entries.isEmpty();
      entries.add(
          new LedgerEntry(
              ids.next(),
              entry.redemptionId(),
              -1,
              entry.visit(),
              entry.attempt(),
              endsVisit ? -1 : 0,
              entry.place(),
              entry.person(),
              entry.part(),
              entry.facts(),
              entry.trace(),
              caller.id(),
              reason,
              entry.occurredAt(),
              now,
              caller.requestId()));
    }
    return entries;
  }

  private static Outcome<Recorded> replay(Claim claim, byte[] hash) {
    return claim.isFor(hash) && claim.answer() instanceof Answer.Reversed(Reversal reversal)
        ? Outcome.done(new Recorded(reversal, true))
        : Outcome.refused(ProblemCode.KEY_REUSED);
  }

  private static boolean concerns(Caller caller, LedgerEntry entry) {
    return caller.manages(entry.place().venueId(), entry.place().region())
        || entry.place().terminalId().equals(caller.id());
  }
}

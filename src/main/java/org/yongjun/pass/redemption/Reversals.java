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
import org.yongjun.pass.access.Role;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.limit.Charge;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
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

  /** Says what takes the place of what is reversed; empty for nothing. */
  @FunctionalInterface
  interface Replacer {
    Outcome<Optional<Replacement>> replacement(List<LedgerEntry> redeemed, Instant now);
  }

  public Outcome<Recorded> reverse(
      Caller caller, String idempotencyKey, String redemptionId, String reason) {
    return reverse(
        caller,
        idempotencyKey,
        RequestHash.ofReversal(redemptionId, reason, List.of()),
        redemptionId,
        reason,
        (redeemed, now) -> Outcome.done(Optional.empty()));
  }

  /**
   * Reverses what was annulled in time by the terminal's own clock. A gate's turnstile may tell so
   * however late; an attended terminal has only its word for the time, so what counts for it is
   * when it told, as if it had reversed then: REVERSAL_TOO_LATE.
   *
   * @param clientId the annulment's, which is its key
   */
  Outcome<Recorded> annul(
      Caller terminal, String clientId, Instant toldAt, String redemptionId, String reason) {
    return reverse(
        terminal,
        clientId,
        RequestHash.ofReversal(redemptionId, reason, List.of()),
        redemptionId,
        reason,
        terminal.role() == Role.GATE ? Optional.empty() : Optional.of(toldAt),
        (redeemed, now) -> Outcome.done(Optional.empty()));
  }

  Outcome<Recorded> reverse(
      Caller caller,
      String idempotencyKey,
      byte[] hash,
      String redemptionId,
      String reason,
      Replacer replacer) {
    return reverse(
        caller,
        idempotencyKey,
        hash,
        redemptionId,
        reason,
        caller.role().isOffice() ? Optional.empty() : Optional.of(clock.instant()),
        replacer);
  }

  /**
   * @param askedAt held against the time limit of terminals; empty where there is no limit
   */
  private Outcome<Recorded> reverse(
      Caller caller,
      String idempotencyKey,
      byte[] hash,
      String redemptionId,
      String reason,
      Optional<Instant> askedAt,
      Replacer replacer) {
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
              Instant since = redeemedAt(state.redeemed().getFirst());
              if (askedAt.filter(since.plus(TERMINAL_LIMIT)::isBefore).isPresent()) {
                return Outcome.refused(ProblemCode.REVERSAL_TOO_LATE);
              }
              return replacer
                  .replacement(state.redeemed(), now)
                  .then(
                      replacement ->
                          write(
                              new Draft(
                                  caller,
                                  idempotencyKey,
                                  hash,
                                  state.redeemed(),
                                  reason,
                                  now,
                                  replacement)));
            });
  }

  /** What is left of a bill after a return was redeemed with all of it, and is no newer. */
  private static Instant redeemedAt(LedgerEntry entry) {
    return entry.facts().containsKey(Facts.REPLACES) ? entry.occurredAt() : entry.bookedAt();
  }

  /** What one transaction writes. */
  private record Draft(
      Caller caller,
      String idempotencyKey,
      byte[] hash,
      List<LedgerEntry> redeemed,
      String reason,
      Instant now,
      Optional<Replacement> replacement) {
    Reversal reversal() {
      LedgerEntry first = redeemed.getFirst();
      return new Reversal(
          first.redemptionId(),
          first.visit().id(),
          reason,
          redeemed.stream().mapToLong(each -> each.part().benefitValueFen()).sum(),
          now,
          replacement.map(Replacement::redemption));
    }
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

  /** Leaves the transaction because what takes the place no longer fits a limit. */
  private static final class LimitTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LimitTaken() {
      super("a limit", null, false, false);
    }
  }

  private Outcome<Recorded> write(Draft draft) {
    Reversal reversal = draft.reversal();
    Claim claim =
        new Claim(
            draft.caller().id(),
            draft.idempotencyKey(),
            draft.hash(),
            new Answer.Reversed(reversal),
            draft.now());
    List<Charge> given = charges(draft.redeemed());
    List<Charge> taken = draft.replacement().map(Replacement::charges).orElse(List.of());
    limits.prepare(taken);
    try {
      transactions.writeOnly(
          () -> {
            Ledger.Taking taking = ledger.claim(claim);
            if (taking != Ledger.Taking.TAKEN || !append(draft)) {
              throw new Lost(taking);
            }
            journal(draft, reversal);
            if (!limits.exchange(given, taken)) {
              throw new LimitTaken();
            }
          });
      return Outcome.done(new Recorded(reversal, false));
    } catch (LimitTaken reached) {
      return Outcome.refused(Problem.of(ReasonCode.LIMIT_REACHED, ReasonCode.LIMIT_REACHED.text()));
    } catch (Lost lost) {
      return switch (lost.taking) {
        case TAKEN -> Outcome.refused(ProblemCode.ALREADY_REVERSED);
        case TAKEN_BEFORE ->
            replay(
                ledger.findClaim(draft.caller().id(), draft.idempotencyKey()).orElseThrow(),
                draft.hash());
        case UNDER_WAY -> Outcome.refused(ProblemCode.IN_FLIGHT);
      };
    }
  }

  /**
   * False when it was reversed before. Where one redemption takes another's place, as many stand.
   */
  private boolean append(Draft draft) {
    String visitId = draft.redeemed().getFirst().visit().id();
    if (draft.replacement().isEmpty()) {
      return ledger.append(entries(draft, ledger.takeBack(visitId) == 0));
    }
    ledger.hold(visitId);
    return ledger.append(entries(draft, false))
        && ledger.append(draft.replacement().get().entries());
  }

  private void journal(Draft draft, Reversal reversal) {
    append(
        JournalKind.REVERSAL_RECORDED,
        draft,
        reversal.redemptionId(),
        Map.of(
            "reason", draft.reason(),
            "benefitValueFen", Long.toString(reversal.benefitValueFen())));
    reversal
        .replacement()
        .ifPresent(
            redemption ->
                append(
                    JournalKind.REDEMPTION_RECORDED,
                    draft,
                    redemption.id(),
                    Map.of(
                        "venue", redemption.venueId(),
                        "visit", redemption.visitId(),
                        "replaces", reversal.redemptionId(),
                        "payableFen", Long.toString(redemption.payableFen()),
                        "benefitValueFen", Long.toString(redemption.benefitValueFen()))));
  }

  private void append(
      JournalKind kind, Draft draft, String redemptionId, Map<String, String> content) {
    journal.append(
        new JournalEntry(
            kind,
            redemptionId,
            draft.redeemed().getFirst().place().region(),
            draft.caller().id(),
            draft.caller().requestId(),
            draft.now(),
            content));
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

  private List<LedgerEntry> entries(Draft draft, boolean isLast) {
    List<LedgerEntry> entries = new ArrayList<>();
    for (LedgerEntry entry : draft.redeemed()) {
      boolean endsVisit = isLast && entries.isEmpty();
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
              draft.caller().id(),
              draft.reason(),
              entry.occurredAt(),
              draft.now(),
              draft.caller().requestId()));
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

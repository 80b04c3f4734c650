package org.yongjun.pass.redemption;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.venue.Terminal;
import org.yongjun.pass.venue.Venues;

/**
 * Pairs exits and annulments with the passages that they name, whichever is told first. What cannot
 * be paired yet waits; whoever does the pairing deletes the waiting row in the same transaction, or
 * reverses under the annulment's own key, so that two instances never do it twice.
 */
public final class TapPairs {
  private static final int AT_ONCE = 500;

  /** Told long enough ago that no request is about to pair it. */
  private static final Duration SETTLED_FOR = Duration.ofMinutes(1);

  /** After so long nobody will tell the passage any more. */
  private static final Duration WAIT_MAX = TapBounds.OLDEST_MAX;

  /** Nobody stays longer within one visit. */
  private static final Duration STAY_MAX = Duration.ofDays(1);

  /** How far two clocks of one operator may differ. */
  private static final Duration CLOCKS = Duration.ofMinutes(1);

  private static final String NOT_TURNED = "闸机未转动，同一设备撤销";

  private final TapStore store;
  private final Reversals reversals;
  private final Venues venues;
  private final Transactions transactions;
  private final Clock clock;

  public TapPairs(
      TapStore store, Reversals reversals, Venues venues, Transactions transactions, Clock clock) {
    this.store = store;
    this.reversals = reversals;
    this.venues = venues;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Pairs what a terminal has just told: the exits and annulments of it, and what waited for its
   * passages by name. Whatever else waits is the sweep's, so that nothing which nobody can pair
   * stands before it.
   */
  void pair(Caller terminal, List<RecordedTap> told) {
    List<String> passes = new ArrayList<>();
    for (RecordedTap each : told) {
      if (each.tap().kind() == Tap.Kind.PASS) {
        passes.add(each.tap().clientId());
      } else if (each.standing() == RecordedTap.Standing.SETTLED) {
        pair(terminal, each);
      }
    }
    for (int from = 0; from < passes.size(); from += Taps.IDS_PER_READ) {
      List<String> some = passes.subList(from, Math.min(passes.size(), from + Taps.IDS_PER_READ));
      store.listWaitingFor(terminal.id(), some).forEach(waiting -> pair(terminal, waiting));
    }
  }

  /** Pairs what is left over and ends the stays of the days before; safe on many instances. */
  public void sweep() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    sweep(Tap.Kind.ANNUL, now);
    sweep(Tap.Kind.EXIT, now);
    int closed;
    do {
      closed = transactions.write(() -> store.closeStaysBefore(BusinessTime.dayOf(now), AT_ONCE));
    } while (closed == AT_ONCE);
  }

  /** Page by page to the end: what cannot be paired yet holds up nothing behind it. */
  private void sweep(Tap.Kind kind, Instant now) {
    String afterId = "";
    List<RecordedTap> page;
    do {
      page = store.listWaiting(kind, now.minus(SETTLED_FOR), afterId, AT_ONCE);
      for (RecordedTap waiting : page) {
        afterId = waiting.id();
        boolean isPaired = pair(callerOf(waiting), waiting);
        if (!isPaired && waiting.receivedAt().isBefore(now.minus(WAIT_MAX))) {
          end(waiting, TapFlag.UNPAIRED);
        }
      }
    } while (page.size() == AT_ONCE);
  }

  private Caller callerOf(RecordedTap waiting) {
    RecordedTap.Origin origin = waiting.origin();
    boolean isGate =
        venues
            .findTerminal(origin.terminalId())
            .filter(terminal -> terminal.kind() == Terminal.Kind.GATE)
            .isPresent();
    return new Caller(
        origin.terminalId(),
        isGate ? Role.GATE : Role.TERMINAL,
        origin.region(),
        origin.venueId(),
        waiting.requestId());
  }

  /** False where the passage is not known yet. */
  private boolean pair(Caller terminal, RecordedTap waiting) {
    Optional<RecordedTap> found = findPass(waiting);
    if (found.isEmpty()) {
      return false;
    }
    RecordedTap pass = found.get();
    return switch (waiting.tap().kind()) {
      case ANNUL -> annul(terminal, waiting, pass);
      case EXIT -> exit(waiting, pass);
      case PASS -> throw new IllegalStateException("a passage waits for nothing");
    };
  }

  private Optional<RecordedTap> findPass(RecordedTap waiting) {
    RecordedTap.Origin origin = waiting.origin();
    Optional<RecordedTap> named =
        waiting.tap().names().isEmpty()
            ? Optional.empty()
            : store.find(origin.terminalId(), waiting.tap().names()).map(TapStore.Found::recorded);
    Instant at = waiting.tap().eventAt();
    return named.or(
        () ->
            waiting
                .holder()
                .flatMap(
                    holder ->
                        store.findLastPass(
                            holder.person(), origin.venueId(), at, at.minus(STAY_MAX))));
  }

  private boolean annul(Caller terminal, RecordedTap waiting, RecordedTap pass) {
    String redemptionId = pass.settlement().redemptionId();
    if (redemptionId.isEmpty()) {
      // A conflict or a fact without value: there is nothing to take back.
      return end(waiting, pass);
    }
    Duration after = Duration.between(pass.tap().eventAt(), waiting.tap().eventAt());
    if (after.compareTo(Reversals.TERMINAL_LIMIT) > 0 || after.compareTo(CLOCKS.negated()) < 0) {
      return end(waiting, TapFlag.ANNUL_TOO_LATE);
    }
    Outcome<Reversals.Recorded> reversed =
        reversals.annul(
            terminal, waiting.tap().clientId(), waiting.receivedAt(), redemptionId, NOT_TURNED);
    if (reversed instanceof Outcome.Refused<Reversals.Recorded>(Problem problem)) {
      if (problem.code() == ProblemCode.IN_FLIGHT) {
        return false;
      }
      if (problem.code() == ProblemCode.REVERSAL_TOO_LATE) {
        return end(waiting, TapFlag.ANNUL_TOO_LATE);
      }
      if (problem.code() != ProblemCode.ALREADY_REVERSED) {
        return end(waiting, TapFlag.UNPAIRED);
      }
    }
    return end(waiting, pass);
  }

  private boolean exit(RecordedTap waiting, RecordedTap pass) {
    boolean isAnother =
        !waiting
            .holder()
            .map(RecordedTap.Holder::person)
            .equals(pass.holder().map(RecordedTap.Holder::person));
    return isAnother ? end(waiting, TapFlag.EXIT_OF_ANOTHER) : end(waiting, pass);
  }

  private boolean end(RecordedTap waiting, RecordedTap pass) {
    transactions.writeOnly(
        () -> {
          if (store.endWaiting(waiting.id())) {
            store.closeStay(pass, waiting);
          }
        });
    return true;
  }

  private boolean end(RecordedTap waiting, TapFlag flag) {
    transactions.writeOnly(
        () -> {
          if (store.endWaiting(waiting.id())) {
            store.flag(waiting, flag, clock.instant().truncatedTo(ChronoUnit.MICROS));
          }
        });
    return true;
  }
}

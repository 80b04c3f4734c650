package org.yongjun.pass.redemption;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.limit.Charge;
import org.yongjun.pass.platform.Transactions;

/**
 * Writes judged taps, small groups in one transaction each: all of a group or nothing. Whether a
 * tap was told before, and whether its code was spent before, the unique keys decide; where one was
 * taken, the group is undone and each of it written by itself.
 */
public final class TapRecorder {
  /** How often a single tap is written anew before its writer gives up. */
  private static final int TRIES = 8;

  /** In which all writers lock visits. */
  private static final Comparator<TapDraft> LOCKING =
      Comparator.comparing(
          draft ->
              draft
                  .recorded()
                  .holder()
                  .map(each -> each.issuer() + " " + each.bindingIndex() + " " + each.useKey())
                  .orElse(""));

  private final TapStore store;
  private final Ledger ledger;
  private final LimitBook limits;
  private final Journal journal;
  private final Transactions transactions;
  private final int cardUsesPerDay;

  public TapRecorder(
      TapStore store,
      Ledger ledger,
      LimitBook limits,
      Journal journal,
      Transactions transactions,
      int cardUsesPerDay) {
    this.store = store;
    this.ledger = ledger;
    this.limits = limits;
    this.journal = journal;
    this.transactions = transactions;
    this.cardUsesPerDay = cardUsesPerDay;
  }

  /**
   * A tap that stands now.
   *
   * @param isRepeat whether it, or what it tells of, stood before
   */
  record Done(RecordedTap recorded, Set<TapFlag> flags, boolean isRepeat) {}

  /** Which unique key or count said no. */
  private enum Lost {
    TAP,
    CODE,
    CARD
  }

  /** Leaves the transaction with everything in it undone. */
  private static final class Undo extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Lost lost;

    Undo(Lost lost) {
      super(lost.name(), null, false, false);
      this.lost = lost;
    }
  }

  /** Writes them, in whatever order. */
  List<Done> record(List<TapDraft> drafts) {
    List<TapDraft> ordered = drafts.stream().sorted(LOCKING).toList();
    if (ordered.size() > 1) {
      try {
        return write(ordered);
      } catch (Undo undone) {
        return ordered.stream().map(this::recordOne).toList();
      }
    }
    return ordered.stream().map(this::recordOne).toList();
  }

  private Done recordOne(TapDraft draft) {
    TapDraft current = draft;
    boolean isRepeat = false;
    for (int i = 0; i < TRIES; i++) {
      try {
        Done written = write(List.of(current)).getFirst();
        return new Done(written.recorded(), written.flags(), isRepeat);
      } catch (Undo undone) {
        switch (undone.lost) {
          case TAP -> {
            Optional<Done> before = findBefore(draft);
            if (before.isPresent()) {
              return before.get();
            }
            current = current.asTwin(countTwins(draft));
          }
          case CODE -> {
            Optional<Redemption> online = findOnline(current);
            isRepeat = online.isPresent();
            String visitId = findVisit(current).orElse("");
            TapDraft lost = current;
            current =
                online
                    .map(lost::asRedeemed)
                    .orElseGet(() -> lost.asConflict(ReasonCode.REPLAYED.name(), visitId));
          }
          case CARD -> current = current.asConflict(ReasonCode.LIMIT_REACHED.name(), "");
        }
      }
    }
    throw new IllegalStateException("a tap lost every one of its races");
  }

  private Optional<Done> findBefore(TapDraft draft) {
    RecordedTap tap = draft.recorded();
    return store
        .find(tap.origin().terminalId(), tap.tap().clientId())
        .map(found -> new Done(found.recorded(), found.flags(), true));
  }

  private int countTwins(TapDraft draft) {
    RecordedTap tap = draft.recorded();
    return store.countSequence(tap.origin().terminalId(), tap.tap().sequence());
  }

  private Optional<String> findVisit(TapDraft draft) {
    RecordedTap.Holder holder = draft.recorded().holder().orElseThrow();
    return store.findVisit(holder.issuer(), holder.bindingIndex(), holder.useKey());
  }

  /** What the terminal redeemed online under the same key, of the same code. */
  private Optional<Redemption> findOnline(TapDraft draft) {
    RecordedTap tap = draft.recorded();
    return ledger
        .findClaim(tap.origin().terminalId(), tap.tap().clientId())
        .flatMap(
            claim ->
                claim.answer() instanceof Answer.Redeemed(Redemption redemption)
                    ? Optional.of(redemption)
                    : Optional.empty())
        .filter(redemption -> findVisit(draft).filter(redemption.visitId()::equals).isPresent());
  }

  private List<Done> write(List<TapDraft> drafts) {
    List<TapDraft.Booking> bookings =
        drafts.stream().flatMap(draft -> draft.booking().stream()).toList();
    limits.prepare(bookings.stream().flatMap(each -> each.charges().stream()).toList());
    return transactions.write(
        () -> {
          if (!store.insert(drafts.stream().map(TapDraft::recorded).toList())) {
            throw new Undo(Lost.TAP);
          }
          open(bookings);
          if (!bookings.isEmpty()) {
            ledger.append(bookings.stream().flatMap(each -> each.entries().stream()).toList());
          }
          journal.appendAll(drafts.stream().map(TapRecorder::journalEntry).toList());
          return note(drafts, charge(drafts));
        });
  }

  private void open(List<TapDraft.Booking> bookings) {
    if (!bookings.isEmpty()
        && !ledger.openAll(bookings.stream().map(TapDraft.Booking::visit).toList())) {
      throw new Undo(Lost.CODE);
    }
    for (TapDraft.Booking booking : bookings) {
      Visit visit = booking.visit();
      if (visit.code().isCard()
          && !ledger.takeCardUse(visit.code(), visit.businessDay(), cardUsesPerDay)) {
        throw new Undo(Lost.CARD);
      }
    }
  }

  /** Counts what happened, counter by counter in the order of locking; who went over a limit. */
  private Set<TapDraft> charge(List<TapDraft> drafts) {
    record Owed(TapDraft draft, Charge charge) {}
    List<Owed> all = new ArrayList<>();
    drafts.forEach(
        draft ->
            draft
                .booking()
                .ifPresent(
                    booking -> booking.charges().forEach(each -> all.add(new Owed(draft, each)))));
    all.sort(Comparator.comparing(owed -> owed.charge().key()));
    Set<TapDraft> over = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Owed owed : all) {
      if (!limits.addFact(owed.charge())) {
        over.add(owed.draft());
      }
    }
    return over;
  }

  private List<Done> note(List<TapDraft> drafts, Set<TapDraft> over) {
    List<Done> done = new ArrayList<>();
    for (TapDraft draft : drafts) {
      RecordedTap tap = draft.recorded();
      EnumSet<TapFlag> flags = EnumSet.noneOf(TapFlag.class);
      flags.addAll(draft.flags());
      if (over.contains(draft)) {
        flags.add(TapFlag.OVER_LIMIT);
      }
      if (!flags.isEmpty()) {
        store.flagNew(tap, flags, tap.receivedAt());
      }
      if (tap.standing() == RecordedTap.Standing.SETTLED && tap.tap().kind() != Tap.Kind.PASS) {
        store.await(tap, tap.receivedAt());
      }
      if (tap.standing() == RecordedTap.Standing.SETTLED
          && tap.tap().marks().contains(Tap.Mark.EXIT_DUE)) {
        store.openStay(tap);
      }
      done.add(new Done(tap, flags, false));
    }
    return done;
  }

  private static JournalEntry journalEntry(TapDraft draft) {
    RecordedTap tap = draft.recorded();
    Map<String, String> content = new HashMap<>(TapJudge.contentOf(tap));
    Optional<Redemption> redemption = draft.booking().map(TapDraft.Booking::redemption);
    redemption.ifPresent(
        each -> {
          content.put("tap", tap.id());
          content.put("venue", each.venueId());
          content.put("visit", each.visitId());
          content.put("payableFen", Long.toString(each.payableFen()));
          content.put("benefitValueFen", Long.toString(each.benefitValueFen()));
        });
    return new JournalEntry(
        redemption.isPresent() ? JournalKind.REDEMPTION_RECORDED : JournalKind.TAP_RECORDED,
        redemption.map(Redemption::id).orElse(tap.id()),
        tap.origin().region(),
        tap.origin().terminalId(),
        tap.requestId(),
        tap.receivedAt(),
        content);
  }
}

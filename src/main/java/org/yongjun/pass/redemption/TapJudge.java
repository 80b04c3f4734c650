package org.yongjun.pass.redemption;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.verify.CodeVerifier;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.venue.Terminal;
import org.yongjun.pass.venue.Venue;
import org.yongjun.pass.venue.Venues;
import org.yongjun.pass.verification.BillLine;
import org.yongjun.pass.verification.Examination;
import org.yongjun.pass.verification.PastExamination;
import org.yongjun.pass.verification.PastExaminer;
import org.yongjun.pass.verification.PastReading;
import org.yongjun.pass.verification.Presented;
import org.yongjun.pass.verification.ShownCode;

/**
 * Judges what a terminal tells, before anything is written: whether its code was genuine and in
 * time, what it was worth by the rules of that moment, and what an office should look into.
 */
public final class TapJudge {
  /** What a passage is for where neither the terminal nor the venue says so. */
  private static final String LABEL = "FARE";

  private final PastExaminer examiner;
  private final TapBookings bookings;
  private final LimitBook.Items items;
  private final Venues venues;
  private final VenueTimes venueTimes;
  private final TapStore store;
  private final TapBounds bounds;
  private final Transactions transactions;
  private final Ids ids;

  public TapJudge(
      PastExaminer examiner,
      TapBookings bookings,
      LimitBook.Items items,
      Venues venues,
      VenueTimes venueTimes,
      TapStore store,
      TapBounds bounds,
      Transactions transactions,
      Ids ids) {
    this.examiner = examiner;
    this.bookings = bookings;
    this.items = items;
    this.venues = venues;
    this.venueTimes = venueTimes;
    this.store = store;
    this.bounds = bounds;
    this.transactions = transactions;
    this.ids = ids;
  }

  /** Whether benefits could be redeemed at a venue at a moment. */
  @FunctionalInterface
  public interface VenueTimes {
    boolean wasActiveAt(String venueId, Instant at);
  }

  /** One batch of one terminal. */
  private final class Sitting {
    private final Caller terminal;
    private final Venue venue;
    private final Instant now;
    private final PastExaminer.Run run;
    private final TapTrail trail;
    private final String channel;
    private final Map<Instant, Boolean> active = new HashMap<>();

    Sitting(Caller terminal, Venue venue, Instant now, TapTrail trail) {
      this.terminal = terminal;
      this.venue = venue;
      this.now = now;
      this.run = examiner.begin(venue, now);
      this.trail = trail;
      List<String> channels =
          venues.findTerminal(terminal.id()).map(Terminal::channels).orElse(List.of());
      this.channel = channels.size() == 1 ? channels.getFirst() : Presented.CHANNEL_UNSPECIFIED;
    }

    TapDraft judge(Tap tap, Optional<PastReading> reading) {
      RecordedTap open = open(tap);
      if (!tap.isWhole()) {
        return rejected(open, TapAnswer.INVALID_ITEM);
      }
      if (bounds.isTooOld(tap.eventAt(), now)) {
        return rejected(open, TapAnswer.EVENT_TOO_OLD);
      }
      if (bounds.isInFuture(tap.eventAt(), now)) {
        return rejected(open, TapAnswer.EVENT_IN_FUTURE);
      }
      if (reading.isPresent() && reading.get() instanceof PastReading.Bad(var reason)) {
        return rejected(open, reason.name());
      }
      EnumSet<TapFlag> flags = flagsOf(tap);
      if (!(reading.orElse(null) instanceof PastReading.Good(ShownCode code))) {
        return new TapDraft(open, flags, Optional.empty());
      }
      String person = examiner.personOf(code);
      if (trail.isTooFar(person, tap.eventAt())) {
        flags.add(TapFlag.IMPOSSIBLE_TRAVEL);
      }
      String useKey = Spending.useKey(terminal.id(), tap.clientId(), code);
      RecordedTap held = ofHolder(open, RecordedTap.Holder.of(person, code, useKey));
      return tap.kind() == Tap.Kind.PASS
          ? pass(held, code, flags)
          : new TapDraft(held, flags, Optional.empty());
    }

    private EnumSet<TapFlag> flagsOf(Tap tap) {
      EnumSet<TapFlag> flags = EnumSet.noneOf(TapFlag.class);
      Duration ahead = Duration.between(now, tap.eventAt());
      if (ahead.toSeconds() > CodeVerifier.CLOCK_TOLERANCE_SECONDS) {
        flags.add(TapFlag.CLOCK_SUSPECT);
      }
      if (trail.isOutOfOrder(tap)) {
        flags.add(TapFlag.SEQUENCE_REGRESSION);
      }
      if (tap.marks().contains(Tap.Mark.AGED_LIST)) {
        flags.add(TapFlag.AGED_LIST);
      }
      if (tap.marks().contains(Tap.Mark.FAIL_OPEN)) {
        flags.add(TapFlag.FAIL_OPEN);
      }
      return flags;
    }

    private TapDraft pass(RecordedTap held, ShownCode code, EnumSet<TapFlag> flags) {
      Tap tap = held.tap();
      boolean wasActive = active.computeIfAbsent(tap.eventAt(), this::wasActive);
      if (wasActive && venue.state() != Venue.State.ACTIVE) {
        flags.add(TapFlag.DELISTED_MEANWHILE);
      }
      boolean isStaffed =
          terminal.role() != Role.GATE || tap.marks().contains(Tap.Mark.STAFF_CHECKED);
      if (code.staffCheck() && !isStaffed) {
        flags.add(TapFlag.STAFF_CHECK_MISSING);
      }
      if (code.isCard()) {
        flags.add(TapFlag.UNPROVEN);
      }
      BillLine line = new BillLine(labelOf(tap), tap.decision().listFen(), null);
      PastExamination examination =
          run.examine(new PastExaminer.Passage(code, line, channel, tap.eventAt(), wasActive));
      if (examination.isRevoked()) {
        flags.add(TapFlag.REVOKED_MEANWHILE);
      }
      return switch (examination) {
        case PastExamination.Refused refused -> {
          flags.add(TapFlag.NOT_ENTITLED);
          yield new TapDraft(
              held.as(
                  RecordedTap.Standing.SETTLED,
                  refused.reason().name(),
                  RecordedTap.Settlement.NONE),
              flags,
              Optional.empty());
        }
        case PastExamination.Granted(Examination.Granted granted, boolean isRevoked) ->
            granted(held, granted, flags);
      };
    }

    /** Terminals tell whole seconds: what held in any part of that second is believed. */
    private boolean wasActive(Instant at) {
      return venueTimes.wasActiveAt(venue.id(), at)
          || venueTimes.wasActiveAt(venue.id(), at.plusSeconds(1));
    }

    private TapDraft granted(
        RecordedTap held, Examination.Granted granted, EnumSet<TapFlag> flags) {
      Tap.Decision decision = held.tap().decision();
      if (granted.evaluation().payableFen() != decision.payableFen()
          || granted.evaluation().benefitValueFen() != decision.valueFen()) {
        flags.add(TapFlag.PRICE_DIFFERS);
      }
      if (granted.evaluation().isApprovalNeeded()) {
        flags.add(TapFlag.UNAPPROVED);
      }
      TapDraft.Booking booking = bookings.book(terminal, held, granted);
      return new TapDraft(
          held.as(RecordedTap.Standing.SETTLED, "", settlementOf(booking.redemption())),
          flags,
          Optional.of(booking));
    }

    private String labelOf(Tap tap) {
      Tap.Decision decision = tap.decision();
      Optional<String> ofItem =
          decision.itemId().isEmpty()
              ? Optional.empty()
              : items.findItem(decision.itemId(), decision.catalogueVersion()).map(this::labelOf);
      return tap.label()
          .or(() -> ofItem)
          .or(() -> venue.tariff().stream().findFirst().map(filed -> filed.label()))
          .orElse(LABEL);
    }

    /** The part of the item that the venue has a price for, or else the first. */
    private String labelOf(Item item) {
      return item.parts().stream()
          .map(part -> part.label())
          .filter(label -> venue.findTariff(label).isPresent())
          .findFirst()
          .orElse(item.parts().getFirst().label());
    }

    private TapDraft rejected(RecordedTap open, String reason) {
      return new TapDraft(
          open.as(RecordedTap.Standing.REJECTED, reason, RecordedTap.Settlement.NONE),
          Set.of(),
          Optional.empty());
    }

    private RecordedTap open(Tap tap) {
      return new RecordedTap(
          ids.next(),
          new RecordedTap.Origin(terminal.id(), venue.id(), venue.region()),
          tap,
          0,
          RequestHash.ofTap(tap),
          RecordedTap.Standing.SETTLED,
          "",
          Optional.empty(),
          RecordedTap.Settlement.NONE,
          now,
          terminal.requestId());
    }
  }

  private static RecordedTap ofHolder(RecordedTap open, RecordedTap.Holder holder) {
    return new RecordedTap(
        open.id(),
        open.origin(),
        open.tap(),
        open.twin(),
        open.contentHash(),
        open.standing(),
        open.reason(),
        Optional.of(holder),
        open.settlement(),
        open.receivedAt(),
        open.requestId());
  }

  /** In the order of the taps; the codes are verified on all cores. */
  List<TapDraft> judge(Caller terminal, Venue venue, List<Tap> taps, Instant now) {
    List<Optional<PastReading>> readings = taps.parallelStream().map(this::read).toList();
    Set<String> persons = new HashSet<>();
    readings.forEach(
        reading -> {
          if (reading.orElse(null) instanceof PastReading.Good(ShownCode code)) {
            persons.add(examiner.personOf(code));
          }
        });
    TapTrail trail =
        transactions.read(
            () -> TapTrail.of(store, venues, venue, bounds, terminal.id(), taps, persons, now));
    Sitting sitting = new Sitting(terminal, venue, now, trail);
    List<TapDraft> drafts = new ArrayList<>();
    for (int i = 0; i < taps.size(); i++) {
      drafts.add(sitting.judge(taps.get(i), readings.get(i)));
    }
    return drafts;
  }

  private Optional<PastReading> read(Tap tap) {
    return tap.code().isEmpty()
        ? Optional.empty()
        : Optional.of(examiner.read(tap.code(), tap.eventAt()));
  }

  static RecordedTap.Settlement settlementOf(Redemption redemption) {
    return new RecordedTap.Settlement(
        redemption.id(),
        redemption.visitId(),
        redemption.payableFen(),
        redemption.benefitValueFen());
  }

  /** What the journal keeps of a tap that became no redemption. */
  static Map<String, String> contentOf(RecordedTap tap) {
    return Map.of(
        "kind", tap.tap().kind().name(),
        "standing", tap.standing().name(),
        "reason", tap.reason(),
        "client", tap.tap().clientId());
  }
}

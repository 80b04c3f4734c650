package org.yongjun.pass.redemption;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.limit.Charge;
import org.yongjun.pass.offline.rule.PartQuote;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.venue.Venue;
import org.yongjun.pass.verification.Examination;
import org.yongjun.pass.verification.SealedFacts;

/** Makes the redemption that a passage is to become, at the time when it happened. */
public final class TapBookings {
  private final LimitBook limits;
  private final SealedFacts seals;
  private final Ids ids;

  public TapBookings(LimitBook limits, SealedFacts seals, Ids ids) {
    this.limits = limits;
    this.seals = seals;
    this.ids = ids;
  }

  TapDraft.Booking book(Caller terminal, RecordedTap tap, Examination.Granted granted) {
    Instant at = granted.at();
    Redemption redemption =
        new Redemption(
            ids.next(),
            ids.next(),
            granted.venue().id(),
            terminal.id(),
            granted.evaluation().parts(),
            granted.photoCheck(),
            at,
            tap.receivedAt());
    List<PartQuote> parts =
        granted.evaluation().parts().stream().filter(part -> !part.layers().isEmpty()).toList();
    Visit visit =
        new Visit(
            redemption.visitId(),
            granted.code(),
            tap.holder().orElseThrow().useKey(),
            granted.venue().id(),
            BusinessTime.dayOf(at),
            parts.getFirst().layers().getFirst().itemId());
    List<Charge> charges = limits.chargesOf(redemption.parts(), granted.subjects(), visit.id(), at);
    Map<String, Object> facts = Facts.of(granted, charges);
    facts.put(Facts.TAP, tap.id());
    seals
        .seal(
            granted.holderId(), granted.holder(), granted.items(), Facts.purposeOf(redemption.id()))
        .ifPresent(text -> facts.put(Facts.SEALED, text));
    return new TapDraft.Booking(
        visit, redemption, entries(terminal, granted, visit, redemption, parts, facts), charges);
  }

  /** A passage opens its visit and is the first of it. */
  private List<LedgerEntry> entries(
      Caller terminal,
      Examination.Granted granted,
      Visit visit,
      Redemption redemption,
      List<PartQuote> parts,
      Map<String, Object> facts) {
    Venue venue = granted.venue();
    List<LedgerEntry> entries = new ArrayList<>();
    for (PartQuote part : parts) {
      entries.add(
          new LedgerEntry(
              ids.next(),
              redemption.id(),
              1,
              new LedgerEntry.OfVisit(visit.id(), visit.openedBy()),
              0,
              entries.isEmpty() ? 1 : 0,
              new LedgerEntry.Place(venue.id(), venue.kind(), venue.region(), terminal.id()),
              new LedgerEntry.Person(
                  granted.subjects().person(),
                  granted.code().classes(),
                  granted.code().homeRegion()),
              part,
              facts,
              granted.evaluation().trace(),
              terminal.id(),
              "",
              redemption.occurredAt(),
              redemption.bookedAt(),
              terminal.requestId()));
    }
    return entries;
  }
}

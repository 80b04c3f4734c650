package org.yongjun.pass.redemption.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.rule.PartQuote;
import org.yongjun.pass.platform.store.Races;
import org.yongjun.pass.redemption.Claim;
import org.yongjun.pass.redemption.Ledger;
import org.yongjun.pass.redemption.LedgerEntry;
import org.yongjun.pass.redemption.Visit;
import org.yongjun.pass.venue.VenueKind;
import org.yongjun.pass.verification.ShownAs;
import org.yongjun.pass.verification.ShownCode;
import org.yongjun.pass.verification.Stay;
import org.yongjun.pass.verification.UsedCodes;
import org.yongjun.pass.verification.store.TraceJson;

@Singleton
final class JdbcLedger implements Ledger, UsedCodes {
  private final VisitRows visits;
  private final ClaimRows claims;
  private final CardUses cardUses;
  private final ParkingStays stays;
  private final LedgerRows entries;
  private final WorkTable work;
  private final StoredJson json;
  private final TraceJson traces;

  JdbcLedger(
      VisitRows visits,
      ClaimRows claims,
      CardUses cardUses,
      ParkingStays stays,
      LedgerRows entries,
      WorkTable work,
      StoredJson json,
      TraceJson traces) {
    this.visits = visits;
    this.claims = claims;
    this.cardUses = cardUses;
    this.stays = stays;
    this.entries = entries;
    this.work = work;
    this.json = json;
    this.traces = traces;
  }

  @Override
  public Taking claim(Claim claim) {
    ClaimRow row =
        new ClaimRow(
            new ClaimRow.Key(claim.actor(), claim.idempotencyKey()),
            claim.requestHash(),
            json.write(claim.answer()),
            claim.createdAt());
    try {
      return Races.inserted(() -> claims.save(row)) ? Taking.TAKEN : Taking.TAKEN_BEFORE;
    } catch (RuntimeException e) {
      if (Races.isLockWait(e)) {
        return Taking.UNDER_WAY;
      }
      throw e;
    }
  }

  @Override
  public Optional<Claim> findClaim(String actor, String idempotencyKey) {
    return claims
        .findById(new ClaimRow.Key(actor, idempotencyKey))
        .map(
            row ->
                new Claim(
                    row.id().actor(),
                    row.id().idempotencyKey(),
                    row.requestHash(),
                    json.readAnswer(row.answer()),
                    row.createdAt()));
  }

  @Override
  public boolean isUsed(int issuer, long bindingIndex, ShownAs shownAs) {
    return visits.findIdOfCode(issuer, bindingIndex, shownAs.text()).isPresent();
  }

  @Override
  public int countCardUses(int issuer, long bindingIndex, LocalDate day) {
    return cardUses.findUsed(issuer, bindingIndex, day).orElse(0);
  }

  @Override
  public boolean takeCardUse(ShownCode card, LocalDate day, int most) {
    cardUses.begin(card.issuer(), card.bindingIndex(), day);
    return cardUses.take(card.issuer(), card.bindingIndex(), day, most) == 1;
  }

  @Override
  public boolean open(Visit visit) {
    VisitRow row = rowOf(visit);
    return Races.inserted(() -> visits.save(row));
  }

  @Override
  public boolean openAll(List<Visit> added) {
    List<VisitRow> rows = added.stream().map(JdbcLedger::rowOf).toList();
    return Races.inserted(() -> visits.saveAll(rows));
  }

  private static VisitRow rowOf(Visit visit) {
    ShownCode code = visit.code();
    return new VisitRow(
        visit.id(),
        code.issuer(),
        code.bindingIndex(),
        visit.useKey(),
        visit.venueId(),
        visit.businessDay(),
        visit.openedBy(),
        1,
        code.staffCheck() ? 1 : 0);
  }

  @Override
  public int join(Visit joined, int cardUsesPerDay) {
    visits.join(joined.id());
    VisitRow visit = visits.findById(joined.id()).orElseThrow();
    boolean isCardAgain = visit.standing() == 1 && visit.useKey().startsWith(ShownAs.CARD);
    return !isCardAgain || takeCardUse(joined.code(), visit.businessDay(), cardUsesPerDay)
        ? visit.standing()
        : 0;
  }

  @Override
  public boolean takeStay(Visit visit, Stay stay) {
    ParkingStays.Key key =
        new ParkingStays.Key(
            visit.venueId(), Objects.requireNonNull(stay.plateIndex()), stay.entryAt());
    ParkingStays.Row row = new ParkingStays.Row(key, stay.exitAt(), visit.id());
    return Races.inserted(() -> stays.save(row))
        && stays
            .lockOverlapping(key.venueId(), key.plateIndex(), key.entryAt(), stay.exitAt())
            .isEmpty();
  }

  @Override
  public void hold(String visitId) {
    visits.hold(visitId);
  }

  @Override
  public int takeBack(String visitId) {
    int taken = visits.takeBack(visitId);
    VisitRow visit = visits.findById(visitId).orElseThrow();
    if (taken == 1 && visit.standing() == 0 && visit.useKey().startsWith(ShownAs.CARD)) {
      cardUses.giveBack(visit.issuer(), visit.bindingIndex(), visit.businessDay());
    }
    if (taken == 1 && visit.standing() == 0) {
      stays.release(visitId);
    }
    return visit.standing();
  }

  @Override
  public boolean append(List<LedgerEntry> added) {
    List<LedgerRow> rows = added.stream().map(this::toRow).toList();
    if (!Races.inserted(() -> entries.saveAll(rows))) {
      return false;
    }
    work.addAll(rows.stream().flatMap(WorkRow::listOf).toList());
    return true;
  }

  @Override
  public List<LedgerEntry> listEntries(String redemptionId) {
    return entries.listOf(redemptionId).stream().map(this::toEntry).toList();
  }

  @Override
  public List<LedgerEntry> listOfVisit(String visitId) {
    return entries.listOfVisit(visitId).stream().map(this::toEntry).toList();
  }

  @Override
  public List<LedgerEntry> listByVenue(String venueId, LocalDate day, String afterId, int limit) {
    return entries.listByVenue(venueId, day, afterId, limit).stream().map(this::toEntry).toList();
  }

  private LedgerRow toRow(LedgerEntry entry) {
    PartQuote part = entry.part();
    return new LedgerRow(
        entry.id(),
        entry.redemptionId(),
        entry.direction(),
        entry.visit().id(),
        part.key(),
        entry.attempt(),
        entry.visitDelta(),
        entry.visit().openedBy(),
        entry.item().itemId(),
        entry.item().version(),
        entry.place().venueId(),
        entry.place().venueKind().name(),
        entry.place().region().value(),
        entry.place().terminalId(),
        entry.actor(),
        entry.person().pseudonym(),
        entry.person().classes().bits(),
        HolderClasses.of(entry.classUsed()).bits(),
        entry.person().homeRegion().value(),
        part.listFen(),
        part.referenceFen(),
        part.payableFen(),
        part.benefitValueFen(),
        json.write(entry.layers()),
        json.write(entry.facts()),
        traces.write(entry.trace()),
        entry.reason(),
        entry.occurredAt(),
        entry.bookedAt(),
        businessDay(entry.occurredAt()),
        businessDay(entry.bookedAt()),
        entry.requestId());
  }

  LedgerEntry toEntry(LedgerRow row) {
    return new LedgerEntry(
        row.id(),
        row.redemptionId(),
        row.direction(),
        new LedgerEntry.OfVisit(row.visitId(), row.visitItemId()),
        row.attempt(),
        row.visitDelta(),
        new LedgerEntry.Place(
            row.venueId(),
            VenueKind.valueOf(row.venueKind()),
            new RegionCode(row.region()),
            row.terminalId()),
        new LedgerEntry.Person(
            row.person(), new HolderClasses(row.classBits()), new RegionCode(row.homeRegion())),
        new PartQuote(
            labelOf(row.part()),
            companionOf(row.part()),
            row.listFen(),
            row.referenceFen(),
            json.readLayers(row.layers()),
            row.payableFen(),
            row.benefitValueFen()),
        json.readFacts(row.facts()),
        traces.read(row.trace()),
        row.actor(),
        row.reason(),
        row.occurredAt(),
        row.bookedAt(),
        row.requestId());
  }

  /** The column holds a part's key: the label, for companions with their number. */
  private static String labelOf(String key) {
    int mark = key.indexOf('#');
    return mark < 0 ? key : key.substring(0, mark);
  }

  private static int companionOf(String key) {
    int mark = key.indexOf('#');
    return mark < 0 ? 0 : Integer.parseInt(key.substring(mark + 1));
  }

  private static LocalDate businessDay(Instant at) {
    return BusinessTime.dayOf(at);
  }
}

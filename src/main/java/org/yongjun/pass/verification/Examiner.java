package org.yongjun.pass.verification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.holder.HolderRecord;
import org.yongjun.pass.holder.HolderStatus;
import org.yongjun.pass.holder.Holders;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.offline.rule.BillPart;
import org.yongjun.pass.offline.rule.Evaluation;
import org.yongjun.pass.offline.rule.Trace;
import org.yongjun.pass.offline.rule.VisitSoFar;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.venue.Venue;

/**
 * Decides online, by the same verifier and evaluator that a gate runs, on facts from the register
 * instead of from the code alone. It keeps nothing.
 */
public final class Examiner {
  private static final Trace NO_TRACE = new Trace(List.of());

  private final CodeReader codes;
  private final Quotes quotes;
  private final UsedCodes usedCodes;
  private final OpenVisits visits;
  private final Holders holders;
  private final RegisterFacts register;
  private final Plates plates;
  private final Clock clock;
  private final int cardUsesPerDay;

  /**
   * @param cardUsesPerDay how many visits a static card may open on one day
   */
  public Examiner(
      CodeReader codes,
      Quotes quotes,
      UsedCodes usedCodes,
      OpenVisits visits,
      Holders holders,
      RegisterFacts register,
      Plates plates,
      Clock clock,
      int cardUsesPerDay) {
    this.codes = codes;
    this.quotes = quotes;
    this.usedCodes = usedCodes;
    this.visits = visits;
    this.holders = holders;
    this.register = register;
    this.plates = plates;
    this.clock = clock;
    this.cardUsesPerDay = cardUsesPerDay;
  }

  public int cardUsesPerDay() {
    return cardUsesPerDay;
  }

  /**
   * Examines a code as it is shown, or a visit that continues; refused with TOO_MANY_REQUESTS where
   * short codes are locked at the terminal, NOT_FOUND for a visit to another venue, VISIT_OVER for
   * one of another day.
   */
  public Outcome<Examination> examine(
      Caller terminal, Venue venue, Presented presented, List<BillPart> bill) {
    Instant now = clock.instant();
    Outcome<Reading> reading =
        switch (presented.by()) {
          case Presented.By.Code(String text) -> codes.read(terminal, text, presented.plate(), now);
          case Presented.By.Visit(String id) -> readVisit(id, venue, now);
          case Presented.By.Claim(String id) -> codes.readClaim(terminal, id, now);
        };
    return reading.map(
        read ->
            read instanceof Reading.Good(ShownCode code)
                    && plates.isAnother(code, presented.plate())
                ? anotherVehicle(code, now)
                : judge(read, venue, bill, presented.channel(), now));
  }

  /** As {@link Plates#identified}. */
  public Presented identified(Presented presented) {
    return plates.identified(presented);
  }

  private static Examination anotherVehicle(ShownCode code, Instant now) {
    return new Examination.Refused(
        ReasonCode.CONDITION_FAILED,
        new Text("号牌与该车辆凭证登记的不一致", "The plate is not the one filed for this vehicle's card"),
        Optional.of(code),
        NO_TRACE,
        now);
  }

  /**
   * Examines again what an earlier verification accepted: state and rules may have changed, and the
   * visit may be over.
   */
  public Outcome<Examination> examineAgain(
      Caller terminal, Verification earlier, Venue venue, List<BillPart> bill) {
    Instant now = clock.instant();
    Outcome<Reading> reading =
        switch (earlier.code().shownAs()) {
          case ShownAs.Visit(String id) -> readVisit(id, venue, now);
          case ShownAs.Claim(String id) -> codes.readClaim(terminal, id, now);
          case ShownAs.Dynamic shown -> Outcome.done(codes.readAgain(earlier.code()));
          case ShownAs.ShortCode shown -> Outcome.done(codes.readAgain(earlier.code()));
          case ShownAs.Card shown -> Outcome.done(codes.readAgain(earlier.code()));
        };
    return reading.map(read -> judge(read, venue, bill, earlier.channel(), now));
  }

  /** The holder of a visit is known by the certificate that opened it, as that stands now. */
  private Outcome<Reading> readVisit(String visitId, Venue venue, Instant now) {
    Optional<OpenVisit> found =
        visits.find(visitId).filter(visit -> visit.venueId().equals(venue.id()));
    if (found.isEmpty()) {
      return Outcome.refused(ProblemCode.NOT_FOUND);
    }
    OpenVisit visit = found.get();
    if (!visit.businessDay().equals(BusinessTime.dayOf(now))) {
      return Outcome.refused(ProblemCode.VISIT_OVER);
    }
    Optional<HolderRecord> holder =
        codes.findHolderId(visit.issuer(), visit.bindingIndex()).flatMap(holders::findById);
    if (holder.isEmpty()) {
      return Outcome.done(new Reading.Bad(ReasonCode.REVOKED, Optional.empty()));
    }
    return Outcome.done(
        codes.readAgain(
            new ShownCode(
                visit.issuer(),
                visit.bindingIndex(),
                new ShownAs.Visit(visitId),
                visit.staffCheck(),
                holder.get().tag(),
                visit.classes(),
                visit.homeRegion())));
  }

  /**
   * Whether the code's certificate is active; if so, it cannot be revoked before the caller's
   * transaction has ended.
   */
  public boolean holdActive(ShownCode code) {
    return codes.holdActive(code);
  }

  private Examination judge(
      Reading reading, Venue venue, List<BillPart> bill, String channel, Instant now) {
    return switch (reading) {
      case Reading.Good(ShownCode code) -> evaluate(code, venue, bill, channel, now);
      case Reading.Bad(ReasonCode reason, Optional<ShownCode> code) -> refused(reason, code, now);
    };
  }

  /**
   * Evaluates again what was granted, after others used up a limit that it counted on: the same
   * facts at the same moment, only the usage is read anew.
   */
  public Examination reevaluate(Examination.Granted earlier) {
    return evaluate(
        earlier.code(), earlier.venue(), earlier.bill(), earlier.channel(), earlier.at());
  }

  private Examination evaluate(
      ShownCode code, Venue venue, List<BillPart> bill, String channel, Instant now) {
    Optional<HolderRecord> found = holders.findByTag(code.holderTag());
    if (found.isEmpty() || !(code.isClaim() || isEntitled(found.get(), now))) {
      return refused(ReasonCode.REVOKED, Optional.of(code), now);
    }
    HolderRecord holder = found.get();
    RegisterFacts.Known known = register.knownOf(holder, now);
    HolderAge age = new HolderAge(holders, holder.id(), BusinessTime.dayOf(now));
    List<BillPart> priced = Bills.atPublicPrices(venue, bill, BusinessTime.dayOf(now), age);
    VisitSoFar visit = soFar(code);
    Quotes.Quoted quoted = quotes.quote(code, known, age, venue, priced, channel, visit, now);
    return switch (quoted.evaluation()) {
      case Evaluation.Granted granted ->
          isUsedUp(code, now)
              ? refused(ReasonCode.LIMIT_REACHED, Optional.of(code), now)
              : new Examination.Granted(
                  code,
                  holder.id(),
                  quoted.holder(),
                  quoted.subjects(),
                  venue,
                  priced,
                  channel,
                  now,
                  granted,
                  quoted.usage().readings(),
                  visit,
                  quoted.items(),
                  Optional.empty());
      case Evaluation.Refused(ReasonCode reason, Text explanation, Trace trace) ->
          new Examination.Refused(reason, explanation, Optional.of(code), trace, now);
    };
  }

  private VisitSoFar soFar(ShownCode code) {
    return code.shownAs() instanceof ShownAs.Visit(String id)
        ? new VisitSoFar(visits.find(id).orElseThrow().redeemed())
        : VisitSoFar.NEW;
  }

  /** Tells beforehand; the redemption's own transaction decides. */
  private boolean isUsedUp(ShownCode code, Instant now) {
    LocalDate today = BusinessTime.dayOf(now);
    return code.isCard()
        && usedCodes.countCardUses(code.issuer(), code.bindingIndex(), today) >= cardUsesPerDay;
  }

  /** An entitlement that ended ends the certificate with it. */
  static boolean isEntitled(HolderRecord holder, Instant now) {
    LocalDate today = BusinessTime.dayOf(now);
    return holder.status() == HolderStatus.ACTIVE
        && !today.isBefore(holder.validFrom())
        && !today.isAfter(holder.validUntil());
  }

  private static Examination refused(ReasonCode reason, Optional<ShownCode> code, Instant now) {
    return new Examination.Refused(reason, reason.text(), code, NO_TRACE, now);
  }
}

package org.yongjun.pass.verification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.access.Terminals;
import org.yongjun.pass.holder.HolderRecord;
import org.yongjun.pass.holder.Holders;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.offline.rule.BillPart;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.Limit;
import org.yongjun.pass.offline.rule.PartRule;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.venue.TariffLine;
import org.yongjun.pass.venue.Venue;
import org.yongjun.pass.venue.Venues;

/** Finds out for whom, where and on which bill somebody wants to reserve. */
public final class ReservationPlans {
  /** Stands for a price that nobody has filed and no budget counts: above every threshold. */
  private static final long UNFILED_FEN = 100_000_000;

  /** In thousandths. */
  private static final long ONE_UNIT = 1_000;

  private final Holders holders;
  private final RegisterFacts register;
  private final Persons persons;
  private final Venues venues;
  private final Terminals terminals;
  private final VerificationStore verifications;
  private final Quotes quotes;

  public ReservationPlans(
      Holders holders,
      RegisterFacts register,
      Persons persons,
      Venues venues,
      Terminals terminals,
      VerificationStore verifications,
      Quotes quotes) {
    this.holders = holders;
    this.register = register;
    this.persons = persons;
    this.venues = venues;
    this.terminals = terminals;
    this.verifications = verifications;
    this.quotes = quotes;
  }

  /** Which item is to be reserved, for whom, and on which bill. */
  record Plan(Item item, HolderRecord holder, Quotes.Asked asked) {}

  /** Under whom a caller's keys and reservations stand; NOT_FOUND for a stranger. */
  Outcome<String> actorOf(Caller caller) {
    if (caller.role() == Role.TERMINAL) {
      return terminals.isActive(caller.id())
          ? Outcome.done(caller.id())
          : Outcome.refused(ProblemCode.NOT_ALLOWED);
    }
    return holders
        .findById(caller.id())
        .map(holder -> Outcome.done(persons.pseudonymOf(holder)))
        .orElseGet(() -> Outcome.refused(ProblemCode.NOT_FOUND));
  }

  /** A holder plans for a venue, a terminal for what it has verified. */
  Outcome<Plan> plan(Caller caller, Reservations.Draft draft, Instant now) {
    return (switch (draft.at()) {
          case Reservations.At.OfVenue(String id) -> ofVenue(caller, draft.itemId(), id, now);
          case Reservations.At.OfVerification(String id) ->
              ofVerification(caller, draft.itemId(), id, now);
        })
        .then(
            plan ->
                Examiner.isEntitled(plan.holder(), now)
                    ? Outcome.done(plan)
                    : Outcome.refused(
                        Problem.of(
                            ProblemCode.CONFLICT,
                            "优待资格目前无效，请联系退役军人事务部门",
                            "The entitlement is not valid at present; ask the veterans' affairs"
                                + " office")));
  }

  private Outcome<Plan> ofVenue(Caller caller, String itemId, String venueId, Instant now) {
    Optional<HolderRecord> holder =
        caller.role() == Role.HOLDER ? holders.findById(caller.id()) : Optional.empty();
    Optional<Venue> venue = venues.findById(venueId);
    Optional<Item> item = venue.flatMap(found -> quotes.findItem(found, itemId, now));
    if (holder.isEmpty() || item.isEmpty()) {
      return Outcome.refused(ProblemCode.NOT_FOUND);
    }
    HolderAge age = ageOf(holder.get(), now);
    return foreseen(venue.get(), item.get())
        .map(bill -> Bills.atPublicPrices(venue.get(), bill, BusinessTime.dayOf(now), age))
        .map(
            bill ->
                new Plan(
                    item.get(),
                    holder.get(),
                    new Quotes.Asked(
                        persons.pseudonymOf(holder.get()),
                        venue.get(),
                        bill,
                        Presented.CHANNEL_UNSPECIFIED,
                        now)));
  }

  private Outcome<Plan> ofVerification(
      Caller terminal, String itemId, String verificationId, Instant now) {
    Optional<Verification> verified =
        verifications
            .findById(verificationId)
            .filter(each -> each.terminalId().equals(terminal.id()));
    Optional<Venue> venue = verified.flatMap(each -> venues.findById(each.venueId()));
    Optional<Item> item = venue.flatMap(found -> quotes.findItem(found, itemId, now));
    Optional<HolderRecord> holder =
        verified.flatMap(each -> holders.findByTag(each.code().holderTag()));
    if (holder.isEmpty() || item.isEmpty()) {
      return Outcome.refused(ProblemCode.NOT_FOUND);
    }
    Verification found = verified.get();
    if (!now.isBefore(found.expiresAt())) {
      return Outcome.refused(ProblemCode.VERIFICATION_EXPIRED);
    }
    HolderAge age = ageOf(holder.get(), now);
    return Bills.price(venue.get(), found.bill(), now)
        .map(bill -> Bills.atPublicPrices(venue.get(), bill, BusinessTime.dayOf(now), age))
        .map(
            bill ->
                new Plan(
                    item.get(),
                    holder.get(),
                    new Quotes.Asked(
                        persons.pseudonymOf(found.code()),
                        venue.get(),
                        bill,
                        found.channel(),
                        now)));
  }

  /** What the planned item gives as the counters stand now. */
  Quotes.Quoted quote(Plan plan) {
    Instant at = plan.asked().at();
    return quotes.quoteAlone(
        plan.asked(), plan.item(), register.knownOf(plan.holder(), at), ageOf(plan.holder(), at));
  }

  private HolderAge ageOf(HolderRecord holder, Instant at) {
    return new HolderAge(holders, holder.id(), BusinessTime.dayOf(at));
  }

  /**
   * Every part of the item at its filed price. A holder states no prices: where money is limited,
   * one could keep a whole budget from all others by a price that is made up.
   */
  private static Outcome<List<BillPart>> foreseen(Venue venue, Item item) {
    boolean isMoneyLimited =
        item.limits().stream().anyMatch(limit -> limit.unit() == Limit.Unit.FEN);
    List<BillPart> bill = new ArrayList<>();
    for (PartRule part : item.parts()) {
      Optional<TariffLine> filed = venue.findTariff(part.label());
      if (isMoneyLimited && (filed.isEmpty() || filed.get().timed().isPresent())) {
        return Outcome.refused(
            Problem.of(
                ProblemCode.PRICE_MISSING,
                "场所未备案 " + part.label() + " 的价目，请在柜台核验后预留",
                "The venue has filed no price for "
                    + part.label()
                    + "; have it reserved at the counter"));
      }
      long fen = filed.map(TariffLine::listFen).orElse(UNFILED_FEN);
      bill.add(new BillPart(part.label(), 0, fen, fen, null, ONE_UNIT));
    }
    return Outcome.done(bill);
  }
}

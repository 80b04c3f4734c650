package org.yongjun.pass.verification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.limit.Charge;
import org.yongjun.pass.limit.Reservation;
import org.yongjun.pass.limit.ReservationBook;
import org.yongjun.pass.offline.rule.Evaluation;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.Limit;
import org.yongjun.pass.offline.rule.PartQuote;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;

/**
 * Reserves limited benefits (预留): the place in a quota or the money of a budget is kept for one
 * person for some minutes. Redeeming the item commits it; otherwise it expires.
 */
public final class Reservations {
  public static final int MINUTES_DEFAULT = 15;
  public static final int MINUTES_MAX = 60;

  /** More items than a person reserves on one day. */
  public static final int LISTED_MAX = 100;

  /**
   * How often one is tried before the caller is asked to come again: each further time, somebody
   * else took of the same limit within milliseconds.
   */
  private static final int TRIES = 8;

  private final ReservationPlans plans;
  private final ReservationBook book;
  private final Ids ids;
  private final Clock clock;

  public Reservations(ReservationPlans plans, ReservationBook book, Ids ids, Clock clock) {
    this.plans = plans;
    this.book = book;
    this.ids = ids;
    this.clock = clock;
  }

  /** On which bill: the filed prices of a venue, or what a terminal has verified. */
  public sealed interface At {
    record OfVenue(String venueId) implements At {}

    record OfVerification(String verificationId) implements At {}
  }

  /**
   * What is asked for.
   *
   * @param key drawn by the caller before the first try
   * @param minutes 1 … {@link #MINUTES_MAX}
   */
  public record Draft(String key, String itemId, At at, int minutes) {
    String content() {
      return switch (at) {
        case At.OfVenue(String id) -> "venue " + id + " " + itemId + " " + minutes;
        case At.OfVerification(String id) -> "verification " + id + " " + itemId + " " + minutes;
      };
    }
  }

  /** A reservation as it is now, and whether the same request had made it before. */
  public record Made(Reservation reservation, boolean isReplay) {}

  /**
   * Reserves one use of an item, until the minutes are over or the business day is.
   *
   * @return refused by the reason for which the item would not be redeemed now; ALREADY_RESERVED
   *     where this person holds the item; CONFLICT for an item without limits, and after {@link
   *     Reservation#ATTEMPTS_PER_DAY}; PRICE_MISSING where money is limited and no price is filed;
   *     NOT_FOUND for what is not offered there or not verified by this terminal; KEY_REUSED
   */
  public Outcome<Made> reserve(Caller caller, Draft draft) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return plans
        .actorOf(caller)
        .then(
            actor -> {
              Reservation.Request request =
                  new Reservation.Request(actor, draft.key(), draft.content());
              return findEarlier(request)
                  .orElseGet(
                      () ->
                          plans
                              .plan(caller, draft, now)
                              .then(plan -> make(caller, request, plan, draft.minutes())));
            });
  }

  private Optional<Outcome<Made>> findEarlier(Reservation.Request request) {
    return book.findByKey(request.actor(), request.key())
        .map(
            earlier ->
                earlier.request().content().equals(request.content())
                    ? Outcome.done(new Made(earlier, true))
                    : Outcome.refused(ProblemCode.KEY_REUSED));
  }

  /** The quote only tells what to take; whether it is there is decided by the taking. */
  private Outcome<Made> make(
      Caller caller, Reservation.Request request, ReservationPlans.Plan plan, int minutes) {
    for (int i = 0; i < TRIES; i++) {
      if (isHeld(plan)) {
        return findEarlier(request).orElseGet(() -> Outcome.refused(ProblemCode.ALREADY_RESERVED));
      }
      Quotes.Quoted quoted = plans.quote(plan);
      if (quoted.evaluation() instanceof Evaluation.Refused(ReasonCode reason, Text why, var all)) {
        return findEarlier(request).orElseGet(() -> Outcome.refused(Problem.of(reason, why)));
      }
      Reservation reservation = draft(request, plan, quoted, minutes);
      Optional<Problem> fault = refuse(reservation);
      if (fault.isPresent()) {
        return Outcome.refused(fault.get());
      }
      ReservationBook.Making making = book.make(reservation, caller.requestId());
      if (making == ReservationBook.Making.MADE) {
        return Outcome.done(new Made(reservation, false));
      }
      Optional<Outcome<Made>> earlier = findEarlier(request);
      if (earlier.isPresent()) {
        return earlier.get();
      }
    }
    return Outcome.refused(ProblemCode.UNAVAILABLE);
  }

  private boolean isHeld(ReservationPlans.Plan plan) {
    book.endExpired(plan.asked().at());
    return !book.listHeld(plan.asked().person(), Set.of(plan.item().id())).isEmpty();
  }

  private Reservation draft(
      Reservation.Request request, ReservationPlans.Plan plan, Quotes.Quoted quoted, int minutes) {
    Instant now = plan.asked().at();
    LocalDate today = BusinessTime.dayOf(now);
    Item item = plan.item();
    String person = plan.asked().person();
    String id = ids.next();
    List<Charge> charges =
        Charge.listOf(List.of(new Charge.Use(item, valueOf(quoted))), quoted.subjects(), id, now);
    return new Reservation(
        id,
        request,
        person,
        plan.asked().venue().id(),
        plan.asked().venue().region(),
        item.id(),
        item.version(),
        charges.stream()
            .filter(charge -> charge.key().unit() == Limit.Unit.FEN)
            .mapToLong(Charge::amount)
            .max()
            .orElse(0),
        today,
        book.countOfDay(person, item.id(), today) + 1,
        charges,
        Reservation.State.HELD,
        "",
        now,
        expiry(now, today, minutes));
  }

  /** Its uses count in the periods of its day, in which it is redeemed or given back. */
  private static Instant expiry(Instant now, LocalDate today, int minutes) {
    Instant endOfDay = today.plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant();
    Instant expiry = now.plus(Duration.ofMinutes(minutes));
    return expiry.isBefore(endOfDay) ? expiry : endOfDay;
  }

  private static long valueOf(Quotes.Quoted quoted) {
    return quoted.evaluation() instanceof Evaluation.Granted granted
        ? granted.parts().stream()
            .flatMap(part -> part.layers().stream())
            .mapToLong(PartQuote.Layer::reductionFen)
            .sum()
        : 0;
  }

  private static Optional<Problem> refuse(Reservation reservation) {
    if (reservation.charges().isEmpty()) {
      return Optional.of(
          Problem.of(
              ProblemCode.CONFLICT,
              "此项优待没有限额，无须预留",
              "This benefit has no limit; there is nothing to reserve"));
    }
    return reservation.attempt() <= Reservation.ATTEMPTS_PER_DAY
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                ProblemCode.CONFLICT,
                "此项优待每人每天至多预留 " + Reservation.ATTEMPTS_PER_DAY + " 次",
                "This benefit is reserved "
                    + Reservation.ATTEMPTS_PER_DAY
                    + " times a day per person at most"));
  }

  /** A holder's own of today, the newest first. */
  public Outcome<List<Reservation>> listToday(Caller holder) {
    Instant now = clock.instant();
    return plans
        .actorOf(holder)
        .map(
            person -> {
              book.endExpired(now);
              return book.listOfDay(person, BusinessTime.dayOf(now), LISTED_MAX);
            });
  }

  /** NOT_FOUND for all but the person and the terminal that made it. */
  public Outcome<Reservation> find(Caller caller, String id) {
    return plans
        .actorOf(caller)
        .then(
            actor -> {
              book.endExpired(clock.instant());
              return book.findById(id)
                  .filter(found -> concerns(caller, actor, found))
                  .map(Outcome::done)
                  .orElseGet(() -> Outcome.refused(ProblemCode.NOT_FOUND));
            });
  }

  private static boolean concerns(Caller caller, String actor, Reservation reservation) {
    return caller.role() == Role.HOLDER
        ? reservation.person().equals(actor)
        : reservation.request().actor().equals(actor);
  }

  /** Gives it up; RESERVATION_OVER where it was redeemed or has expired. */
  public Outcome<Reservation> release(Caller caller, String id) {
    return find(caller, id)
        .then(
            found -> {
              boolean isReleased =
                  found.state() == Reservation.State.HELD
                      && book.release(found, caller.requestId(), clock.instant());
              Reservation now =
                  isReleased
                      ? found.ended(Reservation.State.RELEASED)
                      : book.findById(id).orElseThrow();
              return now.state() == Reservation.State.RELEASED
                  ? Outcome.done(now)
                  : Outcome.refused(ProblemCode.RESERVATION_OVER);
            });
  }
}

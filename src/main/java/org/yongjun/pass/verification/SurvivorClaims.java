package org.yongjun.pass.verification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.benefit.Catalogues;
import org.yongjun.pass.holder.HolderRecord;
import org.yongjun.pass.holder.Holders;
import org.yongjun.pass.holder.PersonEvents;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.venue.Venue;
import org.yongjun.pass.venue.Venues;

/**
 * Registers survivors' claims (遗属代领). Death ends every code of a holder; what a catalogue lets a
 * survivor claim for the holder is then redeemed by such a claim alone.
 */
public final class SurvivorClaims {
  /** How long a claim can be redeemed. */
  public static final Duration LIFETIME = Duration.ofDays(30);

  private final Holders holders;
  private final PersonEvents events;
  private final Venues venues;
  private final Catalogues catalogues;
  private final SurvivorClaimStore store;
  private final SurvivorPapers papers;
  private final Journal journal;
  private final Transactions transactions;
  private final Clock clock;

  public SurvivorClaims(
      Holders holders,
      PersonEvents events,
      Venues venues,
      Catalogues catalogues,
      SurvivorClaimStore store,
      SurvivorPapers papers,
      Journal journal,
      Transactions transactions,
      Clock clock) {
    this.holders = holders;
    this.events = events;
    this.venues = venues;
    this.catalogues = catalogues;
    this.store = store;
    this.papers = papers;
    this.journal = journal;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What a clerk states. */
  public record Draft(
      String deceasedHolderId, String survivorHolderId, String venueId, String document) {
    @Override
    public String toString() {
      return "Draft";
    }
  }

  /** A claim that can be redeemed, and for whom. */
  record Standing(SurvivorClaim claim, HolderRecord deceased) {}

  /** A claim, and whether it is new or this paper had opened it before. */
  public record Registered(SurvivorClaim claim, boolean isNew) {}

  /**
   * Registers a claim at a venue of the officer's region for a holder of that region and a survivor
   * of that region. One paper opens one claim of a deceased at a venue: the same again is the same
   * claim.
   *
   * @return NOT_FOUND for a venue or holder outside it, CONFLICT where no death is recorded, the
   *     survivor is not entitled at present, the venue has no benefit that a survivor may claim, or
   *     the paper has opened a claim for another survivor
   */
  public Outcome<Registered> register(Caller officer, Draft draft) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Optional<Venue> venue =
        venues.findById(draft.venueId()).filter(each -> officer.answersFor(each.region()));
    if (venue.isEmpty()) {
      return Outcome.refused(ProblemCode.NOT_FOUND);
    }
    return holders
        .view(officer, draft.deceasedHolderId())
        .then(deceased -> holders.view(officer, draft.survivorHolderId()))
        .then(
            survivor ->
                refuse(draft, venue.get(), now)
                    .map(Outcome::<Registered>refused)
                    .orElseGet(() -> write(officer, draft, venue.get(), now)));
  }

  /** Found at the counter of its venue only, and only while the death stands. */
  Optional<Standing> find(Caller terminal, String claimId) {
    return store
        .findById(claimId)
        .filter(claim -> terminal.role() == Role.TERMINAL)
        .filter(claim -> claim.venueId().equals(terminal.venueId()))
        .filter(claim -> events.hasDied(claim.deceasedHolderId()))
        .flatMap(
            claim ->
                holders
                    .findById(claim.deceasedHolderId())
                    .map(deceased -> new Standing(claim, deceased)));
  }

  private Optional<Problem> refuse(Draft draft, Venue venue, Instant now) {
    if (!events.hasDied(draft.deceasedHolderId())) {
      return conflict("该优待对象没有去世登记", "No death of this holder is recorded");
    }
    boolean isEntitled =
        holders
            .findById(draft.survivorHolderId())
            .filter(survivor -> Examiner.isEntitled(survivor, now))
            .isPresent();
    if (!isEntitled || draft.survivorHolderId().equals(draft.deceasedHolderId())) {
      return conflict("代领的遗属不是在册有效的优待对象", "The survivor is no holder who is entitled at present");
    }
    boolean isClaimable =
        catalogues.listItemsInForce(Quotes.factsOf(venue), now).stream()
            .anyMatch(item -> item.extras().survivorMayClaim());
    return isClaimable
        ? Optional.empty()
        : conflict("该场所没有可由遗属代领的优待", "This venue has no benefit that a survivor may claim");
  }

  private static Optional<Problem> conflict(String zh, String en) {
    return Optional.of(Problem.of(ProblemCode.CONFLICT, zh, en));
  }

  private Outcome<Registered> write(Caller officer, Draft draft, Venue venue, Instant now) {
    String deceased = draft.deceasedHolderId();
    SurvivorPapers.Paper paper = papers.paperOf(deceased, draft.document());
    SurvivorClaim claim =
        new SurvivorClaim(
            paper.claimId(),
            deceased,
            draft.survivorHolderId(),
            venue.id(),
            paper.sealed(),
            paper.index(),
            officer.id(),
            now,
            now.plus(LIFETIME));
    boolean isNew = transactions.write(() -> keep(officer, claim, venue));
    return isNew ? Outcome.done(new Registered(claim, true)) : before(claim);
  }

  private boolean keep(Caller officer, SurvivorClaim claim, Venue venue) {
    if (!store.insert(claim)) {
      return false;
    }
    journal.append(
        new JournalEntry(
            JournalKind.SURVIVOR_CLAIM_REGISTERED,
            claim.id(),
            venue.region(),
            officer.id(),
            officer.requestId(),
            claim.registeredAt(),
            Map.of(
                "deceased", claim.deceasedHolderId(),
                "survivor", claim.survivorHolderId(),
                "venue", claim.venueId())));
    return true;
  }

  private Outcome<Registered> before(SurvivorClaim again) {
    SurvivorClaim first =
        store
            .findByPaper(again.deceasedHolderId(), again.venueId(), again.documentIndex())
            .orElseThrow();
    return first.survivorHolderId().equals(again.survivorHolderId())
        ? Outcome.done(new Registered(first, false))
        : Outcome.refused(
            Problem.of(
                ProblemCode.CONFLICT,
                "该材料已由另一遗属登记代领",
                "Another survivor has claimed on this paper"));
  }
}

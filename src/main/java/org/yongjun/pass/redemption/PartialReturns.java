package org.yongjun.pass.redemption;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.limit.Charge;
import org.yongjun.pass.offline.rule.BillPart;
import org.yongjun.pass.offline.rule.Evaluation;
import org.yongjun.pass.offline.rule.Evaluator;
import org.yongjun.pass.offline.rule.HolderFacts;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.PartQuote;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.verification.BillLine;
import org.yongjun.pass.verification.SealedFacts;

/**
 * A customer brings a part of it back: the redemption is reversed in full, and what is left of the
 * bill is redeemed in its place, as it would have been at the original time with the original
 * versions of the items. It is one transaction of {@link Reversals}.
 */
public final class PartialReturns {
  private final Reversals reversals;
  private final Ledger ledger;
  private final LimitBook limits;
  private final LimitBook.Items items;
  private final SealedFacts seals;
  private final Evaluator evaluator;
  private final Ids ids;

  public PartialReturns(
      Reversals reversals,
      Ledger ledger,
      LimitBook limits,
      LimitBook.Items items,
      SealedFacts seals,
      Evaluator evaluator,
      Ids ids) {
    this.reversals = reversals;
    this.ledger = ledger;
    this.limits = limits;
    this.items = items;
    this.seals = seals;
    this.evaluator = evaluator;
    this.ids = ids;
  }

  /**
   * Refuses as {@link Reversals#reverse}; besides, INVALID_REQUEST for what is no part of the
   * original bill or more than it was, CONFLICT where it can no longer be decided.
   *
   * @param remaining what the customer keeps; at least one line
   */
  public Outcome<Reversals.Recorded> reverse(
      Caller caller,
      String idempotencyKey,
      String redemptionId,
      String reason,
      List<BillLine> remaining) {
    return reversals.reverse(
        caller,
        idempotencyKey,
        RequestHash.ofReversal(redemptionId, reason, remaining),
        redemptionId,
        reason,
        (redeemed, now) -> replacement(caller, redeemed, remaining, now));
  }

  private Outcome<Optional<Replacement>> replacement(
      Caller caller, List<LedgerEntry> redeemed, List<BillLine> remaining, Instant now) {
    LedgerEntry first = redeemed.getFirst();
    Optional<StoredSituation> stored = StoredSituation.of(first);
    Optional<HolderFacts> holder = stored.flatMap(each -> each.holder(seals, first.redemptionId()));
    if (stored.isEmpty() || holder.isEmpty()) {
      return inFullOnly();
    }
    return Remainders.of(stored.get().bill(), remaining)
        .then(bill -> replacement(caller, redeemed, stored.get(), holder.get(), bill, now));
  }

  private Outcome<Optional<Replacement>> replacement(
      Caller caller,
      List<LedgerEntry> redeemed,
      StoredSituation stored,
      HolderFacts holder,
      List<BillPart> bill,
      Instant now) {
    List<Item> considered =
        stored.items().stream()
            .map(each -> items.findItem(each.itemId(), each.version()).orElseThrow())
            .toList();
    Evaluation evaluation =
        evaluator.evaluate(stored.situation(holder, bill, stored.usage()), considered);
    if (!(evaluation instanceof Evaluation.Granted granted)) {
      return Outcome.done(Optional.empty());
    }
    long valueFen = redeemed.stream().mapToLong(each -> each.part().benefitValueFen()).sum();
    return granted.benefitValueFen() > valueFen
        ? inFullOnly()
        : Outcome.done(Optional.of(build(caller, redeemed, bill, granted, now)));
  }

  private Replacement build(
      Caller caller,
      List<LedgerEntry> redeemed,
      List<BillPart> bill,
      Evaluation.Granted granted,
      Instant now) {
    LedgerEntry first = redeemed.getFirst();
    Redemption redemption =
        new Redemption(
            ids.next(),
            first.visit().id(),
            first.place().venueId(),
            first.place().terminalId(),
            granted.parts(),
            false,
            first.occurredAt(),
            now);
    Map<String, Object> facts = facts(first, redemption.id(), bill);
    List<LedgerEntry> before = ledger.listOfVisit(first.visit().id());
    List<LedgerEntry> entries = new ArrayList<>();
    for (PartQuote part : granted.parts()) {
      if (!part.layers().isEmpty()) {
        entries.add(
            new LedgerEntry(
                ids.next(),
                redemption.id(),
                1,
                first.visit(),
                attempt(before, redeemed, part.key()),
                0,
                first.place(),
                first.person(),
                part,
                facts,
                granted.trace(),
                caller.id(),
                "",
                first.occurredAt(),
                now,
                caller.requestId()));
      }
    }
    List<Charge> charges =
        limits.chargesOf(
            granted.parts(), Facts.subjectsOf(first), first.visit().id(), first.occurredAt());
    return new Replacement(redemption, entries, charges);
  }

  /** The facts of the first entry, about another bill, and sealed for another redemption. */
  private Map<String, Object> facts(LedgerEntry first, String redemptionId, List<BillPart> bill) {
    Map<String, Object> facts = new HashMap<>(first.facts());
    facts.put(Facts.BILL, bill.stream().map(Facts::part).toList());
    facts.put(Facts.REPLACES, first.redemptionId());
    StoredSituation.of(first)
        .flatMap(stored -> stored.sealAgain(seals, first.redemptionId(), redemptionId))
        .ifPresent(text -> facts.put(Facts.SEALED, text));
    return facts;
  }

  /** Counts the reversals of that part, with the one that is being booked. */
  private static int attempt(List<LedgerEntry> before, List<LedgerEntry> redeemed, String key) {
    long reversed =
        before.stream()
            .filter(each -> each.direction() < 0 && each.part().key().equals(key))
            .count();
    boolean isReversedNow = redeemed.stream().anyMatch(each -> each.part().key().equals(key));
    return (int) reversed + (isReversedNow ? 1 : 0);
  }

  private static <T> Outcome<T> inFullOnly() {
    return Outcome.refused(
        Problem.of(
            ProblemCode.CONFLICT,
            "该笔核销已无法按原条件重算，请全额冲正",
            "This redemption can no longer be decided as it was; reverse it in full"));
  }
}

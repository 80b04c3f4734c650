package org.yongjun.pass.redemption;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;
import org.yongjun.pass.venue.Venues;
import org.yongjun.pass.verification.Persons;

/** Shows holders their own uses and what these saved them, from the ledger itself. */
public final class HolderHistory {
  public static final int PAGE_SIZE_MAX = 100;

  private final Persons persons;
  private final PersonLedger ledger;
  private final Venues venues;
  private final Transactions transactions;

  public HolderHistory(
      Persons persons, PersonLedger ledger, Venues venues, Transactions transactions) {
    this.persons = persons;
    this.ledger = ledger;
    this.venues = venues;
    this.transactions = transactions;
  }

  /**
   * One redemption as its holder sees it.
   *
   * @param venueName empty where the venue is no longer known
   * @param reversed empty while it stands
   */
  public record Use(
      List<LedgerEntry> redeemed, List<LedgerEntry> reversed, Optional<String> venueName) {}

  /** The newest booking first. */
  public record Page(List<Use> uses, boolean hasMore) {}

  /**
   * A page of the caller's redemptions.
   *
   * @param beforeRedemptionId the last one of the page before; empty for the first page
   * @param pageSize 1 … {@link #PAGE_SIZE_MAX}
   */
  public Outcome<Page> list(Caller holder, String beforeRedemptionId, int pageSize) {
    return pseudonyms(holder)
        .map(
            person ->
                transactions.read(
                    () ->
                        page(
                            ledger.listEntries(person, beforeRedemptionId, pageSize + 1),
                            pageSize)));
  }

  public Outcome<Savings> sum(Caller holder) {
    return pseudonyms(holder)
        .map(person -> transactions.read(() -> new Savings(ledger.sumByYear(person))));
  }

  private Outcome<Set<String>> pseudonyms(Caller holder) {
    return persons
        .findPseudonyms(holder)
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(ProblemCode.NOT_FOUND));
  }

  private Page page(List<LedgerEntry> entries, int pageSize) {
    Map<String, List<LedgerEntry>> byRedemption = new LinkedHashMap<>();
    for (LedgerEntry entry : entries) {
      byRedemption.computeIfAbsent(entry.redemptionId(), id -> new ArrayList<>()).add(entry);
    }
    Map<String, String> names =
        venues.listNames(
            entries.stream()
                .map(entry -> entry.place().venueId())
                .collect(Collectors.toUnmodifiableSet()));
    List<Use> uses =
        byRedemption.values().stream().limit(pageSize).map(each -> use(each, names)).toList();
    return new Page(uses, byRedemption.size() > pageSize);
  }

  private static Use use(List<LedgerEntry> entries, Map<String, String> venueNames) {
    return new Use(
        entries.stream().filter(entry -> entry.direction() > 0).toList(),
        entries.stream().filter(entry -> entry.direction() < 0).toList(),
        Optional.ofNullable(venueNames.get(entries.getFirst().place().venueId())));
  }
}

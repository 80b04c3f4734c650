package org.yongjun.pass.holder;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.journal.Journal;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Transactions;

/**
 * Shows persons to officers, and leaves a journal entry each time: who looked, at whom, and why.
 */
public final class Lookups {
  private final Holders holders;
  private final Journal journal;
  private final Transactions transactions;
  private final Clock clock;

  public Lookups(Holders holders, Journal journal, Transactions transactions, Clock clock) {
    this.holders = holders;
    this.journal = journal;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * One holder; NOT_FOUND outside the officer's region, which leaves no entry.
   *
   * @param what the part of the record that is shown, such as {@code events}
   */
  public Outcome<HolderView> view(
      Caller officer, String holderId, LookupPurpose purpose, String what) {
    return holders
        .view(officer, holderId)
        .map(
            view -> {
              noted(officer, holderId, view.holder().homeRegion(), purpose, what);
              return view;
            });
  }

  /** Leaves the entry for facts of one holder that are shown; the right to see them is decided. */
  public void noted(
      Caller officer, String holderId, RegionCode region, LookupPurpose purpose, String what) {
    append(
        officer,
        JournalKind.PERSON_LOOKED_UP,
        holderId,
        region,
        Map.of("purpose", purpose.name(), "what", what));
  }

  /** As {@link Holders#listIn}. */
  public HolderPage listIn(
      Caller officer,
      RegionCode scope,
      Optional<HolderCursor> after,
      int pageSize,
      LookupPurpose purpose) {
    HolderPage page = holders.listIn(scope, after, pageSize);
    listed(officer, scope, purpose, "holders", page.holders().size());
    return page;
  }

  /** Leaves the entry for a list of persons that is shown; returns the list. */
  public <T> List<T> listed(
      Caller officer, RegionCode region, LookupPurpose purpose, String what, List<T> shown) {
    listed(officer, region, purpose, what, shown.size());
    return shown;
  }

  private void listed(
      Caller officer, RegionCode region, LookupPurpose purpose, String what, int count) {
    append(
        officer,
        JournalKind.PERSONS_LISTED,
        region.toString(),
        region,
        Map.of("purpose", purpose.name(), "what", what, "count", Integer.toString(count)));
  }

  private void append(
      Caller officer,
      JournalKind kind,
      String subject,
      RegionCode region,
      Map<String, String> content) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    transactions.writeOnly(
        () ->
            journal.append(
                new JournalEntry(
                    kind, subject, region, officer.id(), officer.requestId(), now, content)));
  }
}

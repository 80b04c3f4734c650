package org.yongjun.pass.scenario;

import java.time.Instant;
import java.util.List;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.redemption.LedgerEntry;

/** What a reversal adds to the ledger, for histories that are booked on chosen days. */
final class Reversed {
  private Reversed() {}

  static List<LedgerEntry> of(List<LedgerEntry> entries, Instant bookedAt) {
    return entries.stream().map(entry -> of(entry, bookedAt)).toList();
  }

  static LedgerEntry of(LedgerEntry entry, Instant bookedAt) {
    return new LedgerEntry(
        PassServer.context().getBean(Ids.class).next(),
        entry.redemptionId(),
        -1,
        entry.visit(),
        entry.attempt(),
        -entry.visitDelta(),
        entry.place(),
        entry.person(),
        entry.part(),
        entry.facts(),
        entry.trace(),
        "officer",
        "test",
        entry.occurredAt(),
        bookedAt,
        "figures");
  }
}

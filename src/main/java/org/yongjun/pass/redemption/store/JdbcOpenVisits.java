package org.yongjun.pass.redemption.store;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yongjun.pass.offline.rule.PartQuote;
import org.yongjun.pass.redemption.LedgerEntry;
import org.yongjun.pass.verification.OpenVisit;
import org.yongjun.pass.verification.OpenVisits;

/** Reads a visit's state and its entries. */
@Singleton
final class JdbcOpenVisits implements OpenVisits {
  private final VisitRows visits;
  private final JdbcLedger ledger;

  JdbcOpenVisits(VisitRows visits, JdbcLedger ledger) {
    this.visits = visits;
    this.ledger = ledger;
  }

  @Override
  public Optional<OpenVisit> find(String visitId) {
    return visits
        .findById(visitId)
        .map(
            row -> {
              List<LedgerEntry> entries = ledger.listOfVisit(visitId);
              LedgerEntry.Person person = entries.getFirst().person();
              return new OpenVisit(
                  visitId,
                  row.issuer(),
                  row.bindingIndex(),
                  row.staffCheck() == 1,
                  row.venueId(),
                  row.businessDay(),
                  person.classes(),
                  person.homeRegion(),
                  redeemed(entries));
            });
  }

  /** A reversal follows what it takes back, so that the last entry of a part says what stands. */
  private static Map<String, Set<String>> redeemed(List<LedgerEntry> entries) {
    Map<String, Set<String>> redeemed = new HashMap<>();
    for (LedgerEntry entry : entries) {
      for (PartQuote.Layer layer : entry.layers()) {
        Set<String> parts = redeemed.computeIfAbsent(layer.itemId(), item -> new HashSet<>());
        if (entry.direction() > 0) {
          parts.add(entry.part().key());
        } else {
          parts.remove(entry.part().key());
        }
      }
    }
    redeemed.values().removeIf(Set::isEmpty);
    return redeemed;
  }
}

package org.yongjun.pass.redemption.store;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

  /**
   * What stands: a redemption is reversed whole or not at all. The order of the entries says
   * nothing, because what takes the place of a reversed redemption is numbered beside its reversal,
   * and so are entries of servers whose clocks differ.
   */
  private static Map<String, Set<String>> redeemed(List<LedgerEntry> entries) {
    Set<String> reversed =
        entries.stream()
            .filter(entry -> entry.direction() < 0)
            .map(LedgerEntry::redemptionId)
            .collect(Collectors.toSet());
    Map<String, Set<String>> redeemed = new HashMap<>();
    for (LedgerEntry entry : entries) {
      if (!reversed.contains(entry.redemptionId())) {
        for (PartQuote.Layer layer : entry.layers()) {
          redeemed.computeIfAbsent(layer.itemId(), item -> new HashSet<>()).add(entry.part().key());
        }
      }
    }
    return redeemed;
  }
}

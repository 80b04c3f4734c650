package org.yongjun.pass.redemption;

import java.util.List;
import java.util.Set;

/**
 * Reads the ledger entries of one person and nobody else's; the cost is bounded by that person's
 * own entries.
 */
public interface PersonLedger {
  /**
   * The entries, reversals included, of that person's redemptions with an id before {@code
   * beforeRedemptionId}, the newest redemption first.
   *
   * @param beforeRedemptionId empty to begin with the newest
   * @param redemptionsMax how many redemptions, not entries
   */
  List<LedgerEntry> listEntries(
      Set<String> pseudonyms, String beforeRedemptionId, int redemptionsMax);

  /** What stands of that person's entries by the year of the event, the newest year first. */
  List<Savings.OfYear> sumByYear(Set<String> pseudonyms);
}

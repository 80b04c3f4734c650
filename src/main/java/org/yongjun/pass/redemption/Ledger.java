package org.yongjun.pass.redemption;

import java.util.List;
import java.util.Optional;

/**
 * The append-only ledger with the mutable state around it; everything in the caller's transaction.
 */
public interface Ledger {
  /** Takes an idempotency key; false when it is taken. Waits for whoever holds it uncommitted. */
  boolean claim(Claim claim);

  Optional<Claim> findClaim(String actor, String idempotencyKey);

  /** Opens a visit with one standing redemption; false when the code has opened one already. */
  boolean open(Visit visit);

  /**
   * Takes one standing redemption off a visit, whose row stays locked until the transaction ends.
   *
   * @return how many still stand
   */
  int takeBack(String visitId);

  /** False when one of the entries is there already. */
  boolean append(List<LedgerEntry> entries);

  /** Both directions, in the order of booking. */
  List<LedgerEntry> listEntries(String redemptionId);
}

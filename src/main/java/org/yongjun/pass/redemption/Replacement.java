package org.yongjun.pass.redemption;

import java.util.List;
import org.yongjun.pass.limit.Charge;

/**
 * What a partial return books in place of the redemption that it reverses.
 *
 * @param entries those of the parts that still get a benefit
 * @param charges what they use of limits
 */
record Replacement(Redemption redemption, List<LedgerEntry> entries, List<Charge> charges) {
  Replacement {
    entries = List.copyOf(entries);
    charges = List.copyOf(charges);
  }
}

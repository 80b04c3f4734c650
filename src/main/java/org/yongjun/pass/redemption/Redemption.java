package org.yongjun.pass.redemption;

import java.time.Instant;
import java.util.List;
import org.yongjun.pass.offline.rule.PartQuote;

/**
 * A recorded use of benefits (核销): what was decided for each part of the bill.
 *
 * @param parts every part of the bill; those without a layer are no benefit and no ledger entry
 * @param occurredAt when it happened, by the terminal's clock where that was offline
 * @param bookedAt when the ledger took it
 */
public record Redemption(
    String id,
    String visitId,
    String venueId,
    String terminalId,
    List<PartQuote> parts,
    boolean photoCheck,
    Instant occurredAt,
    Instant bookedAt) {
  public Redemption {
    parts = List.copyOf(parts);
  }

  /** What the till collects. */
  public long payableFen() {
    return parts.stream().mapToLong(PartQuote::payableFen).sum();
  }

  public long benefitValueFen() {
    return parts.stream().mapToLong(PartQuote::benefitValueFen).sum();
  }
}

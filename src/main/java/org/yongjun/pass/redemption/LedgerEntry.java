package org.yongjun.pass.redemption;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.rule.PartQuote;
import org.yongjun.pass.offline.rule.Trace;
import org.yongjun.pass.venue.VenueKind;

/**
 * One row of the ledger: a bill part that a benefit applied to, or that part taken back.
 *
 * @param direction 1 for a redemption, −1 for a reversal
 * @param attempt counts the redemptions of this part within the visit
 * @param visitDelta 1 where this entry opens its visit, −1 where it takes the last one back, else 0
 * @param facts every fact that was consulted, without personal data
 * @param reason why it was reversed; empty for a redemption
 */
public record LedgerEntry(
    String id,
    String redemptionId,
    int direction,
    OfVisit visit,
    int attempt,
    int visitDelta,
    Place place,
    Person person,
    PartQuote part,
    Map<String, Object> facts,
    Trace trace,
    String actor,
    String reason,
    Instant occurredAt,
    Instant bookedAt,
    String requestId) {
  /** The visit that the entry belongs to, and the item that the visit is counted under. */
  public record OfVisit(String id, String openedBy) {}

  /** Where: the venue as it stood, and the terminal. */
  public record Place(String venueId, VenueKind venueKind, RegionCode region, String terminalId) {}

  /** Who: by pseudonym, with the classes and home region that the code says. */
  public record Person(String pseudonym, HolderClasses classes, RegionCode homeRegion) {}

  /** The item that counts the use: the first that applied. */
  public PartQuote.Layer item() {
    return part.layers().getFirst();
  }

  /** Who approved it as a second person; empty where nobody needed to. */
  public Optional<String> approvedBy() {
    return Facts.approverOf(this);
  }

  public HolderClass classUsed() {
    return item().used();
  }

  public List<PartQuote.Layer> layers() {
    return part.layers();
  }
}

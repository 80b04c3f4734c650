package org.yongjun.pass.verification;

import org.jspecify.annotations.Nullable;
import org.yongjun.pass.offline.rule.BillPart;
import org.yongjun.pass.offline.rule.ReferenceReason;

/**
 * A part of the bill as the terminal states it.
 *
 * @param label for example {@code FARE} or {@code ADMISSION}
 * @param listFen null where the venue has filed a tariff for the label
 * @param referenceFen what everyone pays today, where that is less; null for the list price
 * @param referenceReason why that is less; null where it was not said
 * @param milliUnits how much is bought, in 0.001 of the label's unit; null where it was not said
 * @param companion which companion it is for, from 1; null for the holder
 * @param stay for what is paid by time; null for the rest
 */
public record BillLine(
    String label,
    @Nullable Long listFen,
    @Nullable Long referenceFen,
    @Nullable ReferenceReason referenceReason,
    @Nullable Long milliUnits,
    @Nullable Integer companion,
    @Nullable Stay stay) {
  /** The holder's own part, of which nothing else is said. */
  public BillLine(String label, @Nullable Long listFen, @Nullable Long referenceFen) {
    this(label, listFen, referenceFen, null, null, null, null);
  }

  /** As {@link BillPart#key()} of the part that this line becomes. */
  public String key() {
    return new BillPart(label, companion == null ? 0 : companion, 0, 0, null, 0).key();
  }

  BillLine parkedBy(String plateIndex) {
    Stay parked = stay == null ? null : stay.of(plateIndex);
    return new BillLine(
        label, listFen, referenceFen, referenceReason, milliUnits, companion, parked);
  }
}

package org.yongjun.pass.verification.store;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.offline.rule.ReferenceReason;
import org.yongjun.pass.verification.BillLine;

/** A bill line as it is stored. */
@Serdeable
record BillLineJson(
    String label,
    @Nullable Long listFen,
    @Nullable Long referenceFen,
    @Nullable ReferenceReason referenceReason,
    @Nullable Long milliUnits,
    @Nullable Integer companion) {
  static BillLineJson of(BillLine line) {
    return new BillLineJson(
        line.label(),
        line.listFen(),
        line.referenceFen(),
        line.referenceReason(),
        line.milliUnits(),
        line.companion());
  }

  BillLine toDomain() {
    return new BillLine(label, listFen, referenceFen, referenceReason, milliUnits, companion);
  }
}

package org.yongjun.pass.verification.store;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.offline.rule.ReferenceReason;
import org.yongjun.pass.verification.BillLine;
import org.yongjun.pass.verification.Stay;

/** A bill line as it is stored. */
@Serdeable
record BillLineJson(
    String label,
    @Nullable Long listFen,
    @Nullable Long referenceFen,
    @Nullable ReferenceReason referenceReason,
    @Nullable Long milliUnits,
    @Nullable Integer companion,
    @Nullable StayJson stay) {
  @Serdeable
  record StayJson(Instant entryAt, Instant exitAt, @Nullable String plateIndex) {
    static @Nullable StayJson of(@Nullable Stay stay) {
      return stay == null ? null : new StayJson(stay.entryAt(), stay.exitAt(), stay.plateIndex());
    }

    Stay toDomain() {
      return new Stay(entryAt, exitAt, plateIndex);
    }
  }

  static BillLineJson of(BillLine line) {
    return new BillLineJson(
        line.label(),
        line.listFen(),
        line.referenceFen(),
        line.referenceReason(),
        line.milliUnits(),
        line.companion(),
        StayJson.of(line.stay()));
  }

  BillLine toDomain() {
    return new BillLine(
        label,
        listFen,
        referenceFen,
        referenceReason,
        milliUnits,
        companion,
        stay == null ? null : stay.toDomain());
  }
}

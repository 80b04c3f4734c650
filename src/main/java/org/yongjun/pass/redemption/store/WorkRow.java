package org.yongjun.pass.redemption.store;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.redemption.RollupShards;

/** A row of {@code rollup_work}: what one entry adds to the roll-ups. */
@MappedEntity("rollup_work")
record WorkRow(
    @Id @GeneratedValue @Nullable Long id,
    int shard,
    LocalDate eventDay,
    LocalDate bookingDay,
    int region,
    String venueId,
    String venueKind,
    String itemId,
    int classBits,
    int homeRegion,
    long uses,
    long visits,
    long listFen,
    long referenceFen,
    long payableFen,
    long benefitValueFen) {
  /** The use and the money of an entry, and its visit where the item is the visit's. */
  static WorkRow ofUse(LedgerRow entry) {
    int sign = entry.direction();
    return new WorkRow(
        null,
        shardOf(entry),
        entry.eventDay(),
        entry.bookingDay(),
        entry.region(),
        entry.venueId(),
        entry.venueKind(),
        entry.itemId(),
        entry.classBits(),
        entry.homeRegion(),
        sign,
        entry.itemId().equals(entry.visitItemId()) ? entry.visitDelta() : 0,
        sign * entry.listFen(),
        sign * entry.referenceFen(),
        sign * entry.payableFen(),
        sign * entry.benefitValueFen());
  }

  /** The visit of an entry, under the item that opened it. */
  static WorkRow ofVisit(LedgerRow entry) {
    return new WorkRow(
        null,
        shardOf(entry),
        entry.eventDay(),
        entry.bookingDay(),
        entry.region(),
        entry.venueId(),
        entry.venueKind(),
        entry.visitItemId(),
        entry.classBits(),
        entry.homeRegion(),
        0,
        entry.visitDelta(),
        0,
        0,
        0,
        0);
  }

  private static int shardOf(LedgerRow entry) {
    return Math.floorMod(entry.venueId().hashCode(), RollupShards.COUNT);
  }
}

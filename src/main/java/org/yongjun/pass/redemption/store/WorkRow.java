package org.yongjun.pass.redemption.store;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.yongjun.pass.redemption.RollupShards;

/** A row of {@code rollup_work} without its number: what one entry adds to the roll-ups. */
record WorkRow(
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
  /** What an entry adds: its use, and its visit by itself where another item opened it. */
  static Stream<WorkRow> listOf(LedgerRow entry) {
    return entry.visitDelta() != 0 && !entry.itemId().equals(entry.visitItemId())
        ? Stream.of(ofUse(entry), ofVisit(entry))
        : Stream.of(ofUse(entry));
  }

  /** The use and the money of an entry, and its visit where the item is the visit's. */
  private static WorkRow ofUse(LedgerRow entry) {
    int sign = entry.direction();
    return new WorkRow(
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
  private static WorkRow ofVisit(LedgerRow entry) {
    return new WorkRow(
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

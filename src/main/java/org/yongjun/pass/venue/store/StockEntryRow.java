package org.yongjun.pass.venue.store;

import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import org.yongjun.pass.venue.VenueEvent;
import org.yongjun.pass.venue.VenueStanding;

/** A row of {@code venue_stock_entry}; features that do not belong to the measure are empty. */
@MappedEntity("venue_stock_entry")
record StockEntryRow(
    String venueId,
    int seq,
    int line,
    String measure,
    LocalDate entryOn,
    boolean moved,
    int delta,
    int region,
    String kind,
    String ownership,
    int aLevel,
    String stage,
    String partnerClass,
    String batch,
    String groupId) {
  static StockEntryRow of(VenueEvent event, int line, VenueStanding.Entry entry) {
    VenueStanding.Count count = entry.count();
    return new StockEntryRow(
        event.venueId(),
        event.seq(),
        line,
        count.measure().name(),
        event.said().on(),
        entry.moved(),
        entry.delta(),
        count.region().value(),
        count.kind().name(),
        count.ownership().name(),
        count.aLevel(),
        count.stage(),
        count.partnerClass(),
        count.batch(),
        count.groupId());
  }
}

package org.yongjun.pass.redemption.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.platform.web.Cursor;
import org.yongjun.pass.redemption.LedgerEntry;
import org.yongjun.pass.redemption.VenueRedemptions;

/** A venue's own view of the ledger: sums and times, nobody's class or home. */
@Controller("/v1/venues/{venueId}/redemptions")
@ExecuteOn(TaskExecutors.BLOCKING)
class VenueRedemptionController {
  private final VenueRedemptions redemptions;

  VenueRedemptionController(VenueRedemptions redemptions) {
    this.redemptions = redemptions;
  }

  /** Whether an entry books or takes back. */
  enum Kind {
    REDEMPTION,
    REVERSAL
  }

  @Serdeable
  record EntryLine(
      String entryId,
      Kind kind,
      String redemptionId,
      String terminalId,
      String label,
      long listFen,
      long payableFen,
      long benefitValueFen,
      Instant occurredAt,
      Instant bookedAt) {
    static EntryLine of(LedgerEntry entry) {
      return new EntryLine(
          entry.id(),
          entry.direction() > 0 ? Kind.REDEMPTION : Kind.REVERSAL,
          entry.redemptionId(),
          entry.place().terminalId(),
          entry.part().label(),
          entry.part().listFen(),
          entry.part().payableFen(),
          entry.part().benefitValueFen(),
          entry.occurredAt(),
          entry.bookedAt());
    }
  }

  @Serdeable
  record EntryPage(List<EntryLine> entries, boolean hasMore, @Nullable String next) {}

  @Get
  @Secured({
    Role.Names.CLERK,
    Role.Names.REVIEWER,
    Role.Names.AUDITOR,
    Role.Names.ADMIN,
    Role.Names.VENUE_OWNER
  })
  EntryPage list(
      @PathVariable String venueId,
      @Nullable @QueryValue LocalDate day,
      @Nullable @QueryValue String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(VenueRedemptions.PAGE_SIZE_MAX) int pageSize,
      Caller caller) {
    List<LedgerEntry> found =
        Answers.orThrow(redemptions.list(caller, venueId, day, Cursor.read(cursor), pageSize + 1));
    boolean hasMore = found.size() > pageSize;
    List<LedgerEntry> page = hasMore ? found.subList(0, pageSize) : found;
    return new EntryPage(
        page.stream().map(EntryLine::of).toList(),
        hasMore,
        hasMore ? Cursor.of(page.getLast().id()) : null);
  }
}

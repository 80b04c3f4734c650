package org.yongjun.pass.redemption.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;

/** A row of {@code ledger_entry}; layers, facts and trace are JSON. */
@MappedEntity("ledger_entry")
record LedgerRow(
    @Id String id,
    String redemptionId,
    int direction,
    String visitId,
    String part,
    int attempt,
    int visitDelta,
    String visitItemId,
    String itemId,
    int itemVersion,
    String venueId,
    String venueKind,
    int region,
    String terminalId,
    String actor,
    String person,
    int classBits,
    int classUsed,
    int homeRegion,
    long listFen,
    long referenceFen,
    long payableFen,
    long benefitValueFen,
    String layers,
    String facts,
    String trace,
    String reason,
    Instant occurredAt,
    Instant bookedAt,
    LocalDate eventDay,
    LocalDate bookingDay,
    String requestId) {}

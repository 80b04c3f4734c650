package org.yongjun.pass.redemption.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code collection}. */
@MappedEntity("collection")
record CollectionRow(
    @Id String redemptionId,
    String venueId,
    String terminalId,
    int region,
    long payableFen,
    long collectedFen,
    int flagged,
    Instant reportedAt) {}

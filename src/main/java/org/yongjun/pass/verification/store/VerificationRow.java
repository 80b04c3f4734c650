package org.yongjun.pass.verification.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code verification}; the bill is JSON. */
@MappedEntity("verification")
record VerificationRow(
    @Id String id,
    String terminalId,
    int issuer,
    long bindingIndex,
    String shownAs,
    int staffCheck,
    int spent,
    String holderTag,
    int classBits,
    int homeRegion,
    String bill,
    String channel,
    long payableFen,
    Instant at,
    Instant expiresAt,
    String venueId,
    int region,
    long benefitValueFen,
    int approval,
    @Nullable String approvalItems) {}

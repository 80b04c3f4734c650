package org.yongjun.pass.verification.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code attempt}; the trace is JSON. */
@MappedEntity("attempt")
record AttemptRow(
    @Id String id,
    String kind,
    String terminalId,
    String venueId,
    int region,
    String result,
    @Nullable Integer issuer,
    @Nullable Long bindingIndex,
    @Nullable Long counter,
    String shownAs,
    @Nullable String person,
    String trace,
    String requestId,
    Instant at) {}

package org.yongjun.pass.access.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code sign_in_session}; the venue is empty where there is none. */
@MappedEntity("sign_in_session")
record SessionRow(
    @Id String id,
    String principalId,
    String role,
    int region,
    String venueId,
    byte[] tokenHash,
    String state,
    Instant openedAt,
    Instant refreshedAt,
    Instant endsAt) {}

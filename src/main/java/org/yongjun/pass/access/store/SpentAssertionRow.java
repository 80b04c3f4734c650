package org.yongjun.pass.access.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code spent_assertion}; the id is credential id and assertion hash in hex. */
@MappedEntity("spent_assertion")
record SpentAssertionRow(@Id String id, Instant expiresAt) {}

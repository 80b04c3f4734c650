package org.yongjun.pass.venue.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code terminal}; channels are words with spaces between. */
@MappedEntity("terminal")
record TerminalRow(
    @Id String id, String venueId, String label, String kind, String channels, Instant createdAt) {}

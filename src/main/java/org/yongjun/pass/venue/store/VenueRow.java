package org.yongjun.pass.venue.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code venue}; tags are lines of text, the tariff is JSON. */
@MappedEntity("venue")
record VenueRow(
    @Id String id,
    String name,
    String kind,
    int region,
    int aLevel,
    String ownership,
    String tags,
    String state,
    String tariff,
    int version,
    Instant createdAt) {}

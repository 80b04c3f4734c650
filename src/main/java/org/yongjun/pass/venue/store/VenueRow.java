package org.yongjun.pass.venue.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code venue}; tags are lines of text, tariff and opening hours are JSON. */
@MappedEntity("venue")
record VenueRow(
    @Id String id,
    String name,
    String kind,
    int region,
    int aLevel,
    String ownership,
    String tags,
    String ownTags,
    String stage,
    String state,
    String tariff,
    @Nullable Integer latitudeE6,
    @Nullable Integer longitudeE6,
    @Nullable String address,
    @Nullable String openingHours,
    int version,
    Instant createdAt) {}

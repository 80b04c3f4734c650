package org.yongjun.pass.benefit.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code catalogue_draft}. */
@MappedEntity("catalogue_draft")
record DraftRow(
    @Id String id,
    String code,
    int region,
    @Nullable String venueId,
    String state,
    int revision,
    int baseVersion,
    String document,
    String author,
    @Nullable String reviewer,
    @Nullable String remark,
    @Nullable Integer publishedVersion,
    Instant createdAt,
    Instant changedAt) {}

package org.yongjun.pass.benefit.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of {@code catalogue_version}. */
@MappedEntity("catalogue_version")
record CatalogueRow(
    @Id String id,
    String code,
    int version,
    int region,
    String titleZh,
    String titleEn,
    String document,
    byte[] contentHash,
    LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    Instant publishedAt,
    String publishedBy) {}

package org.yongjun.pass.benefit.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of {@code catalogue_version} without its document, which may be large. */
@MappedEntity("catalogue_version")
record CatalogueHeaderRow(
    @Id String id,
    String code,
    int version,
    int region,
    String titleZh,
    String titleEn,
    byte[] contentHash,
    LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    Instant publishedAt,
    String publishedBy) {}

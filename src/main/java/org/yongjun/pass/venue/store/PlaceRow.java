package org.yongjun.pass.venue.store;

import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Those columns of {@code venue} that its life cycle reads. */
@MappedEntity("venue")
record PlaceRow(
    String stage,
    int region,
    String kind,
    String ownership,
    int aLevel,
    int eventSeq,
    @Nullable LocalDate eventOn) {}

package org.yongjun.pass.redemption.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;

/** A row of {@code visit}. */
@MappedEntity("visit")
record VisitRow(
    @Id String id,
    int issuer,
    long bindingIndex,
    String useKey,
    String venueId,
    LocalDate businessDay,
    String openedBy,
    int standing,
    int staffCheck) {}

package org.yongjun.pass.venue.store;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A tariff line as it is stored. */
@Serdeable
record TariffJson(
    String label,
    long listFen,
    @Nullable Long referenceFen,
    @Nullable String referenceReason,
    @Nullable Boolean synthetic) {}

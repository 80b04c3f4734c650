package org.yongjun.pass.certificate.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code binding}. */
@MappedEntity("binding")
record BindingRow(
    @Id String id,
    int issuer,
    long bindingIndex,
    String holderId,
    int deviceAlgorithm,
    byte[] deviceKey,
    String custody,
    String state,
    Instant createdAt) {}

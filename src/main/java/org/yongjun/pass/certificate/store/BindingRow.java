package org.yongjun.pass.certificate.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code binding}. The second {@code Nullable} is for micronaut-data, which does not see
 * JSpecify's on an array.
 */
@MappedEntity("binding")
record BindingRow(
    @Id String id,
    int issuer,
    long bindingIndex,
    String holderId,
    String kind,
    @Nullable Integer deviceAlgorithm,
    @jakarta.annotation.Nullable byte @Nullable [] deviceKey,
    String custody,
    String state,
    int serial,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedAt) {}

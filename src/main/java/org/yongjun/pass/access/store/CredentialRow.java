package org.yongjun.pass.access.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code credential}. The second {@code Nullable} is for micronaut-data, which does not
 * see JSpecify's on an array.
 */
@MappedEntity("credential")
record CredentialRow(
    @Id String id,
    String role,
    String venueId,
    int region,
    String state,
    @jakarta.annotation.Nullable byte @Nullable [] publicKey,
    @jakarta.annotation.Nullable byte @Nullable [] pairingHash,
    Instant pairingExpiresAt,
    @Nullable Instant pairedAt,
    String profile,
    int keyVersion,
    @Nullable Instant revokedAt) {}

package org.yongjun.pass.access.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code credential}. */
@MappedEntity("credential")
record CredentialRow(
    @Id String id,
    String role,
    String venueId,
    int region,
    String state,
    byte @Nullable [] publicKey,
    byte @Nullable [] pairingHash,
    Instant pairingExpiresAt,
    @Nullable Instant pairedAt) {}

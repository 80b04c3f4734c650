package org.yongjun.pass.certificate.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code certificate}. */
@MappedEntity("certificate")
record CertificateRow(
    @Id String id,
    String bindingId,
    String kid,
    Instant issuedAt,
    Instant expiresAt,
    byte[] block) {}

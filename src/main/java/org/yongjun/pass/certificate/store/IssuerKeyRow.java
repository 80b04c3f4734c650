package org.yongjun.pass.certificate.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of {@code issuer_key}; times are Unix seconds, the private key is wrapped PKCS #8. */
@MappedEntity("issuer_key")
record IssuerKeyRow(
    @Id String kid,
    int algorithm,
    String purpose,
    byte[] publicKey,
    byte[] wrappedPrivate,
    int classScope,
    int regionScope,
    long notBefore,
    long signUntil,
    long expires) {}

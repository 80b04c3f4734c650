package org.yongjun.pass.access.web;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A P-256 public key as a JWK (RFC 7517). */
@Serdeable
record PublicJwk(
    @NotBlank @Size(max = 10) String kty,
    @NotBlank @Size(max = 10) String crv,
    @NotBlank @Size(max = 64) String x,
    @NotBlank @Size(max = 64) String y) {}

package org.yongjun.pass.access.web;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.yongjun.pass.access.PublicKeys;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.web.Answers;

/** A P-256 public key as a JWK (RFC 7517). */
@Serdeable
record PublicJwk(
    @NotBlank @Size(max = 10) String kty,
    @NotBlank @Size(max = 10) String crv,
    @NotBlank @Size(max = 64) String x,
    @NotBlank @Size(max = 64) String y) {
  /** The 65-byte uncompressed point; refuses what is none. */
  byte[] pointOrRefuse(PublicKeys keys) {
    return keys.pointOf(kty, crv, x, y)
        .orElseThrow(
            () ->
                Answers.refuse(
                    Problem.invalid(
                        "/publicKey",
                        "须为 P-256 公钥（JWK：kty EC，crv P-256）",
                        "This must be a P-256 public key (JWK: kty EC, crv P-256)")));
  }
}

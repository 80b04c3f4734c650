package org.yongjun.pass.certificate.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.certificate.KeyRotation;
import org.yongjun.pass.certificate.web.CertificateWire.IssuerKeyAnswer;
import org.yongjun.pass.certificate.web.CertificateWire.RotateRequest;
import org.yongjun.pass.platform.web.Answers;

/** Rotates the issuer's keys; what is listed is read from the public key list. */
@Controller("/v1/issuer-keys")
@Secured(Role.Names.ADMIN)
@ExecuteOn(TaskExecutors.BLOCKING)
class IssuerKeyController {
  private final KeyRotation rotation;

  IssuerKeyController(KeyRotation rotation) {
    this.rotation = rotation;
  }

  /** Makes the next key of a purpose; it signs from now on, the old one stays listed. */
  @Post
  @Status(HttpStatus.CREATED)
  IssuerKeyAnswer rotate(@Body @Valid RotateRequest body, Caller admin) {
    return IssuerKeyAnswer.of(
        Answers.orThrow(rotation.rotate(admin, body.algorithm(), body.purpose())));
  }
}

package org.yongjun.pass.verification.web;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.verification.Presented;
import org.yongjun.pass.verification.Verifications;
import org.yongjun.pass.verification.web.VerificationWire.VerdictAnswer;
import org.yongjun.pass.verification.web.VerificationWire.VerifyRequest;

/** Verifies a shown code without redeeming: 200 with a verdict, refusals included. */
@Controller("/v1/verifications")
@Secured({Role.Names.TERMINAL, Role.Names.GATE})
@ExecuteOn(TaskExecutors.BLOCKING)
class VerificationController {
  private final Verifications verifications;

  VerificationController(Verifications verifications) {
    this.verifications = verifications;
  }

  @Post
  VerdictAnswer verify(@Body @Valid VerifyRequest body, Caller terminal) {
    Presented presented =
        body.toDomain()
            .orElseThrow(
                () ->
                    Answers.refuse(
                        Problem.invalid(
                            "/code",
                            "请提供 code、visitId 或 survivorClaimId，择一",
                            "Send one of code, visitId and survivorClaimId")));
    return VerdictAnswer.of(Answers.orThrow(verifications.verify(terminal, presented)));
  }
}

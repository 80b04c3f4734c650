package org.yongjun.pass.verification.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.verification.SurvivorClaim;
import org.yongjun.pass.verification.SurvivorClaims;

/** Clerks register what a survivor may claim for a holder who has died. */
@Controller("/v1/survivor-claims")
@ExecuteOn(TaskExecutors.BLOCKING)
class SurvivorClaimController {
  private final SurvivorClaims claims;

  SurvivorClaimController(SurvivorClaims claims) {
    this.claims = claims;
  }

  @Serdeable
  record NewClaimRequest(
      @NotNull @Pattern(regexp = Ids.GIVEN_PATTERN) String deceasedHolderId,
      @NotNull @Pattern(regexp = Ids.GIVEN_PATTERN) String survivorHolderId,
      @NotNull @Pattern(regexp = Ids.GIVEN_PATTERN) String venueId,
      @NotBlank @Size(max = SurvivorClaim.DOCUMENT_LENGTH_MAX) String document) {
    SurvivorClaims.Draft toDomain() {
      return new SurvivorClaims.Draft(
          deceasedHolderId, survivorHolderId, venueId, document.strip());
    }

    @Override
    public String toString() {
      return "NewClaimRequest";
    }
  }

  @Serdeable
  record ClaimAnswer(String survivorClaimId, String venueId, Instant expiresAt) {
    static ClaimAnswer of(SurvivorClaim claim) {
      return new ClaimAnswer(claim.id(), claim.venueId(), claim.expiresAt());
    }
  }

  /** 201 for a new claim, 200 where the paper has opened it already. */
  @Post
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  HttpResponse<ClaimAnswer> register(Caller officer, @Body @Valid NewClaimRequest body) {
    SurvivorClaims.Registered registered =
        Answers.orThrow(claims.register(officer, body.toDomain()));
    ClaimAnswer answer = ClaimAnswer.of(registered.claim());
    return registered.isNew() ? HttpResponse.created(answer) : HttpResponse.ok(answer);
  }
}

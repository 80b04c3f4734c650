package org.yongjun.pass.certificate.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.certificate.Cards;
import org.yongjun.pass.certificate.Certificates;
import org.yongjun.pass.certificate.Revocations;
import org.yongjun.pass.certificate.web.CertificateWire.CardAnswer;
import org.yongjun.pass.certificate.web.CertificateWire.CertificateSummaries;
import org.yongjun.pass.certificate.web.CertificateWire.CertificateSummary;
import org.yongjun.pass.certificate.web.CertificateWire.HolderStatusAnswer;
import org.yongjun.pass.certificate.web.CertificateWire.RevokeRequest;
import org.yongjun.pass.holder.LookupPurpose;
import org.yongjun.pass.holder.Lookups;
import org.yongjun.pass.platform.web.Answers;

/** What an office does with the certificates of a holder of its region. */
@Controller("/v1/holders/{holderId}")
@ExecuteOn(TaskExecutors.BLOCKING)
class HolderCertificateController {
  private final Certificates certificates;
  private final Cards cards;
  private final Revocations revocations;
  private final Lookups lookups;

  HolderCertificateController(
      Certificates certificates, Cards cards, Revocations revocations, Lookups lookups) {
    this.lookups = lookups;
    this.certificates = certificates;
    this.cards = cards;
    this.revocations = revocations;
  }

  @Get("/certificates")
  @Secured({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.AUDITOR, Role.Names.ADMIN})
  CertificateSummaries list(
      @PathVariable String holderId,
      @QueryValue(defaultValue = "SERVICE") LookupPurpose purpose,
      Caller officer) {
    Answers.orThrow(lookups.view(officer, holderId, purpose, "certificates"));
    return new CertificateSummaries(
        Answers.orThrow(certificates.listOf(officer, holderId)).stream()
            .map(CertificateSummary::of)
            .toList());
  }

  /** Issues a static card; the holder's earlier card is revoked with it. */
  @Post("/cards")
  @Status(HttpStatus.CREATED)
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  CardAnswer issueCard(@PathVariable String holderId, Caller officer) {
    return CardAnswer.of(Answers.orThrow(cards.issue(officer, holderId)));
  }

  @Post("/suspension")
  @Secured({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.ADMIN})
  HolderStatusAnswer suspend(
      @PathVariable String holderId, @Body @Valid RevokeRequest body, Caller officer) {
    return answer(Answers.orThrow(revocations.suspend(officer, holderId, body.reason())));
  }

  @Post("/reinstatement")
  @Secured({Role.Names.REVIEWER, Role.Names.ADMIN})
  HolderStatusAnswer reinstate(@PathVariable String holderId, Caller officer) {
    return answer(Answers.orThrow(revocations.reinstate(officer, holderId)));
  }

  /** Ends the entitlement for good. */
  @Post("/revocation")
  @Secured({Role.Names.REVIEWER, Role.Names.ADMIN})
  HolderStatusAnswer revoke(
      @PathVariable String holderId, @Body @Valid RevokeRequest body, Caller officer) {
    return answer(Answers.orThrow(revocations.revokeHolder(officer, holderId, body.reason())));
  }

  private static HolderStatusAnswer answer(Revocations.Changed changed) {
    return new HolderStatusAnswer(changed.holderId(), changed.status());
  }
}
